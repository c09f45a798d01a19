// A small store whose figures can be checked by hand: USD, 20 % tax on top in the US, one automatic
// order promotion, one code, two shipping methods.
import type { CatalogSlice, Product, StoreDocument } from '../../../web/src/generated/wire.js';

export const store: StoreDocument = {
  id: 'test',
  name: 'Test store',
  version: 1,
  currency: 'USD',
  defaultZone: 'us',
  taxCategories: ['standard'],
  zones: [
    { id: 'us', name: 'United States', places: [{ country: 'US' }] },
    { id: 'de', name: 'Germany', places: [{ country: 'DE' }] },
  ],
  taxRates: [
    { id: 'us-20', zone: 'us', category: 'standard', name: 'Sales tax 20 %', ratePpm: 200_000 },
    { id: 'de-10', zone: 'de', category: 'standard', name: 'Tax 10 %', ratePpm: 100_000 },
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

export const tee: Product = {
  id: 'tee',
  title: 'Tee',
  category: 'Shirts',
  image: '/tee.svg',
  options: [
    { name: 'Size', values: ['S', 'M', 'L'] },
    { name: 'Color', values: ['Red', 'Blue'] },
  ],
  variants: [
    { sku: 'TEE-S-RED', price: 1_999, options: ['S', 'Red'], taxCategory: 'standard', stock: 50 },
    { sku: 'TEE-M-RED', price: 1_999, options: ['M', 'Red'], taxCategory: 'standard', stock: 50 },
    { sku: 'TEE-M-BLUE', price: 2_099, options: ['M', 'Blue'], taxCategory: 'standard', stock: 3 },
  ],
};
export const mug: Product = {
  id: 'mug',
  title: 'Mug',
  variants: [{ sku: 'MUG', price: 1_250, options: [], taxCategory: 'standard' }],
};
export const cap: Product = {
  id: 'cap',
  title: 'Cap',
  variants: [{ sku: 'CAP', price: 900, options: [], taxCategory: 'standard' }],
};

export const products: readonly Product[] = [tee, mug, cap];

export function slice(...some: readonly Product[]): CatalogSlice {
  return { currency: 'USD', products: some };
}
