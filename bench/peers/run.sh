#!/usr/bin/env bash
# Our package and our module as more contenders in the peers' own harness (../shared/peers), each in
# fresh processes, interleaved. Without that folder our figures are printed alone.
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
ours=(sealcart sealcart-lines sealcart-snapshot sealcart-module)
for name in "${ours[@]}"; do
  echo "export { default } from '$root/bench/peers/$name.mjs';" >"$work/A-cart/contenders/$name.mjs"
done
cp "$root/bench/peers/wasm-floor-changing.mjs" "$work/A-cart/contenders/"
contenders=$(printf '%s.mjs,' "${ours[@]}" wasm-floor-state wasm-floor-changing wasm-floor-typed \
  js-int-fast)js-int.mjs
if [ "$packages" = packages ]; then contenders+=,dinero-v2.mjs,medusa-totals.mjs; fi
cd "$work/A-cart"
NODE_NO_WARNINGS=1 node run.mjs "$repetitions" "$contenders"
