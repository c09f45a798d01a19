#!/usr/bin/env bash
# Simulated histories of shoppers, networks and crashes (docs/SIMULATION.md): each goes the same way
# twice, all of them end well, and each planted mistake is noticed. More of them:
# ./dev fuzz --only simulation
source "$(dirname "$0")/lib.sh"
source "$ROOT/tools/dev/simulation.sh"
seed=1 schedules=${SEALCART_SCHEDULES:-150}

# verdict NAME LOG STATUS
verdict() {
  cat "$2"
  if [ "$3" = 0 ]; then
    echo "ok - $1"
    count 1 0
  else
    echo "not ok - $1"
    count 0 1
  fi
}

status=0
node_modules/.bin/tsc -p tests/sim >"$LOGS/$STEP-types.log" || status=1
verdict 'the simulation type-checks' "$LOGS/$STEP-types.log" "$status"
build_simulation

# Two processes: each has half a core's worth of waiting for its server.
simulate --plant all --runs 1000 --seed "$seed" >"$LOGS/$STEP-planted.log" 2>&1 &
planted=$!
status=0
simulate --runs "$schedules" --seed "$seed" >"$LOGS/$STEP-schedules.log" 2>&1 || status=1
verdict "$schedules schedules of seed $seed end well" "$LOGS/$STEP-schedules.log" "$status"
status=0
simulate --runs 10 --seed "$seed" --twice >"$LOGS/$STEP-twice.log" 2>&1 || status=1
verdict 'the same seed is the same history' "$LOGS/$STEP-twice.log" "$status"
status=0
wait "$planted" || status=1
verdict 'every planted mistake is noticed' "$LOGS/$STEP-planted.log" "$status"
report
