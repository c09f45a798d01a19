#!/usr/bin/env bash
# Runs each libFuzzer program on its seeds, its kept crashes and a growing local corpus.
# fuzz.sh [SECONDS] [--runs N] [--seed N] [--only NAME]
#   SECONDS  for each program (60); with --runs no limit unless given
#   --runs   this many inputs for each program: 10000000 is what a release is held to
#   --seed   of the random changes, to repeat a run (0: another each time)
#   --only   the programs whose names contain NAME
set -euo pipefail
source "$(dirname "$0")/../setup/common.sh"
source "$ROOT/tools/dev/build.sh"
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
build_targets fuzz tests/fuzz/all

found=0
for program in "$ROOT"/build/fuzz/tests/fuzz/*"$only"*_fuzz; do
  [ -x "$program" ] || continue
  found=1
  name=$(basename "$program")
  corpus=$ROOT/var/fuzz/$name
  mkdir -p "$corpus"
  say "$name: ${seconds} s at most, ${runs} inputs (0, -1: no limit)"
  given=()
  for folder in regressions seeds; do
    if [ -d "$ROOT/tests/fuzz/$folder/$name" ]; then
      given+=("$ROOT/tests/fuzz/$folder/$name")
    fi
  done
  logged "$name" "$program" -max_total_time="$seconds" -runs="$runs" -seed="$seed" \
    -max_len=66000 -timeout=10 -print_final_stats=1 -artifact_prefix="$corpus/crash-" \
    "$corpus" ${given[@]+"${given[@]}"} ||
    die "$name found an input that breaks it." \
      "It is in var/fuzz/$name/. Repair, then keep it in tests/fuzz/regressions/$name/."
  grep -E '^stat::(number_of_executed_units|new_units_added)' "$LOGS/$name.log" | sed 's/^/  /'
done
[ "$found" = 1 ] || die "the preset fuzz built no such fuzzer." "They belong in tests/fuzz/."
