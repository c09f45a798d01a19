// A small shop for the tests of the boundary.
export const store = {
  id: 'shop', name: 'Shop', version: 1, currency: 'USD', defaultZone: 'home',
  taxCategories: ['standard'],
  zones: [{ id: 'home', places: [{ country: 'US' }] }],
  taxRates: [{ id: 'vat', zone: 'home', category: 'standard', name: 'VAT', ratePpm: 200000 }],
  shippingMethods: [
    { id: 'post', name: 'Post', zones: ['home'], amount: 500, taxCategory: 'standard' },
  ],
};

const variant = (sku, price, options = []) => ({ sku, price, options, taxCategory: 'standard' });
export const catalog = {
  currency: 'USD',
  products: [
    { id: 'mug', title: 'Mug', variants: [variant('MUG', 1250)] },
    { id: 'tea', title: 'Thé — 茶 🍵', variants: [variant('THÉ-茶', 700)] },
    {
      id: 'shirt', title: 'Shirt',
      options: [{ name: 'Size', values: ['S', 'M'] }],
      variants: [variant('S', 2000, ['S'])],
    },
  ],
};

export const cartId = '00000000000000000000000000000001';
const nobody = { lamport: 0, replica: 0 };
export const emptyCart = {
  replica: 7,
  head: 0,
  confirmed: {
    id: cartId, lamport: 0, clocks: [], lines: [], codes: [],
    destination: { country: '' }, destinationStamp: nobody,
    shippingMethod: '', shippingMethodStamp: nobody,
  },
  pending: [],
};

/** An add of another device. */
export const addOf = (replica, n, sku, units, lamport = n) => ({
  v: 1, cart: cartId, replica, n, lamport, base: 0, kind: 'add', sku, units, born: lamport,
});

export function open(module) {
  for (const [call, document] of [
    ['openStore', store], ['loadCatalog', catalog], ['openCart', emptyCart],
  ]) {
    if (module.send(call, JSON.stringify(document)) !== 0) throw new Error(module.output());
  }
  return module;
}
