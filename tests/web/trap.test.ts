// A trap leaves the module's memory in an unknown state. The cart makes a new instance from what is
// on disk and what was not written yet, and applies the edit that met the trap once more.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LogServer } from './support/log-server.js';
import { cap, mug, slice } from './support/shop.js';
import { DeviceWorld, until } from './support/world.js';

// Overwrites the module's whole memory: the next call runs into a real WebAssembly trap.
function wreck(device: DeviceWorld): void {
  const memory = Object.values(device.instances.at(-1)!.exports).find(
    (value): value is WebAssembly.Memory => value instanceof WebAssembly.Memory,
  );
  new Uint8Array(memory!.buffer).fill(0xff);
}

async function opened() {
  const device = new DeviceWorld(new LogServer());
  const cart = await device.open();
  cart.loadCatalog(slice(mug, cap));
  return { device, cart };
}

test('the wrecked memory really traps', async () => {
  const { device, cart } = await opened();
  let seen: unknown;
  cart.addEventListener('cart:error', (event) => (seen = event.detail.cause));
  await cart.add({ sku: 'MUG' });
  wreck(device);
  await cart.add({ sku: 'CAP' });
  assert.ok(seen instanceof WebAssembly.RuntimeError, String(seen));
  await cart.close();
});

test('after a trap it is still known who buys', async () => {
  const device = new DeviceWorld(new LogServer());
  const { server } = device;
  server.store = {
    ...server.store,
    promotions: [{ ...server.store.promotions![1]!, firstOrder: true }],
  };
  const cart = await device.open();
  await cart.add({ sku: 'MUG' });
  await cart.applyCode('FIVE');
  await until(() => cart.getSnapshot().sync.state === 'saved');
  server.facts = { shopper: { firstOrder: true } };
  await cart.identify('ada@example.com');
  device.online = false;
  wreck(device);
  await cart.add({ sku: 'MUG' });
  assert.equal(cart.getSnapshot().codes[0]?.applied, true);
  await cart.close();
});

test('after a trap nothing that was shown is lost, and the edit succeeds', async () => {
  const { device, cart } = await opened();
  await cart.add({ sku: 'MUG', quantity: 3 });
  await cart.applyCode('FIVE');
  await until(() => cart.getSnapshot().sync.state === 'saved');
  device.online = false;
  await cart.setQuantity(cart.getSnapshot().lines[0]!.id, 4);
  void cart.add({ sku: 'MUG', quantity: 1 }); // applied, not written yet
  wreck(device);
  await cart.add({ sku: 'CAP' });
  const snapshot = cart.getSnapshot();
  assert.deepEqual(
    snapshot.lines.map(({ sku, quantity }) => [sku, quantity]),
    [
      ['MUG', 5],
      ['CAP', 1],
    ],
  );
  assert.equal(snapshot.codes[0]?.code, 'FIVE');
  assert.deepEqual(
    device.errors.map(({ code }) => code),
    ['env_instance_lost'],
  );
  assert.equal(device.instances.length, 2);
  device.comeBack();
  await until(() => cart.getSnapshot().sync.state === 'saved', 'saved');
  const log = [...device.server.carts.values()][0]!.log;
  assert.deepEqual(
    log.map(({ op }) => op.n),
    [1, 2, 3, 4, 5],
  );
  await cart.close();
});

test('a snapshot read after a trap is the last good one until the cart is back', async () => {
  const { device, cart } = await opened();
  await cart.add({ sku: 'MUG', quantity: 3 });
  const before = cart.getSnapshot();
  wreck(device);
  assert.throws(() => cart.explain(), { code: 'env_instance_lost' });
  assert.equal(cart.getSnapshot(), before);
  await until(() => device.instances.length === 2, 'a new instance');
  await until(() => cart.getSnapshot() !== before, 'a new snapshot');
  assert.equal(cart.getSnapshot().grandTotal, before.grandTotal);
  assert.ok(cart.explain().length > 0);
  await cart.close();
});

test('an edit that traps every time is refused, and the cart goes on without it', async () => {
  const device = new DeviceWorld(new LogServer());
  device.spoil = (glue) =>
    Object.assign(Object.create(glue) as typeof glue, {
      setQuantity(position: number, quantity: number) {
        if (quantity === 13) throw new WebAssembly.RuntimeError('unreachable');
        return glue.setQuantity(position, quantity);
      },
    });
  const cart = await device.open();
  await cart.add({ sku: 'MUG' });
  const line = cart.getSnapshot().lines[0]!.id;
  await assert.rejects(cart.setQuantity(line, 13), { code: 'env_instance_lost' });
  assert.equal(device.instances.length, 3);
  await cart.setQuantity(line, 3);
  assert.equal(cart.getSnapshot().lines[0]?.quantity, 3);
  await cart.close();
});

test('an operation is never on disk without the part of the log it was made on', async () => {
  const server = new LogServer();
  const phone = new DeviceWorld(server);
  const laptop = new DeviceWorld(server);
  const a = await phone.open();
  await a.add({ sku: 'MUG', quantity: 2 });
  await until(() => a.getSnapshot().sync.state === 'saved', 'saved');
  const b = await laptop.open({ cart: a.share() });
  await until(() => b.getSnapshot().lines[0]?.quantity === 2, 'b');
  await b.add({ sku: 'MUG', quantity: 5 });
  await until(() => a.getSnapshot().lines[0]?.quantity === 7, 'a');
  phone.online = false;
  await a.setQuantity(a.getSnapshot().lines[0]!.id, 3); // empties a lot of b, seen just now
  wreck(phone);
  await a.add({ sku: 'CAP' }).catch(() => a.add({ sku: 'CAP' }));
  assert.equal(a.getSnapshot().lines[0]?.quantity, 3);
  phone.comeBack();
  await until(() => a.getSnapshot().sync.pending === 0, 'sent');
  assert.equal(a.getSnapshot().lines[0]?.quantity, 3);
  await until(() => b.getSnapshot().lines.length === 2, 'b again');
  assert.equal(b.getSnapshot().lines[0]?.quantity, 3);
  await Promise.all([a.close(), b.close()]);
});

test('a checkpoint of a restored module keeps what the log has not brought back yet', async () => {
  const { device, cart } = await opened();
  await cart.add({ sku: 'MUG' });
  await until(() => cart.getSnapshot().sync.state === 'saved', 'saved');
  device.online = false; // the log can't come again
  for (const quantity of [2, 3]) {
    wreck(device);
    await cart.setQuantity(cart.getSnapshot().lines[0]!.id, quantity);
    assert.equal(cart.getSnapshot().lines[0]?.quantity, quantity);
  }
  await cart.close();
  const again = await device.open();
  assert.equal(again.getSnapshot().lines[0]?.quantity, 3);
  device.comeBack();
  await until(() => again.getSnapshot().sync.pending === 0, 'sent');
  assert.equal([...device.server.carts.values()][0]!.log.length, 3);
});

test('a hundred traps lose nothing', async () => {
  const { device, cart } = await opened();
  for (let i = 1; i <= 100; i++) {
    wreck(device);
    await cart.add({ sku: 'MUG' });
    assert.equal(cart.getSnapshot().lines[0]?.quantity, i);
  }
  await until(() => cart.getSnapshot().sync.state === 'saved', 'saved');
  assert.equal([...device.server.carts.values()][0]!.log.length, 100);
  await cart.close();
});
