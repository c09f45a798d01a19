// The stand-ins of 'sealcart/testing' do what their switches say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manualClock, scriptedTransport } from '../../web/src/testing.js';
import { LogServer } from './support/log-server.js';
import { DeviceWorld, until } from './support/world.js';

const ok = () => Promise.resolve(new Response('{}'));

test('latency delays, offline refuses, and each request is recorded', async () => {
  const network = scriptedTransport(ok as typeof fetch, { latencyMs: 20 });
  const began = performance.now();
  await network.fetch('http://shop.test/a');
  assert.ok(performance.now() - began >= 19);
  network.set({ offline: true, latencyMs: 0 });
  await assert.rejects(network.fetch('http://shop.test/b', { method: 'POST' }), TypeError);
  assert.deepEqual(
    network.requests.map(({ method, url, status }) => [method, url, status]),
    [
      ['GET', 'http://shop.test/a', 200],
      ['POST', 'http://shop.test/b', 0],
    ],
  );
});

test('loss loses every other request before and after the server saw it', async () => {
  let seen = 0;
  const base = (() => (seen++, ok())) as typeof fetch;
  let n = 0;
  const network = scriptedTransport(base, { loss: 1 }, () => [0, 0.2, 0, 0.8][n++ % 4]!);
  await assert.rejects(network.fetch('x'), TypeError);
  assert.equal(seen, 0);
  await assert.rejects(network.fetch('x'), TypeError);
  assert.equal(seen, 1);
});

test('pulling the cable ends a running stream, and the cart recovers when it is back', async () => {
  const server = new LogServer();
  const network = scriptedTransport(server.fetch);
  const device = new DeviceWorld(server);
  const environment = device.environment();
  device.environment = () => ({ ...environment, fetch: network.fetch });
  const cart = await device.open();
  await cart.add({ sku: 'MUG' });
  await until(() => [...server.carts.values()][0]?.streams.size === 1, 'a stream');
  network.set({ offline: true });
  await until(() => cart.getSnapshot().sync.state === 'offline', 'offline');
  await cart.setQuantity(cart.getSnapshot().lines[0]!.id, 4);
  network.set({ offline: false });
  await until(() => cart.getSnapshot().sync.state === 'saved', 'saved');
  assert.equal([...server.carts.values()][0]!.log.length, 2);
  await cart.close();
});

test('lost answers never double an operation', async () => {
  const server = new LogServer();
  const network = scriptedTransport(server.fetch, { loss: 0.6 });
  const device = new DeviceWorld(server);
  const environment = device.environment();
  device.environment = () => ({ ...environment, fetch: network.fetch });
  let cart = await device.open().catch(() => undefined);
  while (!cart) cart = await device.open().catch(() => undefined);
  const added = (): Promise<unknown> => cart.add({ sku: 'MUG' }).catch(added);
  for (let i = 0; i < 20; i++) await added();
  await until(() => cart.getSnapshot().sync.pending === 0, 'sent');
  assert.equal(cart.getSnapshot().lines[0]?.quantity, 20);
  assert.equal([...server.carts.values()][0]!.log.length, 20);
  await cart.close();
});

test('the clock stands until it is moved', () => {
  const clock = manualClock(5);
  clock.advance(10);
  assert.equal(clock.now(), 15);
  clock.set(1);
  assert.equal(clock.now(), 1);
});
