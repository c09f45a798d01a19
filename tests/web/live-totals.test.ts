// cart.edit() and cart.totals: many edits a second without promises and copies, and nothing less
// kept than by setQuantity().
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Cart } from '../../web/src/types.js';
import { LogServer } from './support/log-server.js';
import { cap, mug, slice, tee } from './support/shop.js';
import { DeviceWorld, until } from './support/world.js';

let device: DeviceWorld;
let cart: Cart;
let line: string;

beforeEach(async () => {
  device = new DeviceWorld(new LogServer());
  cart = await device.open();
  cart.loadCatalog(slice(tee, mug, cap));
  await cart.add({ sku: 'MUG' });
  await cart.add({ sku: 'CAP' });
  line = cart.getSnapshot().lines[0]!.id;
});
afterEach(() => cart.close());

const ops = () => device.storage.list(['op', cart.getSnapshot().cart]);

test('an edit shows in the totals and in the snapshot at once', () => {
  const before = cart.totals.grandTotal;
  cart.edit(line, 3);
  assert.notEqual(cart.totals.grandTotal, before);
  assert.equal(cart.totals.itemSubtotal, 4_650);
  const snapshot = cart.getSnapshot();
  assert.equal(snapshot.lines[0]!.quantity, 3);
  for (const name of ['unitCount', 'itemSubtotal', 'grandTotal', 'amountDue'] as const) {
    assert.equal(cart.totals[name], snapshot[name], name);
  }
});

test('the figures of the lines are those of the snapshot, in objects that stay', async () => {
  cart.edit(line, 7);
  const { lines } = cart.totals;
  const [mugs] = lines;
  assert.deepEqual(
    lines.map(({ id, ...figures }) => [id, figures]),
    cart.getSnapshot().lines.map((shown) => [
      shown.id,
      Object.fromEntries(
        Object.keys(mugs!)
          .filter((name) => name !== 'id')
          .map((name) => [name, shown[name as 'total']]),
      ),
    ]),
  );
  cart.edit(line, 2);
  assert.equal(cart.totals.lines, lines);
  assert.equal(cart.totals.lines[0], mugs);
  assert.equal(mugs!.quantity, 2);
  await cart.add({ sku: 'TEE-S-RED' });
  assert.equal(cart.totals.lines.length, 3);
  assert.equal(cart.totals.lines[2]!.quantity, 1);
});

test('subscribers are told once, when the task ends, even of what was read meanwhile', async () => {
  let told = 0;
  cart.subscribe(() => told++);
  for (let quantity = 2; quantity < 50; quantity++) cart.edit(line, quantity);
  assert.equal(cart.getSnapshot().lines[0]!.quantity, 49);
  assert.equal(told, 0);
  await Promise.resolve();
  assert.equal(told, 1);
});

test('what was edited is on disk when saved() resolves, as one operation', async () => {
  await until(() => cart.getSnapshot().sync.state === 'saved', 'saved');
  device.server.down = true;
  for (let quantity = 2; quantity < 50; quantity++) cart.edit(line, quantity);
  const snapshot = await cart.saved();
  assert.equal(snapshot.lines[0]!.quantity, 49);
  const after = (await ops()) as { units: number }[];
  // The lines were added with one unit each; those operations may still be there.
  assert.deepEqual(
    after.map(({ units }) => units).filter((units) => units > 1),
    [49],
  );
});

test('an edit is written without anybody waiting, and reaches the server', async () => {
  cart.edit(line, 5);
  assert.equal(cart.getSnapshot().sync.state, 'saving');
  await until(() => cart.getSnapshot().sync.state === 'saved', 'saved');
  const other = await new DeviceWorld(device.server).open({ cart: cart.share() });
  await until(() => other.totals.lines[0]?.quantity === 5, 'the other device');
  await other.close();
});

test('a refused edit throws, and nothing changed', () => {
  cart.edit(line, 2);
  const before = cart.getSnapshot();
  assert.throws(() => cart.edit(line, 0), { code: 'quantity_too_small', path: 'quantity' });
  assert.throws(() => cart.edit(line, 1.5), { code: 'number_not_integer' });
  assert.throws(() => cart.edit(line, Number.NaN), { code: 'number_out_of_range' });
  assert.throws(() => cart.edit('0'.repeat(32), 1), { code: 'line_unknown' });
  assert.throws(() => cart.edit(line, 2n as unknown as number), { name: 'CartError' });
  assert.equal(cart.getSnapshot(), before);
});

test('the totals follow when the memory of the module moves', async () => {
  const { variants, ...product } = mug;
  const many = Array.from({ length: 9_000 }, (_, i) => ({
    ...product,
    id: `many-${i}`,
    description: 'x'.repeat(400),
    variants: variants.map((variant) => ({ ...variant, sku: `MANY-${i}` })),
  }));
  const memory = Object.values(device.instances[0]!.exports).find(
    (value): value is WebAssembly.Memory => value instanceof WebAssembly.Memory,
  )!;
  const size = memory.buffer.byteLength;
  cart.edit(line, 2);
  const before = cart.totals.itemSubtotal;
  for (let at = 0; at < many.length; at += 1_000) {
    cart.loadCatalog(slice(...many.slice(at, at + 1_000)));
  }
  assert.ok(memory.buffer.byteLength > size, 'the test needs a memory that grew');
  assert.equal(cart.totals.itemSubtotal, before);
  cart.edit(line, 3);
  assert.equal(cart.totals.itemSubtotal, cart.getSnapshot().itemSubtotal);
  assert.equal(cart.totals.lines[0]!.quantity, 3);
});

test('a trap after edits loses none of them', async () => {
  cart.edit(line, 4);
  cart.edit(line, 6);
  new Uint8Array(
    Object.values(device.instances.at(-1)!.exports).find(
      (value): value is WebAssembly.Memory => value instanceof WebAssembly.Memory,
    )!.buffer,
  ).fill(0xff);
  assert.throws(() => cart.edit(line, 7), { code: 'env_instance_lost' });
  assert.throws(() => cart.totals.grandTotal, { code: 'env_instance_lost' });
  await until(() => device.instances.length === 2, 'a new instance');
  await until(() => cart.getSnapshot().lines[0]!.quantity === 6, 'the edits before the trap');
  assert.equal(cart.totals.lines[0]!.quantity, 6);
});

test('a closed cart refuses edits', async () => {
  await cart.close();
  assert.throws(() => cart.edit(line, 2), { code: 'env_closed' });
});
