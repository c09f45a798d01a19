// Editing a cart: at once in the snapshot, on disk when the promise resolves, refused with a code.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { CartError } from '../../web/src/errors.js';
import type { Cart } from '../../web/src/types.js';
import { LogServer } from './support/log-server.js';
import { mug, slice, tee } from './support/shop.js';
import { DeviceWorld, until } from './support/world.js';

let device: DeviceWorld;
let cart: Cart;

beforeEach(async () => {
  device = new DeviceWorld(new LogServer());
  cart = await device.open();
  cart.loadCatalog(slice(tee, mug));
});
afterEach(() => cart.close());

const refused = async (work: Promise<unknown> | (() => unknown), code: string, path?: string) => {
  const before = cart.getSnapshot();
  await assert.rejects(
    async () => (typeof work === 'function' ? work() : work),
    (error) => {
      assert.ok(error instanceof CartError, String(error));
      assert.equal(error.code, code);
      if (path !== undefined) assert.equal(error.path, path);
      assert.ok(error.message.length > 0 && error.fix.length > 0);
      return true;
    },
  );
  const { sync: _, ...after } = cart.getSnapshot();
  assert.deepEqual({ ...after, sync: before.sync }, before);
};

test('an edit shows in the snapshot right after the call, without await', async () => {
  const adding = cart.add({ sku: 'MUG', quantity: 2 });
  const { lines, itemSubtotal, unitCount } = cart.getSnapshot();
  assert.equal(lines[0]?.quantity, 2);
  assert.equal(itemSubtotal, 2_500);
  assert.equal(unitCount, 2);
  await adding;
});

test('a resolved edit is on disk', async () => {
  device.server.down = true;
  await cart.add({ sku: 'MUG' });
  const ops = await device.storage.list(['op', cart.getSnapshot().cart]);
  assert.equal(ops.length, 1);
});

test('totals come from core: discount, shipping and tax of a checked example', async () => {
  await cart.add({ sku: 'MUG', quantity: 10 });
  const total = cart.getSnapshot();
  assert.equal(total.itemSubtotal, 12_500);
  assert.equal(total.discountTotal, 1_250);
  assert.equal(total.shippingTotal, 500);
  assert.equal(total.additionalTaxTotal, 2_350); // 20 % of 11,250 + 500
  assert.equal(total.grandTotal, 14_100);
  assert.equal(cart.formatMoney(total.grandTotal), '$141.00');
  assert.ok(cart.explain().some(({ rule, amount }) => rule === 'ten-off' && amount === -1_250));
});

test('a product is chosen by its options', async () => {
  await cart.add({ product: 'tee', options: { Size: 'M', Color: 'Blue' } });
  assert.equal(cart.getSnapshot().lines[0]?.sku, 'TEE-M-BLUE');
  assert.equal(cart.choose('tee', { Size: 'S', Color: 'Red' }), 'TEE-S-RED');
});

test('lines, codes, destination and shipping method are edited by id', async () => {
  await cart.add({ sku: 'MUG', quantity: 4 });
  await cart.add({ sku: 'TEE-M-RED' });
  const [first, second] = cart.getSnapshot().lines;
  await cart.setQuantity(first!.id, 5);
  await cart.remove(second!.id);
  await cart.applyCode('five');
  await cart.setDestination({ country: 'US', region: 'CA' });
  await cart.setShippingMethod('express');
  const snapshot = cart.getSnapshot();
  assert.deepEqual(
    snapshot.lines.map(({ sku, quantity }) => [sku, quantity]),
    [['MUG', 5]],
  );
  assert.deepEqual(
    snapshot.codes.map(({ code, applied }) => [code, applied]),
    [['FIVE', true]],
  );
  assert.equal(snapshot.destination.country, 'US');
  assert.equal(snapshot.shippingMethod, 'express');
  assert.equal(snapshot.estimate, false);
  await cart.removeCode('FIVE');
  assert.equal(cart.getSnapshot().codes.length, 0);
});

test('bad input gets its code and path, and changes nothing', async () => {
  await cart.add({ sku: 'MUG', quantity: 2 });
  const line = cart.getSnapshot().lines[0]!.id;
  const any = (value: unknown) => value as never;
  await refused(cart.add({ sku: 'NONE' }), 'sku_unknown', 'sku');
  await refused(cart.add({ product: 'none' }), 'product_unknown', 'product');
  await refused(
    cart.add({ product: 'tee', options: { Size: 'XL', Color: 'Red' } }),
    'option_unknown',
  );
  await refused(cart.add({ product: 'tee', options: { Size: 'M' } }), 'option_missing', 'options');
  await refused(
    cart.add({ product: 'tee', options: { Size: 'L', Color: 'Blue' } }),
    'variant_impossible',
    'options',
  );
  await refused(cart.add({ sku: 'TEE-M-BLUE', quantity: 4 }), 'stock_insufficient', 'quantity');
  await refused(cart.add({ sku: 'MUG', colour: 'red' } as never), 'field_unknown', 'colour');
  await refused(cart.add(any({ sku: 7 })), 'field_type', 'sku');
  await refused(cart.add(any(JSON.parse('{"sku":"MUG","__proto__":1}'))), 'json_forbidden_key');
  for (const [quantity, code] of [
    [0, 'quantity_too_small'],
    [-1, 'quantity_too_small'],
    [1.5, 'number_not_integer'],
    [1e12, 'quantity_too_large'],
    [Number.NaN, 'field_type'],
    [10n, 'field_type'],
    ['2', 'field_type'],
  ] as const) {
    await refused(cart.add({ sku: 'MUG', quantity: any(quantity) }), code, 'quantity');
  }
  for (const [quantity, code] of [
    [0, 'quantity_too_small'],
    [-1, 'quantity_too_small'],
    [1.5, 'number_not_integer'],
    [1e12, 'quantity_too_large'],
    [Number.NaN, 'number_out_of_range'],
    [10n, 'field_type'],
    ['2', 'field_type'],
  ] as const) {
    await refused(cart.setQuantity(line, any(quantity)), code, 'quantity');
  }
  await refused(cart.setQuantity('00'.repeat(16), 1), 'line_unknown', 'line');
  await refused(cart.setQuantity('x', 1), 'id_invalid', 'line');
  await refused(cart.remove('00'.repeat(16)), 'line_unknown', 'line');
  await refused(cart.applyCode('NOPE'), 'code_unknown', 'code');
  await refused(cart.setDestination({ country: 'XX' }), 'country_unknown', 'destination.country');
  await refused(cart.setDestination({ country: 'FR' }), 'destination_not_served');
  await refused(cart.setShippingMethod('teleport'), 'shipping_method_unknown', 'method');
  await refused(
    () => cart.loadCatalog({ currency: 'EUR', products: [] }),
    'currency_mismatch',
    'currency',
  );
});

test('text of any script crosses the boundary whole', async () => {
  const code = '折扣 скидка 🛒'.repeat(2);
  await assert.rejects(cart.applyCode(code), { code: 'code_unknown', params: { code } });
  await refused(cart.applyCode('Ж'.repeat(33)), 'text_too_long', 'code');
});

test('a product nobody loaded is fetched by its SKU', async () => {
  await cart.add({ sku: 'CAP' });
  assert.equal(cart.getSnapshot().lines[0]?.title, 'Cap');
  assert.equal(device.server.requests('catalog').length, 1);
});

test('edits in one turn are one write and reach the server as few operations', async () => {
  await cart.add({ sku: 'MUG' });
  const line = cart.getSnapshot().lines[0]!.id;
  await Promise.all([2, 3, 4, 5, 6].map((quantity) => cart.setQuantity(line, quantity)));
  await until(() => cart.getSnapshot().sync.state === 'saved');
  const ops = [...device.server.carts.values()][0]!.log.map(({ op }) => [op.kind, op.units]);
  assert.deepEqual(ops, [
    ['add', 1],
    ['set', 6],
  ]);
});

test('a closed cart refuses edits', async () => {
  await cart.close();
  await assert.rejects(cart.add({ sku: 'MUG' }), { code: 'env_closed' });
  assert.throws(() => cart.formatMoney(1), { code: 'env_closed' });
});
