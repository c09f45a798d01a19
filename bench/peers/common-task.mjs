// The common task of the cart benchmark as a store document, a catalogue and a saved cart: a
// discount a line, 10 % off the order allocated to the lines, tax a line, shipping free from a
// threshold.
// `cart` is one of the peers' inputs: {lines: [{id, qty, unit_cents, discount_bps, tax_bps}], ...}.

const ppm = (bps) => bps * 100;
const category = (bps) => `t${bps}`;

export function storeOf(cart) {
  const discounts = [...new Set(cart.lines.map((l) => l.discount_bps))].filter((bps) => bps > 0);
  const taxes = [...new Set([cart.shipping.tax_bps, ...cart.lines.map((l) => l.tax_bps)])];
  return {
    id: 'bench',
    name: 'Benchmark',
    version: 1,
    currency: cart.currency,
    defaultZone: 'all',
    rounding: { ties: 'position' },
    taxCategories: taxes.map(category),
    zones: [{ id: 'all', places: [{ country: 'US' }] }],
    taxRates: taxes
      .filter((bps) => bps > 0)
      .map((bps) => ({
        id: category(bps),
        zone: 'all',
        category: category(bps),
        name: `${bps}`,
        ratePpm: ppm(bps),
      })),
    promotions: [
      ...discounts.map((bps) => ({
        id: `d${bps}`,
        name: `${bps}`,
        target: 'line',
        kind: 'percent',
        ratePpm: ppm(bps),
        skus: cart.lines.filter((l) => l.discount_bps === bps).map((l) => l.id),
      })),
      {
        id: 'order',
        name: 'order',
        target: 'order',
        kind: 'percent',
        ratePpm: ppm(cart.promotion.percent_bps),
      },
    ],
    shippingMethods: [
      {
        id: 'flat',
        name: 'Flat',
        zones: ['all'],
        amount: cart.shipping.flat_cents,
        freeFrom: cart.shipping.free_threshold_cents,
        taxCategory: category(cart.shipping.tax_bps),
      },
    ],
  };
}

export function catalogOf(cart) {
  return {
    currency: cart.currency,
    products: cart.lines.map((l) => ({
      id: l.id,
      title: l.title ?? l.id,
      variants: [
        {
          sku: l.id,
          price: l.unit_cents,
          options: [],
          taxCategory: category(l.tax_bps),
        },
      ],
    })),
  };
}

export const emptyCart = () => ({
  replica: 1,
  head: 0,
  pending: [],
  confirmed: {
    id: '0'.repeat(31) + '1',
    lamport: 0,
    clocks: [],
    lines: [],
    codes: [],
    destination: { country: '' },
    destinationStamp: { lamport: 0, replica: 0 },
    shippingMethod: '',
    shippingMethodStamp: { lamport: 0, replica: 0 },
  },
});
