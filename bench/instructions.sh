#!/usr/bin/env bash
# Instructions of one native pricing of 200 lines, 8 promotions and 3 tax rates, counted by
# callgrind: the same on every machine of this kind, however busy it is. Beside it what Shopify
# allows a function for up to 200 lines, its input and output included
# (shopify.dev/docs/apps/build/functions/optimize-instruction-counts).
set -euo pipefail
cd "$(dirname "$0")/.."
SHOPIFY=11000000
lines=${1:-200} promotions=${2:-8}
work=build/bench
mkdir -p "$work"
node bench/offers.mjs "$lines" "$promotions" >"$work/instructions.json"

# count FUNCTION: the instructions of one call of it, everything it calls included.
count() {
  valgrind --tool=callgrind --collect-atstart=no "--toggle-collect=*$1*" \
    --callgrind-out-file=/dev/null build/native/bench/one_price "$work/instructions.json" 2>&1 |
    sed -n 's/.*Collected : //p'
}

cart="$lines lines, $promotions promotions, 3 tax rates"
printf '%-44s %12s %9s\n' "$cart" instructions 'of limit'
row() {
  printf '%-44s %12d %8.2f%%\n' "$1" "$2" "$(awk "BEGIN { print 100 * $2 / $SHOPIFY }")"
}
row 'an edit: everything priced again' "$(count once_after_an_edit)"
row 'from the documents: rules found, priced' "$(count once_from_documents)"
row 'explained: every change of money told' "$(count once_explained)"
row 'Shopify: allowed for one function' "$SHOPIFY"
