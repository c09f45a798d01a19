#!/usr/bin/env bash
# clang-tidy over the given files, or over all of core, core/seal and wasm. Needs a configured
# preset wasm-test (core) and native (the rest) for their compile commands.
set -euo pipefail
cd "$(dirname "$0")/../.."
database() { case $1 in wasm/*) echo build/wasm ;; *) echo build/native ;; esac; }
export -f database

files=("$@")
if [ ${#files[@]} = 0 ]; then mapfile -t files < <(find core wasm -name '*.cpp' | sort); fi
printf '%s\n' "${files[@]}" | xargs -P 2 -I {} bash -c \
  'out=$(clang-tidy-19 --quiet --extra-arg=-Wno-unknown-warning-option \
     -p "$(database {})" {} 2>&1) && echo "ok {}" || {
     echo "not ok {}"; grep -E "(warning|error):" <<<"$out" | sort -u | head -20; }'
