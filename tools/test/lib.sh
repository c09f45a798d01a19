# For the steps tools/test/NN-name.sh: build, run, and turn a runner's output into the line that
# tools/dev/run-tests.sh sums. Source it first; call `report` last.
#
#   source "$(dirname "$0")/lib.sh"
#   build_targets native core_tests     # from tools/dev/build.sh
#   run_ctest native tests/core    # or: run_gtest PROGRAM…, run_gtest_shared PROGRAM…,
#                                  # run_node_test FILE…, count P F S
#   report

set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../setup/common.sh"
source "$ROOT/tools/dev/build.sh"
cd "$ROOT"

STEP=$(basename "$0" .sh)
declare -i PASSED=0 FAILED=0 SKIPPED=0

# count PASSED FAILED [SKIPPED]
count() {
  PASSED+=$1
  FAILED+=$2
  SKIPPED+=${3:-0}
}

# attribute FILE NAME: a number out of the first element of a JUnit file.
attribute() {
  grep -m 1 -oE "[[:space:]]$2=\"[0-9]+\"" "$1" | grep -oE '[0-9]+' || echo 0
}

# run_ctest PRESET FOLDER [ARGUMENTS]...: the tests of one folder of a build.
run_ctest() {
  local xml=$LOGS/$STEP.xml preset=$1 folder=$2 total failures skipped
  shift 2
  rm -f "$xml"
  ctest --test-dir "build/$preset/$folder" --parallel 2 --output-on-failure --progress \
    --output-junit "$xml" "$@" || true
  [ -s "$xml" ] || die "ctest did not run in build/$preset/$folder."
  total=$(attribute "$xml" tests)
  failures=$(attribute "$xml" failures)
  skipped=$(($(attribute "$xml" skipped) + $(attribute "$xml" disabled)))
  count $((total - failures - skipped)) "$failures" "$skipped"
}

# run_gtest COMMAND...: one GoogleTest program, also one that runs under node.
run_gtest() {
  local out=$LOGS/$STEP.gtest status=0
  "$@" --gtest_brief=1 >"$out" 2>&1 || status=$?
  tally_gtest "$out" "$status"
}

# run_gtest_shared COMMAND...: the same, its cases dealt out to eight processes, two at a time: one
# process leaves a core idle, one a case mostly starts up. Names come by --gtest_filter, for under
# node a program sees no environment. That each case ran is checked.
run_gtest_shared() {
  local out=$LOGS/$STEP.share names=$LOGS/$STEP.cases
  local -i before=$((PASSED + FAILED + SKIPPED)) share ran
  rm -f "$out".*
  "$@" --gtest_list_tests >"$names.listed" || die "the cases cannot be listed: $*"
  awk '/^[^ ]/ { suite = $1 } /^  / { print suite $1 }' "$names.listed" >"$names"
  for share in {0..7}; do
    awk -v n="$share" 'NR % 8 == n { printf "%s:", $0 }' "$names" >"$out.$share.filter"
  done
  printf '%s\n' {0..7} | xargs -P 2 -I {} bash -c 'out=$1.{} status=0
    shift
    timeout 1200 "$@" --gtest_brief=1 --gtest_filter="$(cat "$out.filter")" >"$out" 2>&1 ||
      status=$?
    echo "$status" >"$out.status"' share "$out" "$@" || true
  for share in {0..7}; do tally_gtest "$out.$share" "$(cat "$out.$share.status" || echo 1)"; done
  ran=$((PASSED + FAILED + SKIPPED - before))
  if [ "$ran" != "$(wc -l <"$names")" ]; then
    echo "$ran of $(wc -l <"$names") cases have a verdict."
    count 0 1
  fi
}

# tally_gtest OUTPUT STATUS: shows what a GoogleTest program wrote and counts its cases.
tally_gtest() {
  local out=$1 status=$2
  cat "$out"
  local -i total p f s
  total=$(sed -nE 's/^\[==========\] ([0-9]+) tests? from .* ran\..*/\1/p' "$out")
  p=$(sed -nE 's/^\[  PASSED  \] ([0-9]+) tests?.*/\1/p' "$out")
  s=$(sed -nE 's/^\[  SKIPPED \] ([0-9]+) tests?\..*/\1/p' "$out")
  f=$((total - p - s))
  if [ "$status" != 0 ] && [ "$f" = 0 ]; then f=1; fi
  count "$p" "$f" "$s"
}

# run_node_test ARGUMENTS...: node's own test runner.
run_node_test() {
  local out=$LOGS/$STEP.tap status=0
  # A test that never ends is a failure, not a wait.
  timeout 1200 node --test --test-reporter=tap "$@" >"$out" 2>&1 || status=$?
  # What failed and why; the rest of the TAP stays in the file.
  local noise='ok |# Subtest|---|\.\.\.|duration_ms|type:|failureType|code:|name:|stack:'
  noise+='|(async )?Test'
  grep -vE "^ *($noise)" "$out" || true
  local -i p f s
  p=$(sed -n 's/^# pass //p' "$out" | tail -n 1)
  f=$(sed -n 's/^# fail //p' "$out" | tail -n 1)
  f+=$(sed -n 's/^# cancelled //p' "$out" | tail -n 1)
  s=$(sed -n 's/^# skipped //p' "$out" | tail -n 1)
  if [ "$status" != 0 ] && [ "$f" = 0 ]; then f=1; fi
  count "$p" "$f" "$s"
}

report() {
  printf 'passed=%d failed=%d skipped=%d\n' "$PASSED" "$FAILED" "$SKIPPED"
  [ "$FAILED" = 0 ]
}
