// Writes the two demo shops from the demo product file and the tax tables:
// Alder & Quay (USD, tax on top) and Alder & Quay Europe (EUR, tax in the price).
// node tools/generate/demo-store.mjs [data folder; default ../shared/data]
import { SHOP_NAME } from './art/logo.mjs';
import { DEFAULT_DATA, documentText, isMain, readLines, writeFiles } from './store/document.mjs';
import { productsIn } from './store/products.mjs';
import {
  AMERICAN_PROMOTIONS,
  americanDeliveries,
  EUROPEAN_PROMOTIONS,
  europeanDeliveries,
  smallOrderFee,
} from './store/rules.mjs';
import { canada, elsewhere, europe, restOfWorld, unitedStates } from './store/zones.mjs';

/** From so few units on the cart says how many are left. */
const LOW_STOCK_AT = 10;

const idsOf = (zones) => zones.map((zone) => zone.id);

function americanStore(data) {
  const parts = [
    unitedStates(data),
    canada(data),
    europe(data, { included: false, food: true, britain: true }),
    elsewhere(data),
  ];
  const named = parts.flatMap((part) => part.zones);
  const zones = [...named, restOfWorld(named)];
  return {
    id: 'demo',
    name: SHOP_NAME,
    version: 1,
    currency: 'USD',
    defaultZone: 'us',
    taxCategories: ['standard', 'food', 'digital', 'giftCard'],
    zones,
    taxRates: parts.flatMap((part) => part.taxRates),
    promotions: AMERICAN_PROMOTIONS,
    shippingMethods: americanDeliveries(idsOf(zones)),
    fees: [smallOrderFee('Small order handling', 250, 1500)],
    lowStockAt: LOW_STOCK_AT,
  };
}

function europeanStore(data) {
  const { zones, taxRates } = europe(data, { included: true, food: false, britain: false });
  return {
    id: 'demo-eu',
    name: `${SHOP_NAME} Europe`,
    version: 1,
    currency: 'EUR',
    defaultZone: 'eu-de',
    taxCategories: ['standard'],
    zones,
    taxRates,
    promotions: EUROPEAN_PROMOTIONS,
    shippingMethods: europeanDeliveries(idsOf(zones)),
    fees: [],
    lowStockAt: LOW_STOCK_AT,
  };
}

export function generate(data = DEFAULT_DATA) {
  const rows = readLines(data, 'catalog/demo_products.jsonl').map((line) => JSON.parse(line));
  return {
    'demo/data/demo.store.json': documentText(americanStore(data)),
    'demo/data/demo.catalog.json': documentText({
      currency: 'USD',
      products: productsIn(rows, 'USD'),
    }),
    'demo/data/demo-eu.store.json': documentText(europeanStore(data)),
    'demo/data/demo-eu.catalog.json': documentText({
      currency: 'EUR',
      products: productsIn(rows, 'EUR'),
    }),
  };
}

if (isMain(import.meta.url)) writeFiles(generate(process.argv[2]));
