// The table of tests/vectors/bad-input.json against cart.wasm: the verdicts of the native core.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { CartModule, root } from './support/module.mjs';

const table = JSON.parse(readFileSync(join(root, 'tests/vectors/bad-input.json'), 'utf8'));
const doors = {
  command: 'submit', store: 'openStore', catalog: 'loadCatalog', cart: 'openCart', log: 'receive',
};

function bytesOf(parts) {
  return Buffer.concat(parts.map((part) => {
    if (typeof part === 'string') return Buffer.from(part);
    if (part.hex) return Buffer.from(part.hex, 'hex');
    return Buffer.from(part.repeat.repeat(part.times));
  }));
}

async function prepared() {
  const module = await CartModule.open();
  for (const door of ['store', 'catalog', 'cart']) {
    assert.equal(module.send(doors[door], JSON.stringify(table[door])), 0);
  }
  for (const command of table.before) {
    assert.equal(module.send('submit', JSON.stringify(command)), 0);
  }
  return module;
}

const module = await prepared();
const before = module.whole();

for (const { name, door, text, error } of table.cases.filter(({ door }) => door in doors)) {
  test(`refused: ${name}`, () => {
    assert.equal(module.send(doors[door], bytesOf(text)), 1);
    assert.deepEqual(module.error(), error);
    assert.equal(module.whole(), before);
  });
}

// The numeric door takes JavaScript numbers: what JSON can't say is refused there too.
const most = Number.MAX_SAFE_INTEGER;
const range = { min: String(-most), max: String(most) };
const quantity = (code, params) => ({ code, path: 'quantity', params });
for (const [value, error] of [
  [0, quantity('quantity_too_small', { given: '0', min: '1' })],
  [-1, quantity('quantity_too_small', { given: '-1', min: '1' })],
  [-0.5, quantity('number_not_integer', {})],
  [1.5, quantity('number_not_integer', {})],
  [5e-324, quantity('number_not_integer', {})],
  [10_000, quantity('quantity_too_large', { given: '10000', max: '9999' })],
  [1e12, quantity('quantity_too_large', { given: '1000000000000', max: '9999' })],
  [most, quantity('quantity_too_large', { given: String(most), max: '9999' })],
  [most + 1, quantity('number_out_of_range', range)],
  [-most - 1, quantity('number_out_of_range', range)],
  [1e300, quantity('number_out_of_range', range)],
  [NaN, quantity('number_out_of_range', range)],
  [Infinity, quantity('number_out_of_range', range)],
  [-Infinity, quantity('number_out_of_range', range)],
]) {
  test(`refused: a quantity of ${value} as a number`, () => {
    assert.equal(module.glue.setQuantity(0, value), 1);
    assert.deepEqual(module.error(), error);
    assert.equal(module.send('add', 'S-RED', value), 1);
    assert.deepEqual(module.error(), error);
    assert.equal(module.whole(), before);
  });
}

test('refused: a line that is not there, by any number', () => {
  for (const position of [1, 1000, 2 ** 31, 2 ** 32 - 1]) {
    assert.equal(module.glue.setQuantity(position, 1), 1);
    assert.deepEqual(module.error(), { code: 'line_unknown', path: 'line', params: {} });
    assert.equal(module.glue.removeLine(position), 1);
    assert.deepEqual(module.error(), { code: 'line_unknown', path: 'line', params: {} });
  }
  assert.equal(module.whole(), before);
});

test('refused: bytes of a SKU that are not UTF-8', () => {
  assert.equal(module.send('add', Buffer.from('ff', 'hex'), 1), 1);
  assert.deepEqual(module.error(), {
    code: 'sku_unknown', path: 'sku', params: { sku: '\ufffd' },
  });
  assert.equal(module.whole(), before);
});
