#!/usr/bin/env bash
# The npm packages we are measured against, into build/peers.
set -euo pipefail
source "$(dirname "$0")/../../tools/setup/common.sh"
work=$ROOT/build/peers
mkdir -p "$work"
if cmp -s "$ROOT/bench/peers/package.json" "$work/package.json" && [ -d "$work/node_modules" ]; then
  exit
fi
say "Installing the packages to compare with into build/peers (40 MB to fetch, 200 MB on disk)"
cp "$ROOT/bench/peers/package.json" "$work/package.json"
(cd "$work" && logged npm-peers npm install --ignore-scripts --no-audit --no-fund) ||
  die "npm could not install the packages of bench/peers/package.json." "Check the network."
