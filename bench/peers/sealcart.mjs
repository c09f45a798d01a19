// The npm package, as a page uses it, as a contender of the peers' cart benchmark: an edit of one
// line, the grand total read. The server is a function here, and gone once the cart is open; there
// is no disk under Node, so operations are kept in memory.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { catalogOf, storeOf } from './common-task.mjs';
import { packageFolder } from './module.mjs';

const open = new Map(); // number of lines → cart

// The harness waits for its processes to end, and a cart goes on asking for its server.
const { setTimeout: timer } = globalThis;
globalThis.setTimeout = (...parts) => timer(...parts).unref();

async function openCart(input) {
  const { createCart } = await import(pathToFileURL(path.join(packageFolder, 'index.js')));
  const documents = {
    config: { sealOrigin: '', stores: [], defaultStore: 'bench' },
    'stores/bench': storeOf(input),
  };
  const transport = async (url) => {
    const found = documents[String(url).split('/v1/')[1]];
    if (!found) throw new TypeError('fetch failed');
    return new Response(JSON.stringify(found));
  };
  const cart = await createCart({
    endpoint: 'http://bench.test/v1',
    transport,
    wasmBinary: readFileSync(path.join(packageFolder, 'cart.wasm')),
  });
  cart.loadCatalog(catalogOf(input));
  for (const { id, qty } of input.lines) await cart.add({ sku: id, quantity: qty });
  return cart;
}

// The quantity differs from the one before on every visit of a line: nothing is skipped.
const quantity = (k, count) => 1 + ((k + Math.floor(k / count)) % 5);

/** `read` takes what is measured out of the cart after the edit. */
export function contender(name, read) {
  return {
    name,
    async init() {
      const inputs = process.env.INPUTS ?? '../inputs'; // beside the harness
      for (const n of [1, 10, 100, 1000]) {
        const input = readFileSync(path.join(inputs, `cart_${n}.json`), 'utf8');
        open.set(n, await openCart(JSON.parse(input)));
      }
    },
    load(input) {
      const cart = open.get(input.lines.length);
      const lines = cart.getSnapshot().lines.map(({ id }) => id);
      const count = lines.length;
      const { qty } = input.lines[0];
      return {
        // A whole recompute: the quantity of line 0 leaves and returns, the cart ends as it began.
        run() {
          cart.edit(lines[0], qty === 1 ? 2 : 1);
          cart.edit(lines[0], qty);
          return read(cart);
        },
        view: () => ({ total: cart.totals.grandTotal }),
        edit(k) {
          cart.edit(lines[k % count], quantity(k, count));
          return read(cart);
        },
      };
    },
  };
}

export default contender('sealcart', (cart) => cart.totals.grandTotal);
