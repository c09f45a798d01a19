#!/usr/bin/env bash
# The server on PostgreSQL: the same services without sockets, then several servers over HTTP. The
# cluster is private and gone afterwards; it does without fsync, for it is not what is tested here.
source "$(dirname "$0")/lib.sh"

cluster=build/postgres
stop_cluster() {
  [ ! -e "$cluster/data/postmaster.pid" ] || bash tools/dev/postgres.sh stop "$cluster" || true
  rm -rf "$cluster"
}
stop_cluster
trap stop_cluster EXIT
SEALCART_TEST_POSTGRES=$(bash tools/dev/postgres.sh start "$cluster" --fast)
export SEALCART_TEST_POSTGRES

build_targets native sealcart_server_test sealcartd sealcart-payd sealcart_seal_token
# What touches no database; and what does the same on it a thousand times.
others='SimulatedDisk.*:DiskFaults.*:FullDisk*:Tidying.*:Compaction.*:Migrations.*'
others+=':Config.*:Targets.*:StaticFiles*:Keyring*:Cashier*'
run_gtest build/native/tests/server/sealcart_server_test --gtest_filter="-$others"
run_node_test --test-concurrency=2 tests/server/postgres/*.test.mjs
report
