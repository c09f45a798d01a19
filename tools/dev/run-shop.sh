#!/usr/bin/env bash
# Starts the shop (sealcartd) and its payment worker (sealcart-payd) on var/ and says where they
# are. Ctrl-C stops both. Needs what `./dev build` makes; `./dev run` does both.
#   run-shop.sh [--port N] [--var FOLDER] [--bin FOLDER] [--postgres]
# --postgres: two sealcartd on one PostgreSQL, whose private cluster is in var/pg.
set -euo pipefail
cd "$(dirname "$0")/../.."

port=8080
var=var
bin=build/native/server
postgres=
while [ $# -gt 0 ]; do
  case $1 in
    --port) port=${2:?"--port needs a number"}; shift 2 ;;
    --var) var=${2:?"--var needs a folder"}; shift 2 ;;
    --bin) bin=${2:?"--bin needs a folder"}; shift 2 ;;
    --postgres) postgres=1; shift ;;
    *)
      echo "run-shop.sh: unknown option $1 (--port N, --var FOLDER, --bin FOLDER, --postgres)" >&2
      exit 2
      ;;
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

# A shop takes one port and its seal frame, which is its own origin, the next.
servers=1
[ -z "$postgres" ] || servers=2
ports_of() { seq "$1" $(($1 + 2 * servers - 1)); }

any_taken() {
  local one
  for one in $(ports_of "$1"); do if is_taken "$one"; then return 0; fi; done
  return 1
}

choose_port() {
  local wanted=$port
  while any_taken "$port"; do
    port=$((port + 2))
    if [ "$port" -gt 65000 ]; then echo "No free port from $wanted on." >&2; exit 1; fi
  done
  if [ "$port" != "$wanted" ]; then
    echo "Port $wanted or $((wanted + 1)) is taken; using $port and $((port + 1))."
  fi
}

config=$var/sealcart.toml
[ -z "$postgres" ] || config=$var/sealcart-postgres.toml

# Made once, then yours to edit. Paths are meant from the folder of the file.
write_configs() {
  mkdir -p "$var/log"
  local merchant
  merchant=$(sed -n 's/^merchant = "\(.*\)"$/\1/p' "$var/payd.toml" 2>/dev/null || true)
  [ -n "$merchant" ] || merchant=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  [ -e "$config" ] || write_server_config "$merchant"
  [ -e "$var/payd.toml" ] || write_worker_config "$merchant"
}

database_keys() {
  if [ -n "$postgres" ]; then
    echo "database = \"$(bash tools/dev/postgres.sh url "$var/pg")\""
  else
    printf '%s\n' 'database = "shop.db"' 'tokens = "tokens.db"'
  fi
}

write_server_config() {
  local root here
  here=$(cd "$var" && pwd)
  root=$(realpath --relative-to="$here" .)
  cat >"$config" <<TOML
# The endpoint. Keys: docs/OPERATIONS.md. Ports are given by run-shop.sh.
merchant = "$1"
$(database_keys)
keys = "keys"
worker_secret_file = "worker.secret"
login_secret_file = "login.secret"
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
}

write_worker_config() {
  cat >"$var/payd.toml" <<TOML
# The payment worker. Keys: docs/OPERATIONS.md. The endpoint is given by run-shop.sh.
merchant = "$1"
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
  [ -z "$postgres" ] || bash tools/dev/postgres.sh stop "$var/pg" || true
}

fail() {
  echo "$1 did not start. Its last words ($var/log/$1.log):" >&2
  tail -n 5 "$var/log/$1.log" >&2
  exit 1
}

# start LOG PROGRAM ARGUMENTS…
start() {
  local name=$1 program=$2
  shift 2
  "$bin/$program" "$@" >"$var/log/$name.log" 2>&1 &
  pids+=($!)
  names+=("$name")
}

is_ready() { status_of "$1" /readyz && status_of "$1" /v1/keys; }

# wait_until_ready PORT LOG
wait_until_ready() {
  local i
  for _ in $(seq 200); do
    for i in "${!pids[@]}"; do kill -0 "${pids[i]}" 2>/dev/null || fail "${names[i]}"; done
    if is_ready "$1"; then return; fi
    sleep 0.05
  done
  fail "$2"
}

names=()
choose_port
trap stop EXIT
trap 'exit 0' INT TERM
[ -z "$postgres" ] || bash tools/dev/postgres.sh start "$var/pg" >/dev/null
write_configs
second=$((port + 2))
start sealcartd sealcartd --config "$config" --port "$port" --seal-port $((port + 1))
[ -z "$postgres" ] ||
  start sealcartd-2 sealcartd --config "$config" --port "$second" --seal-port $((port + 3))
start sealcart-payd sealcart-payd --config "$var/payd.toml" --endpoint "http://127.0.0.1:$port"
wait_until_ready "$port" sealcartd
[ -z "$postgres" ] || wait_until_ready "$second" sealcartd-2
[ -z "$postgres" ] || echo "
  Two servers share one PostgreSQL; the second is at http://127.0.0.1:$second/"
cat <<TEXT

  Sealcart is running. Ctrl-C stops it.

  Shop   http://127.0.0.1:$port/
  QA     http://127.0.0.1:$port/qa
  Pay with 4242 4242 4242 4242 (approved) or 4000 0000 0000 0002 (declined); no money moves.
  Data and logs: $var/

TEXT
if wait -n "${pids[@]}"; then exit 0; fi
echo "One of the programs ended; see $var/log/." >&2
exit 1
