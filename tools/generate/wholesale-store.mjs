// Writes the wholesale shop from the stock codes of the UCI "Online Retail" set: every code is a
// product in GBP at its highest price seen, VAT in the price.
// node tools/generate/wholesale-store.mjs [data folder; default ../shared/data]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

import { DEFAULT_DATA, documentText, isMain, minorUnits, writeFiles } from './store/document.mjs';
import { smallOrderFee, WHOLESALE_PROMOTIONS, wholesaleDeliveries } from './store/rules.mjs';
import { europe, restOfWorld } from './store/zones.mjs';

// Codes of the seller's bookkeeping (postage, fees, discounts, corrections): no goods.
const BOOKKEEPING = new Set([
  'AMAZONFEE',
  'B',
  'BANK CHARGES',
  'C2',
  'CRUK',
  'D',
  'DOT',
  'M',
  'POST',
  'S',
  'm',
]);

/** Stocked at 0 and shown under this name: the code is known, and nobody can order it. */
export const NOT_FOR_SALE = 'Not for sale';

/** One line of a CSV file (RFC 4180) to its fields; the file has no line breaks inside quotes. */
const csvFields = (line) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );

/** Pence, or nothing for a code that was never sold or only below one penny. */
function penceOf(price) {
  if (!price || /\.\d\d0*[1-9]/.test(price)) return undefined;
  return minorUnits(price);
}

function productOf([code, description, , , maxPrice]) {
  const pence = penceOf(maxPrice);
  const isForSale = pence !== undefined && !BOOKKEEPING.has(code);
  const isVoucher = /gift voucher/i.test(description);
  return {
    id: code.replaceAll(' ', '-'),
    title: description.trim().replace(/\s+/g, ' ') || `Stock code ${code}`,
    category: isForSale ? (isVoucher ? 'Gift vouchers' : 'Giftware') : NOT_FOR_SALE,
    variants: [
      {
        sku: code,
        price: pence ?? 0,
        options: [],
        taxCategory: isVoucher ? 'giftCard' : 'standard',
        ...(isForSale ? {} : { stock: 0 }),
      },
    ],
  };
}

// Prices stay the same abroad; only sales within the United Kingdom carry VAT.
const BRITISH_VAT = {
  id: 'gb-standard',
  zone: 'gb',
  category: 'standard',
  name: 'VAT 20 %',
  ratePpm: 200000,
  included: true,
};

function store(data) {
  const gb = { id: 'gb', name: 'United Kingdom', places: [{ country: 'GB' }] };
  const members = europe(data, { included: true, food: false, britain: false }).zones;
  const eu = { id: 'eu', name: 'European Union', places: members.flatMap((zone) => zone.places) };
  const near = {
    id: 'near',
    name: 'Channel Islands, Iceland, Norway, Switzerland',
    places: ['GG', 'IS', 'JE', 'NO', 'CH'].map((country) => ({ country })),
  };
  const zones = [gb, eu, near];
  zones.push(restOfWorld(zones));
  return {
    id: 'wholesale',
    name: 'Quayside Wholesale',
    version: 1,
    currency: 'GBP',
    defaultZone: 'gb',
    taxCategories: ['standard', 'giftCard'],
    zones,
    taxRates: [BRITISH_VAT],
    promotions: WHOLESALE_PROMOTIONS,
    shippingMethods: wholesaleDeliveries(),
    fees: [smallOrderFee('Small order charge', 1000, 10000)],
  };
}

export function generate(data = DEFAULT_DATA) {
  const csv = gunzipSync(
    readFileSync(path.join(data, 'transactions/stock_codes.csv.gz')),
  ).toString();
  const products = csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => productOf(csvFields(line)));
  return {
    'demo/data/wholesale.store.json': documentText(store(data)),
    'demo/data/wholesale.catalog.json': documentText({ currency: 'GBP', products }),
  };
}

if (isMain(import.meta.url)) writeFiles(generate(process.argv[2]));
