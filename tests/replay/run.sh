#!/usr/bin/env bash
# The 561 real carts in three engines: native core, cart.wasm under Node, and sealcartd over HTTP.
# tests/replay/run.sh SEALCART SEALCARTD [CARTS.jsonl.gz]   Prints a line for each engine.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
sealcart=$1
sealcartd=$2
carts=${3:-$here/../data/carts_sample.jsonl.gz}

work=$(mktemp -d)
server=
finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

gzip -dc "$carts" >"$work/carts.jsonl"
"$sealcart" replay "$work/carts.jsonl" --write-store "$work/store" \
  --snapshots "$work/snapshots.jsonl" >/dev/null

cat >"$work/sealcart.toml" <<CONFIG
port = 0
seal_port = 0
merchant = "00000000000000000000000000000001"
database = "$work/shop.db"
tokens = "$work/tokens.db"
keys = "$work/keys"
worker_secret_file = "$work/worker.secret"
site = ["$work"]
seal_site = ["$work"]
[[store]]
document = "$work/store/replay.store.json"
catalogs = ["$work/store/replay.catalog.json"]
CONFIG
"$sealcartd" --config "$work/sealcart.toml" >"$work/server.log" 2>&1 &
server=$!
port=
for _ in $(seq 100); do
  port=$(sed -nE 's/.*"listening".*"port":"?([0-9]+)"?.*/\1/p' "$work/server.log" | head -n 1)
  [ -n "$port" ] && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.1
done
if [ -z "$port" ]; then
  echo "sealcartd did not start:" >&2
  tail -n 5 "$work/server.log" >&2
  exit 1
fi

"$sealcart" replay "$work/carts.jsonl" --endpoint "http://127.0.0.1:$port"
node --no-warnings "$here/wasm.mjs" "$work/carts.jsonl" "$work/store" "$work/snapshots.jsonl"
