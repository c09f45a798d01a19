// A problem carries what ends it; what is good to know stands beside it.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { CartProblem } from '../../web/src/errors.js';
import type { Product } from '../../web/src/generated/wire.js';
import type { Cart } from '../../web/src/types.js';
import { LogServer } from './support/log-server.js';
import { cap, mug, slice, tee } from './support/shop.js';
import { DeviceWorld, until } from './support/world.js';

let device: DeviceWorld;
let cart: Cart;

beforeEach(async () => {
  device = new DeviceWorld(new LogServer());
  cart = await device.open();
  cart.loadCatalog(slice(tee, mug, cap));
});
afterEach(() => cart.close());

// As the merchant sells it now: here, and where the page asks.
function sell(product: Product): void {
  const others = device.server.products.filter(({ id }) => id !== product.id);
  device.server.products = [...others, product];
  cart.loadCatalog(slice(product));
}
const problem = () => cart.getSnapshot().problems[0]!;

test('a quantity is mended to the nearest that can be had', async () => {
  const limited = { ...mug, maxPerOrder: 4 };
  device.server.products = [tee, limited, cap]; // whatever the page still asks, it is told this
  await cart.add({ sku: 'MUG', quantity: 9 });
  sell(limited);
  assert.equal(problem().code, 'order_limit');
  assert.equal(problem().message, 'at most 4 in one order, over all lines');
  assert.deepEqual(problem().remedy?.kind, 'setQuantity');
  const after = await cart.mend(problem());
  assert.deepEqual(after.problems, []);
  assert.equal(after.lines[0]?.quantity, 4);
  await assert.rejects(cart.add({ sku: 'MUG' }), { code: 'order_limit', path: 'quantity' });
});

test('a variant the server no longer sells keeps its line until it is removed', async () => {
  await cart.add({ sku: 'TEE-M-BLUE' });
  const { variants, ...rest } = tee;
  const left = { ...rest, variants: variants.filter(({ sku }) => sku !== 'TEE-M-BLUE') };
  device.server.products = [left, mug, cap];
  await cart.products({ skus: ['TEE-M-BLUE'] });
  const { lines } = cart.getSnapshot();
  assert.deepEqual([lines[0]?.title, lines[0]?.options], ['Tee', ['M', 'Blue']]);
  assert.equal(problem().code, 'variant_gone');
  await assert.rejects(cart.add({ sku: 'TEE-M-BLUE' }), { code: 'variant_gone' });
  assert.deepEqual((await cart.mend(problem())).lines, []);
});

test('a SKU of another device that is gone is told as gone, not as unknown for ever', async () => {
  await cart.add({ sku: 'CAP' });
  await until(() => cart.getSnapshot().sync.state === 'saved', 'saved');
  device.server.products = [tee, mug];
  const other = await new DeviceWorld(device.server).open({ cart: cart.share() });
  await until(() => other.getSnapshot().problems[0]?.code === 'variant_gone', 'told');
  await other.mend(other.getSnapshot().problems[0]!);
  assert.deepEqual(other.getSnapshot().lines, []);
  await other.close();
});

test('accepting prices is a remedy too', async () => {
  await cart.add({ sku: 'MUG' });
  sell({ ...mug, variants: [{ ...mug.variants[0]!, price: 1_300 }] });
  assert.equal(problem().code, 'price_changed');
  assert.deepEqual((await cart.mend(problem())).problems, []);
});

test('what has no remedy can not be mended', async () => {
  const bare: CartProblem = { code: 'internal', path: '', params: {}, message: '', fix: '' };
  await assert.rejects(cart.mend(bare), { code: 'field_missing', path: 'remedy' });
});

test('notices stop nothing and stand at their line', async () => {
  await cart.add({ sku: 'CAP' });
  await cart.add({ sku: 'TEE-M-BLUE' });
  sell({ ...tee, lowStockAt: 3 });
  const { problems, notices } = cart.getSnapshot();
  assert.deepEqual(problems, []);
  assert.deepEqual(
    notices.map(({ code, path, message }) => [code, path, message]),
    [['low_stock', 'lines[1]', 'only 3 left']],
  );
});

test('what a customer had before is asked for where a product is limited', async () => {
  sell({ ...mug, maxPerCustomer: 5 });
  device.server.facts = { shopper: {}, uses: [], bought: [{ product: 'mug', units: 4 }] };
  await cart.add({ sku: 'MUG', quantity: 2 });
  await until(() => cart.getSnapshot().sync.state === 'saved', 'saved');
  await cart.identify('ada@example.com');
  assert.equal(problem().code, 'customer_limit');
  assert.deepEqual(problem().params, { max: '5', had: '4' });
  assert.equal((await cart.mend(problem())).unitCount, 1);
});
