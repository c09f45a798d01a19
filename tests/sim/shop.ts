// The store of the simulation: few products, so that devices meet on the same lines; one takes a
// text, so that an add can be told from every other; one only the page knows, so that the server
// refuses it.
import type { Product, StoreDocument } from '../../web/src/generated/wire.js';

export const store: StoreDocument = {
  id: 'sim',
  name: 'Simulated store',
  version: 1,
  currency: 'USD',
  defaultZone: 'us',
  taxCategories: ['standard'],
  zones: [
    { id: 'us', name: 'United States', places: [{ country: 'US' }] },
    { id: 'de', name: 'Germany', places: [{ country: 'DE' }] },
  ],
  taxRates: [
    { id: 'us-20', zone: 'us', category: 'standard', name: 'Sales tax', ratePpm: 200_000 },
    { id: 'de-10', zone: 'de', category: 'standard', name: 'Tax', ratePpm: 100_000 },
  ],
  promotions: [
    {
      id: 'ten-off',
      name: '10 % off from $100',
      target: 'order',
      kind: 'percent',
      ratePpm: 100_000,
      minSubtotal: 10_000,
    },
    { id: 'five', name: '$5 off', target: 'order', kind: 'fixed', amount: 500, code: 'FIVE' },
    { id: 'one', name: '$1 off', target: 'order', kind: 'fixed', amount: 100, code: 'ONE' },
  ],
  shippingMethods: [
    {
      id: 'post',
      name: 'Post',
      zones: ['us', 'de'],
      amount: 500,
      freeFrom: 20_000,
      taxCategory: 'standard',
    },
    { id: 'express', name: 'Express', zones: ['us'], amount: 1_500, taxCategory: 'standard' },
  ],
};

const plain = (id: string, sku: string, price: number): Product => ({
  id,
  title: id,
  variants: [{ sku, price, options: [], taxCategory: 'standard' }],
});

export const products: readonly Product[] = [
  plain('mug', 'MUG', 1_250),
  plain('cap', 'CAP', 900),
  plain('pen', 'PEN', 133),
  { ...plain('ring', 'RING', 4_999), customizations: [{ name: 'Mark', maxBytes: 12 }] },
];
export const SKUS: readonly string[] = ['MUG', 'CAP', 'PEN'];
export const MARKED = 'RING';
export const MARK = 'Mark';
export const CODES: readonly string[] = ['FIVE', 'ONE'];

/** Not for sale; a page that believes it is has an old catalogue. */
export const ghost: Product = plain('ghost', 'GHOST', 777);
