#!/usr/bin/env bash
# sealcartd on PostgreSQL, on a private cluster with durable commits: how long a push between two
# servers takes, then syncs a second as sync.sh measures them.
#   postgres.sh [SECONDS] [options of sync_load]
set -euo pipefail
cd "$(dirname "$0")/../.."
cluster=build/postgres-bench
stop() {
  [ ! -e "$cluster/data/postmaster.pid" ] || bash tools/dev/postgres.sh stop "$cluster" || true
  rm -rf "$cluster"
}
stop
trap stop EXIT
DATABASE=$(bash tools/dev/postgres.sh start "$cluster")
export DATABASE
printf 'push between two servers: '
SEALCART_TEST_POSTGRES=$DATABASE node bench/server/push.mjs
bash bench/server/sync.sh "$@"
