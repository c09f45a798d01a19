#!/usr/bin/env bash
# A million drawn stores and carts: what must hold for every price. SEALCART_CARTS sets how many.
source "$(dirname "$0")/lib.sh"
build_targets native invariants
carts=${SEALCART_CARTS:-1000000}
half=$((carts / 2))
program=build/native/tests/invariants/invariants
$program "$half" 1000000 >"$LOGS/$STEP-1.log" &
first=$!
status=0
$program "$half" $((1000000 + half)) >"$LOGS/$STEP-2.log" || status=1
wait "$first" || status=1
cat "$LOGS/$STEP-1.log" "$LOGS/$STEP-2.log"
if [ "$status" = 0 ]; then count 1 0; else count 0 1; fi
report
