#!/usr/bin/env bash
# Our module as one more contender in the peers' own harness (../shared/peers), each in fresh
# processes, interleaved. Without that folder our figures are printed alone.
#   run.sh [REPETITIONS] [packages]: also the npm packages of bench/peers/package.json
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
peers=$root/../shared/peers
work=$root/build/peers
repetitions=${1:-5}
packages=${2:-}

if [ ! -d "$peers" ]; then
  echo '(no ../shared/peers beside the repository: our own figures alone)'
  node --no-warnings "$root/bench/peers/alone.mjs"
  exit
fi
mkdir -p "$work/results"  # where their harness writes
for part in A-cart lib inputs gen-inputs.mjs; do
  cp -r --no-preserve=mode "$peers/$part" "$work/"
done
(cd "$work" && node gen-inputs.mjs >/dev/null)
clang-19 --target=wasm32 -O3 -mbulk-memory -fno-builtin -nostdlib -Wl,--no-entry \
  -Wl,--export-dynamic -Wl,--strip-all -o "$work/A-cart/floor.wasm" "$work/A-cart/floor.c"
cat >"$work/A-cart/contenders/sealcart-module.mjs" <<CONTENDER
export { default } from '$root/bench/peers/sealcart-module.mjs';
CONTENDER
contenders=sealcart-module.mjs,wasm-floor-state.mjs,js-int-fast.mjs,js-int.mjs
if [ "$packages" = packages ]; then contenders+=,dinero-v2.mjs,medusa-totals.mjs; fi
cd "$work/A-cart"
NODE_NO_WARNINGS=1 node run.mjs "$repetitions" "$contenders"
