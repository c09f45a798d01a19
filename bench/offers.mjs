// A cart with rules that work: three included tax rates, promotions of every kind, thresholds on
// shipping, and everything that may still be reached told. Some promotions exclude each other: the
// store takes the cheapest combination, or the higher priority. As one request of `sealcart price`:
//   node bench/offers.mjs LINES PROMOTIONS [priority] > request.json
import { pathToFileURL } from 'node:url';

const RATES = [200_000, 100_000, 50_000];
const CATEGORIES = 10;

const category = (i) => `category-${i % CATEGORIES}`;
const sku = (i) => `SKU-${String(i).padStart(4, '0')}`;

// Eight kinds, each in turn for another category where it is about lines.
const KINDS = [
  (i) => ({ target: 'line', kind: 'percent', ratePpm: 100_000, categories: [category(i)] }),
  (i) => ({ target: 'line', kind: 'fixed', amount: 150, categories: [category(i + 1)] }),
  (i) => ({
    target: 'line',
    kind: 'percent',
    ratePpm: 1_000_000,
    categories: [category(i + 2)],
    units: { buy: 3, get: 1 },
    combinesWith: { line: true, order: true, shipping: true },
  }),
  (i) => ({
    target: 'line',
    kind: 'percent',
    categories: [category(i + 3)],
    tierBy: 'lineQuantity',
    tiers: [
      { from: 3, ratePpm: 50_000 },
      { from: 5, ratePpm: 80_000 },
    ],
  }),
  () => ({
    target: 'order',
    kind: 'percent',
    tiers: [
      { from: 10_000, ratePpm: 30_000 },
      { from: 50_000, ratePpm: 50_000 },
      { from: 20_000_000, ratePpm: 80_000 },
    ],
  }),
  () => ({ target: 'order', kind: 'fixed', amount: 500, minSubtotal: 15_000 }),
  (i) => ({
    target: 'order',
    kind: 'percent',
    ratePpm: 20_000,
    code: `CODE-${i}`,
    combinesWith: { line: true, order: true, shipping: true },
  }),
  () => ({ target: 'shipping', kind: 'percent', ratePpm: 500_000, minSubtotal: 5_000 }),
];

export function offers(lines, promotions, conflicts = 'bestDeal') {
  const kinds = Array.from({ length: promotions }, (_, i) => ({
    id: `offer-${i}`,
    name: `Offer ${i}`,
    ...KINDS[i % KINDS.length](Math.floor(i / KINDS.length) * 4),
  }));
  return {
    store: { ...storeOf(kinds), conflicts },
    catalog: { currency: 'EUR', products: Array.from({ length: lines }, (_, i) => product(i)) },
    lines: Array.from({ length: lines }, (_, i) => ({ sku: sku(i), quantity: 1 + (i % 5) })),
    codes: kinds.flatMap(({ code }) => code ?? []).slice(0, 16),
    destination: { country: 'DE' },
  };
}

function storeOf(promotions) {
  return {
    id: 'offers',
    name: 'Offers',
    version: 1,
    currency: 'EUR',
    defaultZone: 'de',
    taxCategories: RATES.map((_, i) => `tax-${i}`),
    zones: [{ id: 'de', places: [{ country: 'DE' }] }],
    taxRates: RATES.map((ratePpm, i) => ({
      id: `rate-${i}`,
      zone: 'de',
      category: `tax-${i}`,
      name: `Rate ${i}`,
      ratePpm,
      included: true,
    })),
    promotions,
    shippingMethods: [
      method('post', 490, 3_000_000),
      method('express', 990, 9_000_000),
      method('courier', 1_990, undefined),
    ],
    fees: [
      { id: 'small', name: 'Small order', amount: 200, belowSubtotal: 2_000, taxCategory: 'tax-0' },
    ],
  };
}

function method(id, amount, freeFrom) {
  return { id, name: id, zones: ['de'], amount, freeFrom, taxCategory: 'tax-0' };
}

function product(i) {
  return {
    id: `product-${i}`,
    title: `Product ${i}`,
    category: category(i),
    variants: [
      {
        sku: sku(i),
        price: 199 + ((i * 7919) % 19_800),
        options: [],
        taxCategory: `tax-${i % RATES.length}`,
      },
    ],
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [lines, promotions, conflicts] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(offers(Number(lines), Number(promotions), conflicts)));
}
