#!/usr/bin/env bash
# Starts the shop (sealcartd) and its payment worker (sealcart-payd) on var/ and says where they
# are. Ctrl-C stops both. Needs what `./dev build` makes; `./dev run` does both.
#   run-shop.sh [--port N] [--var FOLDER] [--bin FOLDER]
set -euo pipefail
cd "$(dirname "$0")/../.."

port=8080
var=var
bin=build/native/server
while [ $# -gt 0 ]; do
  case $1 in
    --port) port=${2:?"--port needs a number"}; shift 2 ;;
    --var) var=${2:?"--var needs a folder"}; shift 2 ;;
    --bin) bin=${2:?"--bin needs a folder"}; shift 2 ;;
    *) echo "run-shop.sh: unknown option $1 (--port N, --var FOLDER, --bin FOLDER)" >&2; exit 2 ;;
  esac
done
case $port in
  '' | *[!0-9]*) echo "run-shop.sh: --port needs a number, not '$port'" >&2; exit 2 ;;
esac
if [ ! -x "$bin/sealcartd" ] || [ ! -x "$bin/sealcart-payd" ]; then
  echo "The programs are not built yet. Run: ./dev build" >&2
  exit 1
fi

is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The shop takes one port and the seal frame, which is its own origin, the next.
choose_port() {
  local wanted=$port
  while is_taken "$port" || is_taken $((port + 1)); do
    port=$((port + 2))
    if [ "$port" -gt 65000 ]; then echo "No free port from $wanted on." >&2; exit 1; fi
  done
  if [ "$port" != "$wanted" ]; then
    echo "Port $wanted or $((wanted + 1)) is taken; using $port and $((port + 1))."
  fi
}

# Made once, then yours to edit. Paths are meant from the folder of the file.
write_configs() {
  mkdir -p "$var/log"
  local root here merchant
  here=$(cd "$var" && pwd)
  root=$(realpath --relative-to="$here" .)
  if [ -e "$var/sealcart.toml" ] && [ -e "$var/payd.toml" ]; then return; fi
  merchant=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  cat >"$var/sealcart.toml" <<TOML
# The endpoint. Keys: docs/OPERATIONS.md. Ports are given by run-shop.sh.
merchant = "$merchant"
database = "shop.db"
tokens = "tokens.db"
keys = "keys"
worker_secret_file = "worker.secret"
site = ["$root/build/site"]
seal_site = ["$root/build/seal-site"]

[[store]]
document = "$root/demo/data/demo.store.json"
catalogs = ["$root/demo/data/demo.catalog.json"]

[[store]]
document = "$root/demo/data/demo-eu.store.json"
catalogs = ["$root/demo/data/demo-eu.catalog.json"]

[[store]]
document = "$root/demo/data/wholesale.store.json"
catalogs = ["$root/demo/data/wholesale.catalog.json"]
TOML
  cat >"$var/payd.toml" <<TOML
# The payment worker. Keys: docs/OPERATIONS.md. The endpoint is given by run-shop.sh.
merchant = "$merchant"
worker_secret_file = "worker.secret"
private = "payd"
keys = "keys"
database = "payd/payd.db"
simulator = "payd/simulator.db"
TOML
}

# The status line of GET $2 on port $1.
status_of() {
  local line=
  { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 1
  printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3
  IFS= read -r -t 2 line <&3 || true
  exec 3>&-
  [[ $line == *' 200 '* ]]
}

pids=()
stop() {
  trap - EXIT INT TERM
  [ ${#pids[@]} -eq 0 ] || kill "${pids[@]}" 2>/dev/null || true
  wait || true
}

fail() {
  echo "$1 did not start. Its last words ($var/log/$1.log):" >&2
  tail -n 5 "$var/log/$1.log" >&2
  exit 1
}

start() {
  local name=$1
  shift
  "$bin/$name" "$@" >"$var/log/$name.log" 2>&1 &
  pids+=($!)
}

wait_until_ready() {
  for _ in $(seq 200); do
    kill -0 "${pids[0]}" 2>/dev/null || fail sealcartd
    kill -0 "${pids[1]}" 2>/dev/null || fail sealcart-payd
    if status_of "$port" /readyz && status_of "$port" /v1/keys; then return; fi
    sleep 0.05
  done
  fail sealcartd
}

choose_port
write_configs
trap stop EXIT
trap 'exit 0' INT TERM
start sealcartd --config "$var/sealcart.toml" --port "$port" --seal-port $((port + 1))
start sealcart-payd --config "$var/payd.toml" --endpoint "http://127.0.0.1:$port"
wait_until_ready
cat <<TEXT

  Sealcart is running. Ctrl-C stops it.

  Shop   http://127.0.0.1:$port/
  QA     http://127.0.0.1:$port/qa
  Pay with 4242 4242 4242 4242 (approved) or 4000 0000 0000 0002 (declined); no money moves.
  Data and logs: $var/

TEXT
if wait -n "${pids[@]}"; then exit 0; fi
echo "One of the two programs ended; see $var/log/." >&2
exit 1
