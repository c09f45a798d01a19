// The cart as a log says, computed by itself: what everybody is compared with.
import { readFileSync } from 'node:fs';
import makeGlue from 'sealcart-glue';
import type { Cart, LogEntry, SavedCart } from '../../web/src/generated/wire.js';
import { CartModule } from '../../web/src/module.js';
import { emptyCheckpoint } from '../../web/src/recovery.js';
import { products, store } from './shop.js';
import { START_MS } from './world/browser.js';

const compiled = new WebAssembly.Module(readFileSync(process.env['SEALCART_WASM'] ?? ''));
const BATCH = 256;

let reader: Promise<CartModule> | undefined;

export interface Fold {
  readonly confirmed: Cart;
  /** As the server answers it. */
  readonly snapshot: string;
}

export async function foldOf(cart: string, log: readonly LogEntry[]): Promise<Fold> {
  const module = await (reader ??= makeReader());
  module.openCart(JSON.stringify({ ...emptyCheckpoint(cart, 1), pending: [] }));
  for (let at = 0; at < log.length; at += BATCH) {
    const entries = log.slice(at, at + BATCH);
    module.receive(JSON.stringify({ head: log.length, entries }));
  }
  const { confirmed } = JSON.parse(module.save()) as SavedCart;
  return { confirmed, snapshot: module.snapshot() };
}

async function makeReader(): Promise<CartModule> {
  const module = await CartModule.create(makeGlue, compiled);
  module.openStore(JSON.stringify(store));
  module.loadCatalog(JSON.stringify({ currency: store.currency, products }));
  module.setNow(START_MS);
  return module;
}
