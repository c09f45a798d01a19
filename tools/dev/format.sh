#!/usr/bin/env bash
# Formats every C++ file of ours in place; --list prints their names only.
set -euo pipefail
cd "$(dirname "$0")/../.."
files() {
  local rooms=()
  for room in core wasm server tests bench tools; do [ -d "$room" ] && rooms+=("$room"); done
  find "${rooms[@]}" -name '*.h' -o -name '*.cpp' | sort
}
if [ "${1:-}" = --list ]; then files; else files | xargs clang-format-19 -i; fi
