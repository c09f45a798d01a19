#!/usr/bin/env bash
# The server: services without sockets, then the real programs over HTTP.
source "$(dirname "$0")/lib.sh"

build_targets native sealcart_server_test sealcartd sealcart-payd sealcart_seal_token \
  sealcart_integrity sealcart_failing_disk
# What needs PostgreSQL: 61-postgres.sh.
run_gtest build/native/tests/server/sealcart_server_test \
  --gtest_filter='-Servers.*:PostgresMigrations.*'
# One of the tests waits for a lease of a minute to end; the others go on beside it.
run_node_test --test-concurrency=3 tests/server/http/*.test.mjs
report
