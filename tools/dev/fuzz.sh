#!/usr/bin/env bash
# Runs each libFuzzer program on its seeds, its kept crashes and a growing local corpus; then the
# invariants of a price on drawn carts, and the laws of replication on drawn schedules; the
# simulation of devices and server (docs/SIMULATION.md), 1000 histories unless --runs says
# otherwise.
# fuzz.sh [SECONDS] [--runs N] [--seed N] [--only NAME]
#   SECONDS  for each fuzzer (60); with --runs no limit unless given
#   --runs   this many inputs for each program, for invariants carts and for schedules that many
#            (100000): 10000000 is what a release is held to
#   --seed   of the random changes and of the carts, to repeat a run (0: another each time)
#   --only   the programs whose names contain NAME: wire_fuzz, compact_fuzz, ops_fuzz, store_fuzz,
#            price_fuzz, fields_fuzz, forms_fuzz, invariants, schedules, simulation
set -euo pipefail
source "$(dirname "$0")/../setup/common.sh"
source "$ROOT/tools/dev/build.sh"
source "$ROOT/tools/dev/simulation.sh"
seconds= runs=-1 seed=0 only=
while [ $# -gt 0 ]; do
  case $1 in
    --runs) runs=$2 && shift ;;
    --seed) seed=$2 && shift ;;
    --only) only=$2 && shift ;;
    *) seconds=$1 ;;
  esac
  shift
done
[ -n "$seconds" ] || { [ "$runs" = -1 ] && seconds=60 || seconds=0; }

# Short traces of allocations and a small quarantine: twice as many inputs a second. Give a crash
# to its program without them for the whole story. Choosing inputs by entropy costs more than it
# finds, and of many changes in a row one leaves a document that is refused.
fast_asan=malloc_context_size=1:quarantine_size_mb=1:detect_stack_use_after_return=0

run_fuzzer() {
  local name=$1 folder
  local program=$ROOT/build/fuzz/tests/fuzz/$name corpus=$ROOT/var/fuzz/$name
  local -a given=()
  build_targets fuzz "$name"
  mkdir -p "$corpus"
  say "$name: ${seconds} s at most, ${runs} inputs (0, -1: no limit)"
  for folder in regressions seeds; do
    if [ -d "$ROOT/tests/fuzz/$folder/$name" ]; then
      given+=("$ROOT/tests/fuzz/$folder/$name")
    fi
  done
  ASAN_OPTIONS=$fast_asan logged "$name" "$program" \
    -max_total_time="$seconds" -runs="$runs" -seed="$seed" -max_len=66000 -timeout=10 \
    -entropic=0 -mutate_depth=2 \
    -print_final_stats=1 -artifact_prefix="$corpus/" \
    "$corpus" ${given[@]+"${given[@]}"} ||
    die "$name found an input that breaks it." \
      "It is in var/fuzz/$name/. Repair, then keep it in tests/fuzz/regressions/$name/."
  grep -E 'DONE|^stat::(number_of_executed|average_exec|new_units)' "$LOGS/$name.log" |
    sed 's/^/  /'
}

# One for each number from SEED * 10^9 on, so that no two seeds share one.
run_drawn() {
  local name=$1 drawn=$runs first=$((seed * 1000000000))
  [ "$runs" != -1 ] || drawn=100000
  [ "$seed" != 0 ] || first=$(date +%s%N)
  build_targets native "$name"
  say "$name: $drawn from number $first"
  logged "$name" "$ROOT/build/native/tests/invariants/$name" "$drawn" "$first" ||
    die "$name found a broken law." "The number that draws it is above."
  sed 's/^/  /' "$LOGS/$name.log"
}

# History i of a seed has the number SEED * 10^6 + i and is repeated alone by that number.
run_simulation() {
  local histories=$runs number=$seed
  [ "$runs" != -1 ] || histories=1000
  [ "$seed" != 0 ] || number=$(date +%s)
  bash "$ROOT/tools/setup/npm.sh"
  build_simulation
  say "simulation: $histories histories of seed $number"
  logged simulation simulate --runs "$histories" --seed "$number" ||
    die "a simulated history ended badly." "Its number and what happened are above."
  sed 's/^/  /' "$LOGS/simulation.log"
}

found=0
for name in "$ROOT"/tests/fuzz/*_fuzz.cpp invariants schedules simulation; do
  name=$(basename "$name" .cpp)
  [[ $name == *"$only"* ]] || continue
  found=1
  case $name in
    simulation) run_simulation ;;
    *_fuzz) run_fuzzer "$name" ;;
    *) run_drawn "$name" ;;
  esac
done
[ "$found" = 1 ] ||
  die "no program is named like: $only" \
    "They are in tests/fuzz/; and invariants, schedules, simulation."
