#!/usr/bin/env bash
# The command line as a merchant calls it: reference rates, new stores, checks of stores.
source "$(dirname "$0")/lib.sh"
build_targets native sealcart
run_node_test tests/cli/*.test.mjs
report
