#!/usr/bin/env bash
# One line a tool: for which command, what was found, what is wanted. Exit 1 when run lacks one.
set -euo pipefail
source "$(dirname "$0")/../setup/common.sh"
source "$ROOT/tools/setup/packages.sh"
missing=0

# first_version COMMAND...: the first thing that looks like a version in its output.
first_version() {
  { "$@" 2>&1 </dev/null || true; } | grep -m 1 -oE '[0-9]+\.[0-9]+(\.[0-9]+)*' | head -n 1
}

at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# row COMMAND-GROUP NAME WANTED FOUND: WANTED is a least version, or =exact.
row() {
  local group=$1 name=$2 wanted=$3 found=$4 mark=✓ phrase=${3#=}
  case $wanted in
    =*) [ "$found" = "${wanted#=}" ] || mark=✗ ;;
    *)
      { [ -n "$found" ] && at_least "$found" "$wanted"; } || mark=✗
      phrase+=' or newer'
      ;;
  esac
  if [ "$mark" = ✗ ] && [ "$group" = run ]; then missing=1; fi
  printf '%s %-10s %-22s found %-14s wanted %s\n' \
    "$mark" "$group" "$name" "${found:-none}" "$phrase"
}

tool() {
  local found=
  have "${4:-$2}" && found=$(first_version "${4:-$2}" --version)
  row "$1" "$2" "$3" "$found"
}

package_version() {
  dpkg-query -W -f '${Version}' "$1" 2>/dev/null | sed -E 's/^[0-9]+://; s/[^0-9.].*//' || true
}
library() { row "$1" "$2" "$3" "$(package_version "$2")"; }

emcc_version() {
  local own=$TOOLCHAIN/emscripten/usr/share/emscripten/emcc
  if have emcc && [ "$(first_version emcc --version)" = "$EMSCRIPTEN_VERSION" ]; then
    echo "$EMSCRIPTEN_VERSION"
  elif [ -x "$own" ]; then
    first_version "$own" --version
  fi
}

tool run g++ 12
tool run cmake 3.25
tool run ninja 1.10
tool run clang-19 19
tool run node 18.20
tool run esbuild 0.17
tool run brotli 1.0
tool run python3 3.9
row run emcc "=$EMSCRIPTEN_VERSION" "$(emcc_version)"
row run 'libsodium source' =1.0.18 "$(cat "$TOOLCHAIN/libsodium-src/ready" 2>/dev/null || true)"
library run nlohmann-json3-dev 3.11
library run libsodium-dev 1.0.18
library run libboost-dev 1.74
library run libsqlite3-dev 3.40
library run libsqlitecpp-dev 3.2
library run libpq-dev 14
library run libspdlog-dev 1.10
library run libtomlplusplus-dev 3.3
library run libcli11-dev 2.1
library test googletest 1.12
library test librapidcheck-dev 0
library test libclang-rt-19-dev 19
tool test clang-format 19 clang-format-19
tool test npm 9
tool test chromium 100
library bench libbenchmark-dev 1.7
tool browsers firefox-esr 100
tool docs doxygen 1.9

if [ "$missing" = 1 ]; then
  packages=$(missing_packages run | tr '\n' ' ')
  die "./dev run will install what is marked ✗ under run." \
    ${packages:+"Or by hand: apt-get install $packages"}
fi
