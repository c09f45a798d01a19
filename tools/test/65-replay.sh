#!/usr/bin/env bash
# Real carts line by line in core, cart.wasm and sealcartd: exact totals, byte-equal snapshots.
source "$(dirname "$0")/lib.sh"
build_targets native sealcart sealcartd
build_targets wasm cart
out=$LOGS/$STEP.out
bin=build/native
tests/replay/run.sh "$bin/tools/sealcart" "$bin/server/sealcartd" | tee "$out" || count 0 1
# One check an engine: every figure of its line.
engine() {
  local line
  line=$(grep "^$1:" "$out" || true)
  if grep -qE "$2" <<<"$line"; then count 1 0; else count 0 1; fi
}
engine core '559 exact, 1 refused \(amount_precision\), 1 refused \(quantity_too_large\), 0 wrong'
engine endpoint '559 compared, 0 byte differences'
engine wasm '561 carts: 559 byte-equal, .* 0 byte differences'
report
