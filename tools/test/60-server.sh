#!/usr/bin/env bash
# The server: services without sockets, then the real programs over HTTP.
source "$(dirname "$0")/lib.sh"

build_targets native sealcart_server_test sealcartd sealcart-payd sealcart_seal_token \
  sealcart_integrity
run_gtest build/native/tests/server/sealcart_server_test
run_node_test tests/server/http/*.test.mjs
report
