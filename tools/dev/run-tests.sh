#!/usr/bin/env bash
# Runs every step tools/test/NN-name.sh, or those whose name contains one of the arguments.
# A step prints what it likes and ends with: passed=N failed=N skipped=N
#
# Steps go in two lanes side by side: 60 to 79 wait for servers and pages more than they compute,
# the others compile and compute on every core. The second lane gives way to the first, where clocks
# are watched.
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

lane_of() {
  case $(basename "$1") in
    [67]*) echo waiting ;;
    *) echo computing ;;
  esac
}

has_waiting() {
  local script
  for script in "$@"; do [ "$(lane_of "$script")" != waiting ] || return 0; done
  return 1
}

# run_lane LANE SCRIPT...: those of the lane one after the other; for each a line "STATUS SECONDS".
run_lane() {
  local lane=$1 script started status
  local -a politely=()
  shift
  if [ "$lane" = computing ] && has_waiting "$@"; then politely=(nice -n 19); fi
  for script in "$@"; do
    [ "$(lane_of "$script")" = "$lane" ] || continue
    started=$SECONDS status=0
    "${politely[@]}" bash "$script" >"$LOGS/$(basename "$script" .sh).log" 2>&1 </dev/null ||
      status=$?
    echo "$status $((SECONDS - started))"
  done
}

declare -A lines_of=() group_of=()

# start_lane LANE SCRIPT...: in the background, in a process group of its own, so that all it
# started can be ended.
start_lane() {
  local lane=$1 pipe=$LOGS/lane-$1 lines
  rm -f "$pipe"
  mkfifo "$pipe"
  set -m
  run_lane "$@" >"$pipe" &
  set +m
  group_of[$lane]=$!
  exec {lines}<"$pipe"
  lines_of[$lane]=$lines
  rm -f "$pipe"
}

end_lanes() {
  local group
  for group in "${group_of[@]}"; do kill -- "-$group" 2>/dev/null || true; done
}

# A step without its counting line, or one that fails without a failed case, is one failure.
judge_step() {
  local script=$1 status=$2 seconds=$3 name log counts
  local -i p=0 f=0 s=0  # passed, failed, skipped
  name=$(basename "$script" .sh)
  log=$LOGS/$name.log
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
    printf '✓ %-22s %6d passed  %4d s\n' "$name" "$p" "$seconds"
    return 0
  fi
  printf '✗ %-22s %6d passed, %d failed  %4d s\n' "$name" "$p" "$f" "$seconds"
  tail -n 40 "$log" | cut -c1-200 | sed 's/^/  | /'
  printf '  The whole output: build/logs/%s.log   Again, alone: ./dev test %s\n' "$name" "$name"
}

main() {
  local script lane status seconds
  local -a scripts=()
  mkdir -p "$LOGS"
  for script in "$ROOT"/tools/test/[0-9][0-9]-*.sh; do
    if wanted "$(basename "$script" .sh)" "$@"; then scripts+=("$script"); fi
  done
  [ ${#scripts[@]} -gt 0 ] || die "no step is named like: $*" "The steps are in tools/test/."

  trap end_lanes EXIT
  trap 'exit 130' INT TERM
  for lane in waiting computing; do start_lane "$lane" "${scripts[@]}"; done
  for script in "${scripts[@]}"; do
    read -r status seconds <&"${lines_of[$(lane_of "$script")]}" ||
      die "$(basename "$script") was ended from outside."
    judge_step "$script" "$status" "$seconds"
  done

  [ ${#skipped_steps[@]} = 0 ] || say "Skipped: ${skipped_steps[*]}; each log says why"
  printf '%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" = 0 ]
}

main "$@"
