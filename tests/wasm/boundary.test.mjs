// The boundary of cart.wasm: what it exports, and how numbers and text cross it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { CartModule, HEAD, root } from './support/module.mjs';
import { addOf, cartId, emptyCart, open, store } from './support/shop.mjs';

const opened = async () => open(await CartModule.open());
const [STRUCTURE, LINES, UNITS, TOTAL, PENDING, LOG_HEAD] = [1, 2, 3, 13, 17, 18];
const batch = (...ops) =>
  JSON.stringify({ head: ops.length, entries: ops.map((op, i) => ({ index: i + 1, op })) });

test('exports what wasm/cart_exports.txt lists, and nothing else of ours', async () => {
  const listed = readFileSync(join(root, 'wasm/cart_exports.txt'), 'utf8').trim().split('\n');
  const { glue } = await CartModule.open();
  const runtime =
    /^(HEAP(U8|F64)|instantiateWasm|calledRun|(Binding|Internal|UnboundType)Error|dynCall_\w+)$/;
  const exported = Object.keys(glue).filter((name) => !runtime.test(name));
  assert.deepEqual(exported.sort(), listed.sort());
});

test('tells the flat layout it was built with', async () => {
  assert.equal((await CartModule.open()).glue.abi(), 3);
});

test('before a store is open everything says so', async () => {
  const module = await CartModule.open();
  const refused = { code: 'store_not_loaded', path: '', params: {} };
  for (const call of ['snapshot', 'explain']) {
    assert.equal(module.glue[call](), 1, call);
    assert.deepEqual(module.error(), refused, call);
  }
  for (const [call, text] of [
    ['add', 'MUG'],
    ['submit', '{"kind":"add","sku":"MUG"}'],
    ['receive', batch()],
    ['openCart', JSON.stringify(emptyCart)],
    ['loadCatalog', '{"currency":"USD","products":[]}'],
  ]) {
    assert.equal(module.send(call, text, 1), 1, call);
    assert.deepEqual(module.error(), refused, call);
  }
  for (const [call, ...numbers] of [
    ['setQuantity', 0, 1],
    ['removeLine', 0],
    ['dropPending', 1],
    ['money', 5],
  ]) {
    assert.equal(module.glue[call](...numbers), 1, call);
    assert.deepEqual(module.error(), refused, call);
  }
  assert.deepEqual(module.head(), new Array(HEAD).fill(0));
});

test('before a cart is open an edit says so', async () => {
  const module = await CartModule.open();
  assert.equal(module.send('openStore', JSON.stringify(store)), 0);
  assert.equal(module.send('add', 'MUG', 1), 1);
  assert.equal(module.error().code, 'cart_unknown');
});

test('an edit by numbers moves the head at once', async () => {
  const module = await opened();
  assert.equal(module.send('add', 'MUG', 2), 0);
  assert.equal(module.head()[TOTAL], (2500 + 500) * 1.2);
  const structure = module.head()[STRUCTURE];
  assert.equal(module.glue.setQuantity(0, 3), 0);
  assert.equal(module.head()[TOTAL], (3750 + 500) * 1.2);
  assert.equal(module.head()[UNITS], 3);
  assert.equal(module.head()[STRUCTURE], structure);
  assert.equal(module.glue.removeLine(0), 0);
  assert.equal(module.head()[LINES], 0);
  assert.ok(module.head()[STRUCTURE] > structure);
});

test('text crosses as UTF-8, both ways', async () => {
  const module = await opened();
  assert.equal(module.send('add', 'THÉ-茶', 1), 0);
  const [line] = JSON.parse(module.snapshot()).lines;
  assert.equal(line.title, 'Thé — 茶 🍵');
  assert.equal(line.sku, 'THÉ-茶');
});

test('the JSON door and the numeric door are one', async () => {
  const [json, numbers] = [await opened(), await opened()];
  assert.equal(json.send('submit', '{"kind":"add","sku":"MUG","quantity":2}'), 0);
  assert.equal(numbers.send('add', 'MUG', 2), 0);
  const { id } = JSON.parse(json.snapshot()).lines[0];
  assert.equal(json.send('submit', `{"kind":"setQuantity","line":"${id}","quantity":5}`), 0);
  assert.equal(numbers.glue.setQuantity(0, 5), 0);
  assert.equal(json.whole(), numbers.whole());
});

test('operations are handed out once and acknowledged by the log', async () => {
  const module = await opened();
  assert.equal(module.send('add', 'MUG', 2), 0);
  const { ops } = JSON.parse(module.answer('takeOps'));
  assert.equal(ops.length, 1);
  assert.deepEqual(JSON.parse(module.answer('takeOps')).ops, []);
  assert.equal(module.head()[PENDING], 1);
  assert.equal(module.send('receive', batch(ops[0], addOf(9, 1, 'MUG', 1))), 0);
  assert.deepEqual([module.head()[PENDING], module.head()[LOG_HEAD]], [0, 2]);
  assert.equal(module.head()[UNITS], 3);
});

test('what came before a refused entry is kept, and the head tells it', async () => {
  const module = await opened();
  const stranger = { ...addOf(9, 2, 'MUG', 1), cart: 'f'.repeat(32) };
  assert.equal(module.send('receive', batch(addOf(9, 1, 'MUG', 4), stranger)), 1);
  assert.deepEqual(module.error(), {
    code: 'cart_mismatch',
    path: 'entries[1].op.cart',
    params: {},
  });
  assert.deepEqual([module.head()[UNITS], module.head()[LOG_HEAD]], [4, 1]);
});

test('a dropped operation is undone; one that is not pending is refused', async () => {
  const module = await opened();
  module.send('add', 'MUG', 2);
  module.send('add', 'THÉ-茶', 1);
  assert.equal(module.glue.dropPending(1), 0);
  assert.equal(module.head()[UNITS], 1);
  assert.equal(module.glue.dropPending(5), 1);
  assert.equal(module.error().code, 'op_invalid');
  assert.equal(module.glue.dropPending(1.5), 1);
  assert.deepEqual(module.error(), { code: 'number_not_integer', path: 'n', params: {} });
});

test('a saved cart opens in another instance as it was', async () => {
  const module = await opened();
  module.send('add', 'MUG', 2);
  module.glue.setQuantity(0, 7);
  const other = await opened();
  assert.equal(other.send('openCart', module.answer('save')), 0);
  assert.equal(other.snapshot(), module.snapshot());
});

test('chooses variants, formats money, explains', async () => {
  const module = await opened();
  const choose = (options) =>
    module.send('choose', JSON.stringify({ kind: 'add', product: 'shirt', options }));
  assert.equal(choose([{ name: 'Size', value: 'S' }]), 0);
  assert.equal(module.output(), 'S');
  assert.equal(choose([{ name: 'Size', value: 'M' }]), 1);
  assert.equal(module.error().code, 'variant_impossible');
  const view = (options) =>
    module.send('viewOptions', JSON.stringify({ product: 'shirt', options }));
  assert.equal(view([{ name: 'Size', value: 'M' }]), 0);
  assert.deepEqual(JSON.parse(module.output()).nearest, [{ name: 'Size', value: 'S' }]);
  // Version 1, one option of two values, the first can be had, the second is not made.
  const told = { options: [{ name: 'Size', values: ['S', 'M'] }], availability: 'BBCAA' };
  assert.equal(module.send('viewAvailability', JSON.stringify(told)), 0);
  assert.deepEqual(
    JSON.parse(module.output()).options[0].values.map(({ state }) => state),
    ['orderable', 'notMade'],
  );
  assert.equal(module.send('viewAvailability', JSON.stringify({ ...told, availability: '' })), 1);
  assert.equal(module.error().code, 'pack_invalid');
  assert.equal(view([{ name: 'Cut', value: 'M' }]), 1);
  assert.equal(module.error().code, 'option_unknown');
  assert.equal(module.answer('money', 123450), '$1,234.50');
  const pack = readFileSync(join(root, 'core/data/packs/locale-pt.txt'));
  assert.equal(module.send('loadLocale', pack), 0);
  assert.equal(module.answer('money', 123450), 'US$\u00A01.234,50');
  assert.equal(module.send('loadLocale', 'sealcart-pack locale-xx 1'), 1);
  assert.equal(module.error().code, 'pack_invalid');
  assert.equal(module.answer('money', 123450), 'US$\u00A01.234,50');
  assert.equal(module.glue.money(0.5), 1);
  assert.deepEqual(module.error(), { code: 'number_not_integer', path: 'minor', params: {} });
  module.send('add', 'MUG', 1);
  assert.deepEqual(JSON.parse(module.answer('explain')), JSON.parse(module.snapshot()).adjustments);
});

test('time is a whole number of milliseconds', async () => {
  const module = await opened();
  assert.equal(module.glue.setNow(Date.UTC(2026, 0, 1)), 0);
  for (const now of [NaN, 0.5, 2 ** 60]) assert.equal(module.glue.setNow(now), 1);
});

// 1,000 lines make the memory grow past the 4 MB it starts with; views are taken anew each time.
test('memory grows with the largest cart and catalogue', async () => {
  const module = await CartModule.open();
  const size = module.glue.HEAPU8.length;
  const description = 'x'.repeat(2000);
  const products = Array.from({ length: 1000 }, (_, i) => ({
    id: `p${i}`,
    title: `P ${i}`,
    description,
    variants: [{ sku: `S${i}`, price: i, options: [], taxCategory: 'standard' }],
  }));
  module.send('openStore', JSON.stringify(store));
  assert.equal(module.send('loadCatalog', JSON.stringify({ currency: 'USD', products })), 0);
  module.send('openCart', JSON.stringify(emptyCart));
  for (let i = 0; i < 1000; i++) assert.equal(module.send('add', `S${i}`, 1), 0);
  assert.ok(module.glue.HEAPU8.length > size);
  assert.equal(module.head()[LINES], 1000);
  assert.equal(module.flat().length, HEAD + 7000 + 2 + 2);
  assert.equal(JSON.parse(module.snapshot()).itemSubtotal, (999 * 1000) / 2);
  assert.equal(JSON.parse(module.snapshot()).cart, cartId);
});

test('instances share nothing', async () => {
  const [one, other] = [await opened(), await opened()];
  one.send('add', 'MUG', 2);
  assert.equal(other.head()[LINES], 0);
});
