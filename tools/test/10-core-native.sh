#!/usr/bin/env bash
# The core's GoogleTest suite, compiled by g++.
source "$(dirname "$0")/lib.sh"
build_targets native core_tests
run_ctest native tests/core
report
