#!/usr/bin/env bash
# Our package as one more contender of the peers' form benchmark (../shared/peers, B-form): a
# checkout of 23 fields, 200 valid and 200 invalid ones, strings in and findings out; then one key
# stroke beside what a shop would use. Each in fresh processes, interleaved.
#   forms.sh [REPETITIONS] [packages]: also the npm packages of bench/peers/package.json
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
peers=$root/../shared/peers
work=$root/build/peers
repetitions=${1:-5}
packages=${2:-}

if [ ! -d "$peers" ]; then
  echo '(no ../shared/peers beside the repository: no forms to check)'
  exit
fi
mkdir -p "$work/results"  # where their harness writes
for part in B-form lib inputs gen-inputs.mjs; do
  cp -r --no-preserve=mode "$peers/$part" "$work/"
done
(cd "$work" && node gen-inputs.mjs >/dev/null)
echo "export { default } from '$root/bench/peers/sealcart-form.mjs';" \
  >"$work/B-form/contenders/sealcart.mjs"
contenders=sealcart.mjs,hand-js.mjs
if [ "$packages" = packages ]; then contenders+=,zod-lpnmin.mjs,ajv-lpnmin.mjs; fi
# `pieces` of the harness needs more packages than these, and is left out.
cd "$work/B-form"
sed -i "s/, { args: \['pieces.mjs'\] }//" run.mjs
NODE_NO_WARNINGS=1 node run.mjs "$repetitions" "$contenders"
cp "$root/bench/peers/keystrokes.mjs" "$work/B-form/"
NODE_NO_WARNINGS=1 SEALCART_ROOT=$root node keystrokes.mjs ${packages:+packages}
