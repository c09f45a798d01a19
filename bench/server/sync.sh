#!/usr/bin/env bash
# Durable one-operation syncs a second: the server on one core, the load tool on another, both here.
# First as many as go, then half as many at a steady pace, whose p99 is the one to read. serverUs is
# the processor time the server took for an operation.
#   [DATABASE=postgres://…] sync.sh [SECONDS] [options of sync_load]
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-10}
[ $# = 0 ] || shift
here=$(mktemp -d)
pid=
stop() {
  [ -z "$pid" ] || kill "$pid" 2>/dev/null || true
  wait || true
  rm -rf "$here"
}
trap stop EXIT

cat >"$here/sealcart.toml" <<TOML
merchant = "$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
$(if [ -n "${DATABASE:-}" ]; then echo "database = \"$DATABASE\""; else
  printf 'database = "shop.db"\ntokens = "tokens.db"'; fi)
keys = "keys"
worker_secret_file = "worker.secret"
log_level = "warning"

[[store]]
document = "$PWD/demo/data/demo-eu.store.json"
catalogs = ["$PWD/demo/data/demo-eu.catalog.json"]
TOML
port=18080
taskset -c 0 build/native/server/sealcartd --config "$here/sealcart.toml" --port $port \
  --seal-port $((port + 1)) 2>"$here/log" &
pid=$!
for _ in $(seq 100); do
  if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then break; fi
  sleep 0.05
done

load() {
  taskset -c 1 build/native/bench/sync_load --port $port --server "$pid" --seconds "$seconds" \
    --sku 2-SLICE-TOASTER-WHITE --sku DRIP-COFFEE-MAKER-BLACK --sku ELECTRIC-KETTLE-1-7L-WHITE "$@"
}

printf 'as fast as they are acknowledged: '
most=$(load --seed 1 "$@")
echo "$most"
rate=$(sed -nE 's/.*"perSecond":([0-9]+).*/\1/p' <<<"$most")
printf 'at half of it: '
half=$(load --seed 2 --rate $((rate / 2)) "$@")
echo "$half"

kill "$pid"
wait "$pid" || true
pid=
[ -z "${DATABASE:-}" ] || exit 0
count() { sed -nE 's/.*"ops":([0-9]+).*/\1/p' <<<"$1"; }
printf 'on disk: %d bytes an operation (log entry, index, its part of the cart)\n' \
  $(($(stat -c %s "$here/shop.db") / ($(count "$most") + $(count "$half"))))
