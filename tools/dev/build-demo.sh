# Bundles demo/ with Debian's esbuild, after web/. Sourced after common.sh.

# sri FILE: its subresource integrity value. Node is there: Emscripten needs it.
sri() {
  node -e 'const { createHash } = require("crypto"), { readFileSync } = require("fs");
    const hash = createHash("sha384").update(readFileSync(process.argv[1])).digest("base64");
    console.log(`sha384-${hash}`)' "$1"
}

# demo_scripts SITE_DIR: one module a page. They import sealcart from its address on the site, as
# any shop would; the name becomes the address here because an import map would be an inline script.
demo_scripts() {
  local site=$1
  "${ESBUILD:-esbuild}" "$ROOT"/demo/src/{shop,checkout,order,qa,devices}.ts --bundle --splitting \
    --format=esm --target=es2022 --charset=utf8 --log-level=warning \
    --chunk-names=chunks/[name]-[hash] --external:sealcart '--external:sealcart/*' \
    "--define:CART_WASM_INTEGRITY=\"$(sri "$site/sealcart/cart.wasm")\"" \
    "--define:FORMS_WASM_INTEGRITY=\"$(sri "$site/sealcart/forms.wasm")\"" "--outdir=$site"
  sed -i -E -e 's#from "sealcart"#from "/sealcart/index.js"#' \
    -e 's#from "sealcart/([a-z]+)"#from "/sealcart/\1.js"#' \
    "$site"/{shop,checkout,order,qa,devices}.js "$site"/chunks/*.js
}

# build_demo SITE_DIR: the shop's pages, styles and pictures.
build_demo() {
  local site=$1
  rm -rf "$site/chunks" "$site/styles" "$site/art"
  demo_scripts "$site"
  "${ESBUILD:-esbuild}" "$ROOT"/demo/styles/{shop,checkout,qa,devices}.css --bundle --minify \
    --log-level=warning "--outdir=$site/styles"
  node "$ROOT/tools/dev/demo-pages.mjs" "$site"
  cp -r "$ROOT/demo/public/." "$site/"
  cp "$ROOT/NOTICE" "$site/NOTICE.txt"
}
