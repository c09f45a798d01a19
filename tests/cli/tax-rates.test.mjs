// sealcart tax-rates and new-store: what a merchant starts from.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { objects, ROOT, sealcart, withFile } from './support/sealcart.mjs';

const { rates } = JSON.parse(readFileSync(`${ROOT}tools/cli/tax/rates.json`, 'utf8'));
const COUNTRIES = [...new Set(rates.map((rate) => rate.country))];

const ratesOf = (...args) => objects(sealcart(['tax-rates', '--json', ...args]));
const newStore = (...args) => {
  const made = sealcart(['new-store', '--currency', 'EUR', ...args]);
  assert.equal(made.status, 0, made.told);
  return JSON.parse(made.text);
};

test('the rates of a day are those that count on it', () => {
  const standard = (day) =>
    ratesOf('--country', 'DE', '--date', day).filter((r) => r.kind === 'standard' && !r.place);
  assert.deepEqual(
    ['2020-06-30', '2020-07-01', '2020-12-31', '2021-01-01'].map((day) =>
      standard(day).map((rate) => rate.ratePpm),
    ),
    [[190000], [160000], [160000], [190000]],
  );
});

test('a person reads one rate a line', () => {
  const { lines } = sealcart(['tax-rates', '--country', 'ca', '--region', 'qc']);
  assert.deepEqual(lines, [
    'CA-QC  standard  GST 5 %, on top',
    'CA-QC  standard  QST 9.975 %, on top',
  ]);
  assert.match(
    sealcart(['tax-rates', '--country', 'US', '--region', 'MN']).text,
    /6\.875 %, on top, an estimate\n$/,
  );
});

test('a country without rates, a day that is none and a bad table are told', () => {
  assert.equal(sealcart(['tax-rates', '--country', 'AF']).status, 1);
  assert.notEqual(sealcart(['tax-rates', '--country', 'IT', '--date', '2026-02-30']).status, 0);
  const row = { country: 'IT', kind: 'standard', name: 'VAT', ratePpm: 1, source: 'me' };
  const table = (more) => ({ readOn: '2026-01-01', sources: [], rates: [{ ...row, ...more }] });
  const status = (more) =>
    withFile(table(more), (file) =>
      sealcart(['tax-rates', '--country', 'IT', '--table', file]).status,
    );
  assert.equal(status({}), 0);
  assert.equal(status({ startsOn: '2026-02-30' }), 2);
  assert.equal(status({ startsOn: '2026-02-01', endsOn: '2026-02-01' }), 2);
  assert.equal(status({ country: 'UK' }), 2);
});

test('a new store of any country has no finding, now and in the past', () => {
  for (const country of [...COUNTRIES, 'AF']) {
    for (const day of ['2010-06-01', '2020-07-01', '2026-01-01']) {
      const args = ['--country', country, '--currency', 'EUR', '--date', day];
      const made = sealcart(['new-store', ...args]);
      const checked = sealcart(['check-store', '--now', day], { input: made.text });
      assert.deepEqual([checked.status, checked.text], [0, ''], `${country} on ${day}`);
    }
  }
});

test('a store in the EU has every member, each place with rates of its own, and what comes', () => {
  const store = newStore('--country', 'IT', '--date', '2025-08-15', '--rounding', 'en16931');
  assert.equal(store.defaultZone, 'it');
  assert.equal(store.rounding.preset, 'en16931');
  assert.equal(store.zones.length, 27 + 17);
  assert.ok(store.taxRates.every((rate) => rate.included));
  const finnish = store.taxRates.filter((rate) => rate.zone === 'fi');
  assert.deepEqual(
    finnish.map((rate) => [rate.category, rate.ratePpm]),
    [
      ['standard', 255000],
      ['reduced', 100000],
    ],
  );
  const danish = store.taxRates.filter((rate) => rate.zone === 'dk');
  assert.deepEqual(danish.map((rate) => rate.ratePpm), [250000, 250000]);
  const overseas = store.taxRates.find((r) => r.zone === 'fr-971' && r.category === 'reduced');
  assert.equal(overseas.estimate, true);
});

test('a coming change is in the store, with the moments it lies between', () => {
  const { taxRates } = newStore('--country', 'DE', '--date', '2020-06-30');
  const home = taxRates.filter((rate) => rate.zone === 'de' && rate.category === 'standard');
  assert.deepEqual(
    home.map(({ ratePpm, startsAt, endsAt }) => [ratePpm, startsAt, endsAt]),
    [
      [190000, Date.UTC(2007, 0), Date.UTC(2020, 6)],
      [160000, Date.UTC(2020, 6), Date.UTC(2021, 0)],
      [190000, Date.UTC(2021, 0), undefined],
    ],
  );
});

const variant = { sku: 'A', price: 10000, options: [], taxCategory: 'standard' };
const catalog = {
  currency: 'EUR',
  products: [{ id: 'a', title: 'A', variants: [variant] }],
};
const taxOf = (store, destination, nowMs) => {
  const request = { store, catalog, lines: [{ sku: 'A' }], destination, nowMs };
  const [priced] = objects(sealcart(['price'], { input: JSON.stringify(request) }));
  assert.ok(!priced.error, JSON.stringify(priced.error));
  return priced.includedTaxTotal + priced.additionalTaxTotal;
};

test('a new store prices with the rate of place and day', () => {
  const italian = newStore('--country', 'IT', '--date', '2020-01-01');
  const day = Date.UTC(2020, 11, 31);
  assert.equal(taxOf(italian, { country: 'IT', postalCode: '00118' }, day), 1803);
  assert.equal(taxOf(italian, { country: 'IT', postalCode: '23041' }, day), 0);
  assert.equal(taxOf(italian, { country: 'FR', postalCode: '97110' }, day), 783);
  assert.equal(taxOf(italian, { country: 'DE', postalCode: '10115' }, day), 1379);
  assert.equal(taxOf(italian, { country: 'DE', postalCode: '10115' }, Date.UTC(2021, 0)), 1597);
  const canadian = newStore('--country', 'CA', '--region', 'QC', '--date', '2026-01-01');
  assert.equal(taxOf(canadian, { country: 'CA', region: 'QC' }, day), 500 + 998);
  assert.equal(taxOf(canadian, { country: 'CA', region: 'ON' }, day), 1300);
  assert.equal(taxOf(canadian, undefined, day), 500 + 998);
});
