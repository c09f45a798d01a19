#!/usr/bin/env bash
# The same suites compiled to Wasm, with the shipping modules' stack, under Node.
source "$(dirname "$0")/lib.sh"
build_targets wasm-test core_tests field_tests
run_gtest_shared node build/wasm-test/tests/core/core_tests.js
run_gtest_shared node build/wasm-test/tests/fields/field_tests.js
report
