#!/usr/bin/env bash
# The kill -9 campaign of the server by hand. crash.sh [--cycles N] [--seed S] [--carts N]
#   --cycles  kills (1000)
#   --seed    of their moments and of the load, to repeat a run
#   --carts   in the database before it begins (0); with 1000000 it takes a minute to fill
set -euo pipefail
source "$(dirname "$0")/../setup/common.sh"
source "$ROOT/tools/dev/build.sh"
build_targets native sealcartd sealcart_integrity sealcart_fill_shop
exec node "$ROOT/tests/server/crash/run.mjs" "$@"
