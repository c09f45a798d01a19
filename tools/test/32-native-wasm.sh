#!/usr/bin/env bash
# A hundred thousand drawn carts priced natively and as Wasm, and twenty thousand logs of drawn and
# damaged operations judged: the bytes of snapshots and verdicts are equal.
source "$(dirname "$0")/lib.sh"
build_targets native price_digest op_digest
build_targets wasm-test price_digest op_digest

# same_digest PROGRAM COUNT
same_digest() {
  local log=$LOGS/$STEP-$1 native
  build/native/tests/invariants/"$1" "$2" >"$log-native.txt" &
  native=$!
  node build/wasm-test/tests/invariants/"$1".js "$2" >"$log-wasm.txt"
  if wait "$native" && cmp "$log-native.txt" "$log-wasm.txt"; then
    echo "$1: $2 drawn, native and Wasm byte-equal: $(tail -n 1 "$log-native.txt")"
    count 1 0
  else
    count 0 1
  fi
}

same_digest price_digest "${SEALCART_CARTS:-100000}"
same_digest op_digest "${SEALCART_LOGS:-20000}"
report
