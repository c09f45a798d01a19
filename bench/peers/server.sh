#!/usr/bin/env bash
# The server beside what it stands on, in one run: raw SQLite and a Beast server that answers
# nothing, both from the harness of the peers when it is there.
#   server.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-6}
harness=../shared/peers/G-server
if [ -d "$harness" ]; then
  work=build/peers/server
  mkdir -p "$work/data"
  cp "$harness"/{sqlite.c,hello-beast.cpp} "$work/"
  (cd "$work" && { [ -x sqlite ] || gcc -O2 sqlite.c -lsqlite3 -o sqlite; } &&
    { [ -x beast ] || g++ -O2 -std=c++17 hello-beast.cpp -lpthread -o beast; })
  echo '# raw SQLite: rows of 1.9 KB, one or a hundred to a durable commit'
  taskset -c 0 "$work/sqlite" "$work/data" "$seconds" | grep -E 'pwrite|FULL'
  rm -rf "$work/data"
  if command -v wrk >/dev/null; then
    echo '# Beast alone: POST of 1.9 KB, not parsed, then parsed into a document tree'
    for way in 'r n' r; do
      # shellcheck disable=SC2086
      taskset -c 0 "$work/beast" 18300 $way >/dev/null &
      pid=$!
      sleep 0.5
      (cd "$harness" && taskset -c 1 wrk -t1 -c64 "-d${seconds}s" -s post.lua \
        http://127.0.0.1:18300/) | grep Requests/sec
      kill "$pid"
      wait "$pid" 2>/dev/null || true
    done
  fi
fi
echo '# sealcartd: one-operation syncs, durable before it is answered'
bash bench/server/sync.sh "$seconds"
