#!/usr/bin/env bash
# The command line as a merchant calls it: reference rates, new stores, checks of
# stores, checks of form fields (also beside the module), sign-in tokens.
source "$(dirname "$0")/lib.sh"
build_targets native sealcart
build_targets wasm forms
run_node_test tests/cli/*.test.mjs
report
