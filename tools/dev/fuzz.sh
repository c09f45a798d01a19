#!/usr/bin/env bash
# Runs each libFuzzer program for some seconds on its kept crashes and a growing local corpus.
set -euo pipefail
source "$(dirname "$0")/../setup/common.sh"
source "$ROOT/tools/dev/build.sh"
seconds=${1:-60}
build_targets fuzz tests/fuzz/all

found=0
for program in "$ROOT"/build/fuzz/tests/fuzz/*_fuzz; do
  [ -x "$program" ] || continue
  found=1
  name=$(basename "$program")
  corpus=$ROOT/var/fuzz/$name
  mkdir -p "$corpus"
  say "$name for $seconds s"
  kept=$ROOT/tests/fuzz/regressions/$name
  [ -d "$kept" ] || kept=
  logged "$name" "$program" -max_total_time="$seconds" -max_len=66000 -timeout=5 \
    -print_final_stats=1 -artifact_prefix="$corpus/crash-" "$corpus" ${kept:+"$kept"} ||
    die "$name found an input that breaks it." \
      "It is in var/fuzz/$name/. Repair, then keep it in tests/fuzz/regressions/$name/."
  grep -E '^stat::(number_of_executed_units|new_units_added)' "$LOGS/$name.log" | sed 's/^/  /'
done
[ "$found" = 1 ] || die "the preset fuzz built no fuzzer." "They belong in tests/fuzz/."
