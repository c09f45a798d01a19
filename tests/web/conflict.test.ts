// Two devices choose different quantities at the same time: the larger one counts, both are told,
// and the next choice ends it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart } from '../../web/src/types.js';
import { LogServer } from './support/log-server.js';
import { DeviceWorld, until } from './support/world.js';

const told = (cart: Cart) =>
  cart.getSnapshot().notices.map(({ code, path, params }) => [code, path, params]);

test('quantities chosen apart are told as a conflict until one is chosen again', async () => {
  const server = new LogServer();
  const [phone, laptop] = [new DeviceWorld(server), new DeviceWorld(server)];
  const a = await phone.open();
  await a.add({ sku: 'MUG', quantity: 2 });
  await until(() => a.getSnapshot().sync.state === 'saved', 'saved');
  const b = await laptop.open({ cart: a.share() });
  await until(() => b.getSnapshot().lines.length === 1, 'shared');
  const line = a.getSnapshot().lines[0]!.id;
  phone.blocks = /./;
  server.cut();
  await a.setQuantity(line, 3);
  await b.setQuantity(line, 5);
  phone.blocks = undefined;
  phone.comeBack();
  const both = [a, b];
  await until(() => both.every((cart) => cart.getSnapshot().sync.conflicts === 1), 'conflict');
  for (const cart of both) {
    assert.deepEqual(told(cart), [['quantity_conflict', 'lines[0]', { least: '3', most: '5' }]]);
    assert.equal(cart.getSnapshot().lines[0]!.quantity, 5);
  }
  await a.setQuantity(line, 5);
  assert.equal(a.getSnapshot().sync.conflicts, 0);
  await until(() => both.every((cart) => cart.getSnapshot().sync.conflicts === 0), 'settled');
  assert.deepEqual(both.map(told), [[], []]);
});
