#!/usr/bin/env bash
# The same suite by clang under the address and undefined-behaviour sanitizers.
source "$(dirname "$0")/lib.sh"
build_targets asan core_tests
run_ctest asan tests/core
report
