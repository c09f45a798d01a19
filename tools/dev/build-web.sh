# Bundles web/ with esbuild: for the shop's site with Debian's (no npm), for the package with the
# locked one (ESBUILD names it). Sourced after common.sh.

# The package's entries; each is a file of web/src and of exports in web/package.json.
WEB_ENTRIES=(index inline elements components forms seal testing)

# bundle WASM_DIR OUT_DIR [ESBUILD OPTION]... ENTRY...: ES modules that run as they are.
bundle() {
  local wasm=$1 out=$2
  shift 2
  "${ESBUILD:-esbuild}" --bundle --format=esm --target=es2022 --minify --charset=utf8 \
    --log-level=warning --legal-comments=none --loader:.wasm=binary --loader:.css=text \
    "--alias:sealcart-glue=$wasm/cart.js" "--alias:sealcart-wasm=$wasm/cart.wasm" \
    "--alias:sealcart-forms-glue=$wasm/forms.js" \
    "--outdir=$out" "$@"
}

# bundle_entries WASM_DIR OUT_DIR ENTRY...: shared code goes into one more file beside the entries.
bundle_entries() {
  local wasm=$1 out=$2
  shift 2
  bundle "$wasm" "$out" --splitting --chunk-names=shared-[hash] "${@/#/$ROOT/web/src/}"
  cp "$wasm/cart.wasm" "$wasm/forms.wasm" "$out/"
  # The tables of forms, each fetched when it is needed.
  mkdir -p "$out/packs"
  cp "$ROOT"/core/data/packs/*.txt "$out/packs/"
}

# build_web WASM_DIR SITE_DIR SEAL_SITE_DIR: what the shop's pages and the card form's frame import.
build_web() {
  local wasm=$1 site=$2 seal=$3
  rm -rf "$site/sealcart" "$seal"
  mkdir -p "$site/sealcart" "$seal"
  bundle_entries "$wasm" "$site/sealcart" index.ts elements.ts components.ts \
    forms.ts seal.ts testing.ts
  write_integrity "$site/sealcart"
  build_seal_frame "$wasm" "$seal"
}

# build_seal_frame WASM_DIR OUT_DIR: the page of the second origin, on its own.
build_seal_frame() {
  local wasm=$1 out=$2 frame=$ROOT/web/src/seal-frame
  bundle "$wasm" "$out" "--define:SEAL_WASM_INTEGRITY=\"$(sri "$wasm/seal/seal.wasm")\"" \
    "$frame/frame.ts" "$frame/seal-worker.ts"
  cp "$frame/frame.html" "$frame/frame.css" "$wasm/seal/seal.wasm" "$out/"
}

# sri FILE: its subresource integrity value. Node is there: Emscripten needs it.
sri() {
  node -e 'const { createHash } = require("crypto"), { readFileSync } = require("fs");
    const hash = createHash("sha384").update(readFileSync(process.argv[1])).digest("base64");
    console.log(`sha384-${hash}`)' "$1"
}

# write_integrity DIR: integrity.json, the value of each script and module in it.
write_integrity() {
  node -e 'const { createHash } = require("crypto"), fs = require("fs");
    const dir = process.argv[1], values = {};
    for (const name of fs.readdirSync(dir).filter((name) => /\.(js|wasm)$/.test(name)).sort()) {
      const hash = createHash("sha384").update(fs.readFileSync(`${dir}/${name}`)).digest("base64");
      values[name] = `sha384-${hash}`;
    }
    fs.writeFileSync(`${dir}/integrity.json`, JSON.stringify(values, null, 2) + "\n");' "$1"
}
