#!/usr/bin/env bash
# clang-tidy over the given files, or over all of core, core/seal (in their batches, so that shared
# headers are read once) and wasm. Needs the presets native and wasm configured.
set -euo pipefail
cd "$(dirname "$0")/../.."
set_compiler='s/^set(CMAKE_CXX_COMPILER "\(.*\)")$/\1/p'
compiler=$(sed -n "$set_compiler" build/wasm/CMakeFiles/*/CMakeCXXCompiler.cmake)
SYSROOT=$("$(dirname "$compiler")/em-config" CACHE)/sysroot
export SYSROOT
# em++ tells its target and headers to clang itself; clang-tidy has to be told.
flags() {
  case $1 in
    wasm/*)
      echo "-p build/wasm --extra-arg=--target=wasm32-unknown-emscripten" \
        "--extra-arg=--sysroot=$SYSROOT"
      ;;
    *) echo "-p build/native" ;;
  esac
}
export -f flags

files=("$@")
if [ ${#files[@]} = 0 ]; then
  mapfile -t files < <(
    find build/native/core -path '*/Unity/*.cxx' | sort
    find wasm -name '*.cpp' | sort
  )
fi
printf '%s\n' "${files[@]}" | xargs -P 2 -I {} bash -c \
  'out=$(clang-tidy-19 --quiet --extra-arg=-Wno-unknown-warning-option \
     --extra-arg=-Wno-unused-command-line-argument $(flags {}) {} 2>&1) && echo "ok {}" || {
     echo "not ok {}"; grep -E "(warning|error):" <<<"$out" | sort -u | head -20; }'
