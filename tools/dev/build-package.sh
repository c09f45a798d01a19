#!/usr/bin/env bash
# build/package: the npm package as it is published (`npm publish build/package`). Bundled and typed
# with the locked versions of esbuild and TypeScript; cart.wasm comes from build/wasm.
set -euo pipefail
source "$(dirname "$0")/../setup/common.sh"
source "$ROOT/tools/dev/build-web.sh"
cd "$ROOT"
ESBUILD=$ROOT/node_modules/.bin/esbuild
wasm=$ROOT/build/wasm/wasm
package=$ROOT/build/package

rm -rf "$package"
mkdir -p "$package/dist"
cp web/package.json web/README.md LICENSE NOTICE "$package/"
bundle_entries "$wasm" "$package/dist" "${WEB_ENTRIES[@]/%/.ts}"
node_modules/.bin/tsc -p web/tsconfig.dist.json
node tools/dev/prune-types.mjs "$package/dist" "${WEB_ENTRIES[@]}"
write_integrity "$package/dist"
