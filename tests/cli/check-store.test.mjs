// sealcart check-store: every mistake with its path and a hint.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { objects, ROOT, sealcart, withFile } from './support/sealcart.mjs';

const SHOPS = ['demo', 'demo-eu', 'wholesale'];
const fileOf = (shop, kind) => `${ROOT}demo/data/${shop}.${kind}.json`;
const read = (shop, kind) => JSON.parse(readFileSync(fileOf(shop, kind), 'utf8'));

test('the shops that ship have no mistake', () => {
  for (const shop of SHOPS) {
    const args = ['check-store', fileOf(shop, 'store'), '--catalog', fileOf(shop, 'catalog')];
    const checked = sealcart(args);
    assert.equal(checked.status, 0, checked.text);
    assert.match(checked.told, /^0 errors/);
  }
});

test('every mistake is told, errors first, from a file or standard input', () => {
  const store = read('demo-eu', 'store');
  store.defaultZone = 'nowhere';
  store.shippingMethods[0].taxCategory = 'none';
  store.promotions[0].endsAt = Date.UTC(2020, 0);
  const fromInput = sealcart(['check-store', '--json'], { input: JSON.stringify(store) });
  const findings = objects(fromInput);
  assert.equal(fromInput.status, 1);
  assert.deepEqual(
    findings.map(({ level, code, path }) => `${level} ${code} ${path}`),
    [
      'error store_reference_unknown defaultZone',
      'error store_reference_unknown shippingMethods[0].taxCategory',
      'warning promotion_ended promotions[0].endsAt',
    ],
  );
  assert.ok(findings.every(({ what, hint }) => what && hint));
  assert.equal(fromInput.told, '2 errors, 1 warnings');
  const fromFile = withFile(store, (file) => sealcart(['check-store', '--json', file]));
  assert.equal(fromFile.text, fromInput.text);
});

test('the day decides what is over', () => {
  const store = read('demo-eu', 'store');
  store.promotions[0].endsAt = Date.UTC(2020, 0);
  const input = JSON.stringify(store);
  const on = (day) => sealcart(['check-store', '--now', day], { input }).text;
  assert.equal(on('2019-12-31'), '');
  assert.match(on('2020-01-01'), /ended at 2020-01/);
});

test('a catalogue is checked against its store', () => {
  const catalog = read('demo-eu', 'catalog');
  catalog.products[0].variants[0].taxCategory = 'none';
  withFile(catalog, (file) => {
    const checked = sealcart(['check-store', fileOf('demo-eu', 'store'), '--catalog', file]);
    assert.equal(checked.status, 1);
    assert.match(checked.lines[0], /^error {2}products\[0\]\.variants\[0\]\.taxCategory: /);
  });
});

test('what the reader refuses is told the same way', () => {
  const told = (input) => objects(sealcart(['check-store', '--json'], { input }))[0];
  assert.equal(told('{').code, 'json_invalid');
  const store = read('demo-eu', 'store');
  store.taxRates[0].ratePpm = 10000001;
  const refused = told(JSON.stringify(store));
  assert.deepEqual([refused.code, refused.path], ['number_out_of_range', 'taxRates[0].ratePpm']);
});

test('a file that is not there is no finding', () => {
  assert.equal(sealcart(['check-store', '/nowhere/store.json']).status, 2);
});
