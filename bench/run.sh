#!/usr/bin/env bash
# Prints what things cost on this machine; `run.sh peers` also what npm packages cost. Times are
# reported, never gated: only the ratios to what ran in the same minute mean anything.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
packages=
if [ "${1:-}" = peers ]; then
  packages=packages
  bash bench/peers/install.sh
  export SEALCART_PEERS=$root/build/peers
fi

heading() { printf '\n## %s\n' "$1"; }

heading 'core, native (Google Benchmark)'
build/native/bench/core_bench --benchmark_min_time=0.3 2>/dev/null

heading 'an edit with all totals, from JavaScript, beside the peers (us, median of 5 processes)'
bash bench/peers/run.sh 5 $packages

if [ -f bench/seal.mjs ]; then
  heading 'sealing a payment token'
  node --no-warnings bench/seal.mjs
fi

heading 'sizes'
node tools/size.mjs build/package/dist build/seal-site
