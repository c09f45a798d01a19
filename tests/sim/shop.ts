// The store of the simulation: that of the client's tests, with few products so that devices meet
// on the same lines; one takes a text, so that an add can be told from every other; one only the
// page knows, so that the server refuses it.
import type { Product, StoreDocument } from '../../web/src/generated/wire.js';
import { cap, mug, store as testStore } from '../web/support/shop.js';

const one = { id: 'one', name: '$1 off', target: 'order', kind: 'fixed', amount: 100 } as const;
export const store: StoreDocument = {
  ...testStore,
  id: 'sim',
  promotions: [...testStore.promotions!, { ...one, code: 'ONE' }],
};

const plain = (id: string, sku: string, price: number): Product => ({
  id,
  title: id,
  variants: [{ sku, price, options: [], taxCategory: 'standard' }],
});

export const products: readonly Product[] = [
  mug,
  cap,
  plain('pen', 'PEN', 133),
  { ...plain('ring', 'RING', 4_999), customizations: [{ name: 'Mark', maxBytes: 12 }] },
];
export const SKUS: readonly string[] = ['MUG', 'CAP', 'PEN'];
export const MARKED = 'RING';
export const MARK = 'Mark';
export const CODES: readonly string[] = ['FIVE', 'ONE'];

/** Not for sale; a page that believes it is has an old catalogue. */
export const ghost: Product = plain('ghost', 'GHOST', 777);
