#!/usr/bin/env bash
# Runs every step tools/test/NN-name.sh, or those whose name contains one of the arguments.
# A step prints what it likes and ends with: passed=N failed=N skipped=N
set -euo pipefail
source "$(dirname "$0")/../setup/common.sh"

passed=0 failed=0
declare -a skipped_steps=()

wanted() {
  local name=$1 part
  shift
  [ $# = 0 ] && return 0
  for part in "$@"; do [[ $name == *"$part"* ]] && return 0; done
  return 1
}

# A step without its counting line, or one that fails without a failed case, is one failure.
run_step() {
  local script=$1 name log started counts status=0
  local -i p=0 f=0 s=0  # passed, failed, skipped
  name=$(basename "$script" .sh)
  log=$LOGS/$name.log
  started=$SECONDS
  bash "$script" >"$log" 2>&1 </dev/null || status=$?
  counts=$(tail -n 1 "$log" | grep -E '^passed=[0-9]+ failed=[0-9]+ skipped=[0-9]+$' || true)
  if [ -n "$counts" ]; then
    p=$(sed 's/passed=\([0-9]*\).*/\1/' <<<"$counts")
    f=$(sed 's/.*failed=\([0-9]*\).*/\1/' <<<"$counts")
    s=$(sed 's/.*skipped=\([0-9]*\).*/\1/' <<<"$counts")
  fi
  if [ "$status" != 0 ] || [ -z "$counts" ]; then f=$((f > 0 ? f : 1)); fi
  if [ $((p + f + s)) = 0 ]; then f=1; fi
  passed=$((passed + p)) failed=$((failed + f))
  if [ "$s" != 0 ]; then skipped_steps+=("$name ($s)"); fi
  if [ "$f" = 0 ]; then
    printf '✓ %-22s %6d passed  %4d s\n' "$name" "$p" $((SECONDS - started))
    return 0
  fi
  printf '✗ %-22s %6d passed, %d failed  %4d s\n' "$name" "$p" "$f" $((SECONDS - started))
  tail -n 40 "$log" | cut -c1-200 | sed 's/^/  | /'
  printf '  The whole output: build/logs/%s.log   Again, alone: ./dev test %s\n' "$name" "$name"
}

main() {
  local script
  mkdir -p "$LOGS"
  for script in "$ROOT"/tools/test/[0-9][0-9]-*.sh; do
    if wanted "$(basename "$script" .sh)" "$@"; then run_step "$script"; fi
  done
  [ $((passed + failed)) -gt 0 ] || die "no step is named like: $*" "The steps are in tools/test/."
  [ ${#skipped_steps[@]} = 0 ] || say "Skipped: ${skipped_steps[*]}; each log says why"
  printf '%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" = 0 ]
}

main "$@"
