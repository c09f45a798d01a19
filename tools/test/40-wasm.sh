#!/usr/bin/env bash
# cart.wasm and forms.wasm under Node: their boundaries, the table of bad input, drawn calls
# against native core.
source "$(dirname "$0")/lib.sh"
build_targets native core_sequences
build_targets wasm cart forms
run_node_test tests/wasm/*.test.mjs
report
