// A server whose disk is full answers what is read and refuses what is written, for a while.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart } from '../../web/src/types.js';
import { LogServer } from './support/log-server.js';
import { mug, slice } from './support/shop.js';
import { DeviceWorld, until } from './support/world.js';

const full = { code: 'storage_full', status: 507 };
const sync = (cart: Cart) => cart.getSnapshot().sync;

function refuse(server: LogServer, path: string, times: number): void {
  for (let i = 0; i < times; i++) server.refuseNext.push({ path, refusal: full });
}

test('what a full server refuses is kept, shown as unsent, and sent later', async () => {
  const server = new LogServer();
  const device = new DeviceWorld(server);
  const cart = await device.open();
  cart.loadCatalog(slice(mug));
  await cart.add({ sku: 'MUG' });
  await until(() => sync(cart).state === 'saved', 'saved');
  refuse(server, '/ops', 1_000);
  await cart.add({ sku: 'MUG', quantity: 2 });
  await until(() => sync(cart).state === 'offline', 'told');
  assert.equal(sync(cart).pending, 1);
  assert.equal(cart.getSnapshot().lines[0]?.quantity, 3);
  await cart.close();

  const again = await device.open();
  await until(() => sync(again).state === 'offline', 'told after the reload');
  assert.equal(sync(again).pending, 1);
  assert.equal(again.getSnapshot().lines[0]?.quantity, 3);
  server.refuseNext.length = 0;
  await until(() => sync(again).state === 'saved', 'sent');
  assert.deepEqual(
    [...server.carts.values()].map(({ log }) => log.length),
    [2],
  );
  assert.deepEqual(device.errors, []);
  await again.close();
});

for (const path of ['carts', '/ops']) {
  test(`a full server is asked ever more seldom: POST ${path}`, async () => {
    const server = new LogServer();
    const device = new DeviceWorld(server);
    const cart = await device.open();
    cart.loadCatalog(slice(mug));
    refuse(server, path, 12);
    await cart.add({ sku: 'MUG' });
    const states = new Set<string>();
    cart.subscribe(() => states.add(sync(cart).state));
    await until(() => server.refuseNext.length === 0 && sync(cart).state === 'saved', 'saved');
    assert.ok(Math.max(...device.sleeps) > 8_000, `at most ${Math.max(...device.sleeps)} ms`);
    await cart.close();
  });
}
