#!/usr/bin/env bash
# Durable one-operation syncs a second: the server on one core, the load tool on another, both here.
# First as many as go, then half as many at a steady pace, whose p99 is the one to read. Also how
# much processor time the server took for each.
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

cpu_ms() { awk -v hz="$(getconf CLK_TCK)" '{ print int(($14 + $15) * 1000 / hz) }' "/proc/$pid/stat"; }

load() {
  taskset -c 1 build/native/bench/sync_load --port $port --seconds "$seconds" \
    --sku 2-SLICE-TOASTER-WHITE --sku DRIP-COFFEE-MAKER-BLACK --sku ELECTRIC-KETTLE-1-7L-WHITE "$@"
}

printf 'as fast as they are acknowledged: '
before=$(cpu_ms)
most=$(load --seed 1 "$@")
echo "$most"
ops=$(sed -nE 's/.*"ops":([0-9]+).*/\1/p' <<<"$most")
echo "server: $((($(cpu_ms) - before) * 1000 / ops)) us of processor time an operation, making carts included"
rate=$(sed -nE 's/.*"perSecond":([0-9]+).*/\1/p' <<<"$most")
printf 'at half of it: '
load --seed 2 --rate $((rate / 2)) "$@"
