#!/usr/bin/env bash
# The shop in Chromium against the real server and payment worker on loopback, and the types of
# demo/.
source "$(dirname "$0")/lib.sh"
build_all
if node_modules/.bin/tsc -p demo; then count 1 0; else count 0 1; fi
run_node_test --test-concurrency=2 tests/browser/*.test.mjs
report
