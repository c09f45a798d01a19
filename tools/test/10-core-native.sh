#!/usr/bin/env bash
# The core's GoogleTest suites, compiled by g++.
source "$(dirname "$0")/lib.sh"
build_targets native core_tests field_tests
run_ctest native tests/core
run_ctest native tests/fields
report
