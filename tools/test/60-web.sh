#!/usr/bin/env bash
# The npm package: types, behaviour on the real cart.wasm under Node and in Chromium, the packed
# package in an empty project, and what a page has to fetch (bench/budgets.json).
source "$(dirname "$0")/lib.sh"
source "$ROOT/tools/dev/build-web.sh"
ESBUILD=$ROOT/node_modules/.bin/esbuild
wasm=$ROOT/build/wasm/wasm
tests=$ROOT/build/web-tests

# passes NAME COMMAND...: one test, its output above its verdict.
passes() {
  local name=$1
  shift
  if "$@"; then
    echo "ok - $name"
    count 1 0
  else
    echo "not ok - $name"
    count 0 1
  fi
}

build_targets wasm
passes 'web/ type-checks' node_modules/.bin/tsc -p web --noEmit
passes 'its tests type-check' node_modules/.bin/tsc -p tests/web

rm -rf "$tests"
"$ESBUILD" tests/web/*.test.ts --bundle --packages=external --format=esm --platform=node \
  --target=node18 "--outdir=$tests" --out-extension:.js=.mjs --sourcemap=inline \
  --log-level=warning "--alias:sealcart-glue=$wasm/cart.js" \
  "--alias:sealcart-forms-glue=$wasm/forms.js"
bash tools/dev/build-package.sh
mkdir -p "$tests/seal-site"
build_seal_frame "$wasm" "$tests/seal-site"

export SEALCART_WASM=$wasm/cart.wasm SEALCART_FORMS_WASM=$wasm/forms.wasm
export SEALCART_DIST=$ROOT/build/package/dist
export SEALCART_SEAL_SITE=$tests/seal-site SEALCART_PACKAGE=$ROOT/build/package
NODE_OPTIONS=--enable-source-maps run_node_test --test-concurrency=2 "$tests"/*.test.mjs
run_node_test tests/package/package.test.mjs
passes 'sizes are within budget' node tools/size.mjs "$SEALCART_DIST" "$SEALCART_SEAL_SITE"
report
