# The simulation (docs/SIMULATION.md): built and run. Sourced after build.sh; used by the test step
# and by fuzz.sh.

build_simulation() {
  local wasm=$ROOT/build/wasm/wasm
  build_targets wasm cart
  build_targets native sealcart_sim_server
  (cd "$ROOT" && node_modules/.bin/esbuild tests/sim/campaign.ts --bundle --packages=external \
    --format=esm --platform=node --target=node18 --outfile=build/sim/campaign.mjs \
    --sourcemap=inline --log-level=warning "--alias:sealcart-glue=$wasm/cart.js")
}

# simulate ARGUMENTS...: see tests/sim/campaign.ts.
simulate() {
  local memory=
  if [ -w /dev/shm ]; then memory=/dev/shm; fi
  (cd "$ROOT" && SEALCART_WASM=$ROOT/build/wasm/wasm/cart.wasm SEALCART_SIM_FOLDER=$memory \
    NODE_OPTIONS=--enable-source-maps node build/sim/campaign.mjs \
    build/native/tests/sim/sealcart_sim_server "$@")
}
