#!/usr/bin/env bash
# The same suites by clang under the address and undefined-behaviour sanitizers. Each case by
# itself in a process is what 10-core-native does.
source "$(dirname "$0")/lib.sh"
build_targets asan core_tests field_tests
run_gtest_shared build/asan/tests/core/core_tests
run_gtest_shared build/asan/tests/fields/field_tests
report
