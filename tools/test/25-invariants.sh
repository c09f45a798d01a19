#!/usr/bin/env bash
# A million drawn stores and carts: what must hold for every price; a million drawn schedules of
# devices: what must hold for every replica. SEALCART_CARTS and SEALCART_SCHEDULES set how many.
source "$(dirname "$0")/lib.sh"
build_targets native invariants schedules

# in_halves PROGRAM COUNT: from seed 1,000,000 on, in two processes.
in_halves() {
  local program=build/native/tests/invariants/$1 half=$(($2 / 2)) log=$LOGS/$STEP-$1 first status=0
  $program "$half" 1000000 >"$log-1.log" &
  first=$!
  $program "$half" $((1000000 + half)) >"$log-2.log" || status=1
  wait "$first" || status=1
  cat "$log-1.log" "$log-2.log"
  if [ "$status" = 0 ]; then count 1 0; else count 0 1; fi
}

in_halves invariants "${SEALCART_CARTS:-1000000}"
in_halves schedules "${SEALCART_SCHEDULES:-1000000}"
report
