// What subscribers see: a frozen object that stays the same until something changed.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
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

const settled = () => until(() => cart.getSnapshot().sync.state === 'saved', 'saved');

test('the snapshot is the same object until something changed', async () => {
  await cart.add({ sku: 'MUG' });
  await settled();
  const before = cart.getSnapshot();
  assert.equal(cart.getSnapshot(), before);
  cart.explain();
  await assert.rejects(cart.setQuantity(before.lines[0]!.id, 0));
  assert.equal(cart.getSnapshot(), before);
  void cart.setQuantity(before.lines[0]!.id, 2);
  assert.notEqual(cart.getSnapshot(), before);
});

test('the snapshot is frozen to the bottom', async () => {
  await cart.add({ sku: 'TEE-S-RED' });
  const snapshot = cart.getSnapshot();
  assert.ok(Object.isFrozen(snapshot.lines[0]!.options));
  const writable = snapshot as { grandTotal: number };
  assert.throws(() => (writable.grandTotal = 0), TypeError);
});

test('gaps move with an edit of numbers; what is to be spent is found when asked for', async () => {
  await cart.add({ sku: 'MUG' });
  await settled();
  const before = cart.getSnapshot();
  const post = before.gaps.findIndex((gap) => gap.rule === 'post');
  assert.equal(before.gaps[post]?.amount, 20_000 - before.itemSubtotal);
  assert.ok(!('spend' in before.gaps[post]!));
  void cart.setQuantity(before.lines[0]!.id, 2);
  const after = cart.getSnapshot();
  assert.equal(after.gaps[post]?.amount, 20_000 - after.itemSubtotal);
  // 10 % are off from $100 on: 90 % of 222.22 are 200.00, of 222.21 they are 199.99.
  assert.equal(cart.gaps()[post]?.spend, 22_222 - after.itemSubtotal);
});

test('an edit of numbers parses no JSON and keeps the lines it does not touch', async () => {
  await cart.add({ sku: 'MUG' });
  await cart.add({ sku: 'CAP' });
  await settled();
  const before = cart.getSnapshot();
  const parse = JSON.parse;
  const parsed: string[] = [];
  JSON.parse = (text: string, reviver?: Parameters<typeof parse>[1]) => {
    parsed.push(text);
    return parse(text, reviver) as unknown;
  };
  try {
    void cart.setQuantity(before.lines[0]!.id, 3);
    const after = cart.getSnapshot();
    assert.deepEqual(parsed, []);
    assert.equal(after.lines[0]?.quantity, 3);
    assert.equal(after.lines[0]?.title, 'Mug');
    assert.equal(after.itemSubtotal, 4_650);
    assert.equal(after.taxes[0]?.taxable, 5_150);
    assert.equal(after.lines[1], before.lines[1]);
    assert.ok(Object.isFrozen(after.lines[0]) && Object.isFrozen(after.lines));
  } finally {
    JSON.parse = parse;
  }
});

test('numbers read without JSON equal the whole snapshot', async () => {
  for (const sku of ['MUG', 'CAP', 'TEE-S-RED', 'TEE-M-RED']) await cart.add({ sku, quantity: 2 });
  await cart.applyCode('FIVE');
  const [first] = cart.getSnapshot().lines;
  for (const quantity of [1, 7, 30, 2, 9_999, 3]) {
    await cart.setQuantity(first!.id, quantity);
    const { sync: _, ...byNumbers } = cart.getSnapshot();
    const other = await new DeviceWorld(device.server).open({ cart: cart.share() });
    await until(() => other.getSnapshot().lines[0]?.quantity === quantity, 'the other device');
    const { sync: __, ...whole } = other.getSnapshot();
    await other.close();
    assert.deepEqual(byNumbers, whole);
  }
});

test('problems of lines go away with the edit that mends them', async () => {
  await cart.add({ sku: 'TEE-M-RED', quantity: 20 });
  const { variants, ...rest } = tee;
  cart.loadCatalog(slice({ ...rest, variants: variants.map((v) => ({ ...v, stock: 10 })) }));
  assert.equal(cart.getSnapshot().problems[0]?.code, 'stock_insufficient');
  void cart.setQuantity(cart.getSnapshot().lines[0]!.id, 10);
  assert.deepEqual(cart.getSnapshot().problems, []);
});

test('subscribers run after each change and not after they left', async () => {
  const seen: number[] = [];
  const stop = cart.subscribe(() => seen.push(cart.getSnapshot().unitCount));
  void cart.add({ sku: 'MUG' });
  assert.deepEqual(seen, [1]);
  stop();
  await cart.add({ sku: 'MUG' });
  assert.deepEqual(seen, [1]);
});

test('subscribers are left alone when nothing changed', async () => {
  await cart.add({ sku: 'MUG' });
  await settled();
  const before = cart.getSnapshot();
  let calls = 0;
  cart.subscribe(() => calls++);
  await assert.rejects(cart.add({ sku: 'MUG', quantity: 0 }));
  await cart.setQuantity(before.lines[0]!.id, 1);
  const { log } = [...device.server.carts.values()][0]!;
  device.server.tell(before.cart, 'op', log[0]); // the echo of what is known
  device.server.cut(); // the stream comes again, and with it the log
  await until(() => device.server.requests('/events').length > 1, 'a new stream');
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(calls, 0);
  assert.equal(cart.getSnapshot(), before);
});

test('cart:change carries the snapshot', async () => {
  const seen: unknown[] = [];
  cart.addEventListener('cart:change', (event) => seen.push(event.detail));
  void cart.add({ sku: 'MUG' });
  assert.equal(seen.length, 1);
  assert.equal(seen[0], cart.getSnapshot());
});
