#!/usr/bin/env bash
# Prints what things cost on this machine; `run.sh peers` also what npm packages cost, `run.sh
# instructions` only how many instructions a pricing takes, `run.sh server` only the endpoint.
# Times are reported, never gated: only the ratios to what ran in the same minute mean anything.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
if [ "${1:-}" = instructions ]; then exec bash bench/instructions.sh; fi
if [ "${1:-}" = server ]; then exec bash bench/peers/server.sh "${2:-6}"; fi
packages=
if [ "${1:-}" = peers ]; then
  packages=packages
  bash bench/peers/install.sh
  export SEALCART_PEERS=$root/build/peers
fi

heading() { printf '\n## %s\n' "$1"; }

heading 'core, native (Google Benchmark)'
build/native/bench/core_bench --benchmark_min_time=0.3 2>/dev/null

heading 'lines-promotions, 3 tax rates, all that is missing told; best deals, or by priority'
mkdir -p build/bench
cases=()
for case in 10-8 100-8 1000-8 1000-50-priority 1000-50; do
  node bench/offers.mjs ${case//-/ } >"build/bench/offers-$case.json"
  cases+=("build/bench/offers-$case.json")
done
build/native/bench/offers_bench --benchmark_min_time=0.2 "${cases[@]}" 2>/dev/null
node --no-warnings bench/offers-module.mjs "${cases[@]}"

heading 'instructions of a pricing (callgrind)'
bash bench/instructions.sh

heading 'an edit with all totals, from JavaScript, beside the peers (us, median of 5 processes)'
bash bench/peers/run.sh 5 $packages

heading 'a checkout form of 23 fields, and one key stroke, beside the peers (us)'
bash bench/peers/forms.sh 5 $packages

heading 'an edit of a replicated cart, its state, two forks joined, beside the peers'
bash bench/peers/crdt.sh 3 $packages

if [ -f bench/seal.mjs ]; then
  heading 'sealing a payment token'
  node --no-warnings bench/seal.mjs
fi

heading 'sizes'
node tools/size.mjs build/package/dist build/seal-site
