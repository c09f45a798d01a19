#!/usr/bin/env bash
# The generated shops, pictures and carts: consistent, complete and as the generators write them.
source "$(dirname "$0")/lib.sh"
run_node_test tests/data/*.test.mjs
report
