#!/usr/bin/env bash
# clang-tidy 19 over core, core/seal and wasm: names, sizes, narrowing, moved-from values.
source "$(dirname "$0")/lib.sh"
ready_preset native
ready_preset wasm
out=$LOGS/$STEP.lint
bash tools/dev/lint.sh | tee "$out"
count "$(grep -c '^ok ' "$out" || true)" "$(grep -c '^not ok ' "$out" || true)"
report
