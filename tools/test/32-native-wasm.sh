#!/usr/bin/env bash
# A hundred thousand drawn carts priced natively and as Wasm: the snapshots' bytes are equal.
source "$(dirname "$0")/lib.sh"
build_targets native price_digest
build_targets wasm-test price_digest
carts=${SEALCART_CARTS:-100000}
build/native/tests/invariants/price_digest "$carts" >"$LOGS/$STEP-native.txt" &
native=$!
node build/wasm-test/tests/invariants/price_digest.js "$carts" >"$LOGS/$STEP-wasm.txt"
wait "$native"
if cmp "$LOGS/$STEP-native.txt" "$LOGS/$STEP-wasm.txt"; then
  echo "$carts carts, native and Wasm byte-equal: $(tail -n 1 "$LOGS/$STEP-native.txt")"
  count 1 0
else
  count 0 1
fi
report
