// Replays the same carts in cart.wasm under Node and compares snapshots byte for byte with core's.
// node tests/replay/wasm.mjs CARTS.jsonl STORE_FOLDER SNAPSHOTS.jsonl
// The last two are written by `sealcart replay`.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { emptyCart } from '../../bench/peers/common-task.mjs';
import { openModule, output, put, send } from '../../bench/peers/module.mjs';

const [cartsFile, storeFolder, snapshotsFile] = process.argv.slice(2);
const lines = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean);
const document = (name) => readFileSync(path.join(storeFolder, name), 'utf8').trim();

const carts = lines(cartsFile).map((line) => JSON.parse(line));
const expected = lines(snapshotsFile);
const store = JSON.parse(document('replay.store.json'));
const book = JSON.parse(document('replay.catalog.json'));
const products = new Map(book.products.map((product) => [product.id, product]));

// A page loads the products of its cart, not the whole catalogue.
function sliceOf(cart) {
  const ids = new Set(cart.lines.map(([code]) => code));
  const sold = [...ids].map((id) => products.get(id)).filter(Boolean);
  return { currency: book.currency, products: sold };
}

// The cart's id is the business of whoever makes the cart: taken from the other engine's answer.
function idOf(snapshot) {
  return JSON.parse(snapshot).cart ?? emptyCart().confirmed.id;
}

// Line by line through the numeric door; the first refusal ends the cart.
function replay(module, cart, id) {
  send(module, 'loadCatalog', sliceOf(cart));
  const saved = emptyCart();
  saved.confirmed.id = id;
  send(module, 'openCart', saved);
  for (const [code, units, price] of cart.lines) {
    if (module.add(put(module, `${code}@${price}`), Math.abs(units)) !== 0) {
      return JSON.stringify({ refused: JSON.parse(output(module)).code });
    }
  }
  module.snapshot();
  return output(module);
}

const module = await openModule();
send(module, 'openStore', store);
const counts = { equal: 0, refused: {}, different: 0 };
for (const [i, cart] of carts.entries()) {
  const answer = replay(module, cart, idOf(expected[i]));
  const { refused } = JSON.parse(expected[i]);
  // A price the currency can't express never becomes a variant: the page sees an unknown SKU.
  const sameRefusal = refused !== undefined && JSON.parse(answer).refused !== undefined;
  if (sameRefusal) counts.refused[refused] = 1 + (counts.refused[refused] ?? 0);
  else if (answer === expected[i]) counts.equal += 1;
  else {
    counts.different += 1;
    const short = (text) => text.slice(0, 400);
    console.error(`${cart.invoice}:\n  core ${short(expected[i])}\n  wasm ${short(answer)}`);
  }
}
const refused = Object.entries(counts.refused).map(([code, n]) => `, ${n} refused (${code})`);
console.log(
  `wasm:     ${carts.length} carts: ${counts.equal} byte-equal${refused.join('')}, ` +
    `${counts.different} byte differences`,
);
process.exitCode = counts.different === 0 && counts.equal > 0 ? 0 : 1;
