#!/usr/bin/env bash
# The same suites by clang under the address and undefined-behaviour sanitizers.
source "$(dirname "$0")/lib.sh"
build_targets asan core_tests field_tests
run_ctest asan tests/core
run_ctest asan tests/fields
report
