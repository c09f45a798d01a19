// The event stream: what others do arrives at once, and nothing is missed after a break.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Programs } from './support/programs.mjs';
import { Shopper } from './support/shopper.mjs';

let programs;
before(async () => {
  programs = await Programs.start();
});
after(() => programs.close());

test('a change on one device reaches the other', async () => {
  const phone = await Shopper.create(programs);
  const laptop = new Shopper(programs, {
    cart: phone.cart,
    capability: phone.capability,
    replica: 8,
  });
  const events = await laptop.events();
  assert.deepEqual([events.status, events.type], [200, 'text/event-stream']);
  const start = Date.now();
  const op = phone.add('CUP-RED', 2);
  await phone.ops(op);
  const event = await events.next();
  assert.ok(Date.now() - start < 1000);
  assert.deepEqual([event.id, event.event, event.data.index], ['1', 'op', 1]);
  assert.equal(event.data.op.sku, 'CUP-RED');
  events.close();
});

test('a stream goes on after the entry the reader has', async () => {
  const shopper = await Shopper.create(programs);
  await shopper.ops(shopper.add('CUP-RED', 1), shopper.add('POT', 1), shopper.add('CUP-RED', 1));
  for (const options of [{ lastEventId: 1 }, { after: 1 }, { lastEventId: 1, after: 3 }]) {
    const events = await shopper.events(options);
    assert.equal((await events.next()).id, '2');
    assert.equal((await events.next()).id, '3');
    events.close();
  }
});

test('300 entries that came meanwhile arrive in order, then live ones', async () => {
  const shopper = await Shopper.create(programs);
  for (let i = 0; i < 3; ++i) {
    await shopper.ops(...Array.from({ length: 100 }, () => shopper.method('post')));
  }
  const events = await shopper.events();
  for (let i = 1; i <= 300; ++i) assert.equal((await events.next()).id, String(i));
  await shopper.ops(shopper.add('POT', 1));
  assert.equal((await events.next()).id, '301');
  events.close();
});

test('a checkpoint stands for entries that are cut off', async () => {
  const shopper = await Shopper.create(programs);
  for (let i = 0; i < 3; ++i) {
    await shopper.ops(...Array.from({ length: 256 }, () => shopper.method('post')));
  }
  const events = await shopper.events();
  const first = await events.next();
  assert.deepEqual([first.id, first.event, first.data.index], ['512', 'checkpoint', 512]);
  assert.equal(first.data.cart.shippingMethod, 'post');
  for (let i = 513; i <= 768; ++i) assert.equal((await events.next()).id, String(i));
  events.close();
  const { json } = await shopper.get(`/v1/carts/${shopper.cart}/log?after=511`);
  assert.deepEqual([json.checkpoint.index, json.entries[0].index], [512, 513]);
});

test('a stream says first which log it is about', async () => {
  const shopper = await Shopper.create(programs);
  const { json } = await shopper.ops(shopper.method('post'));
  assert.ok(json.epoch > 0);
  const events = await shopper.events({ epochs: true });
  const first = await events.next();
  assert.deepEqual([first.event, first.data], ['epoch', json.epoch]);
  assert.equal((await events.next()).id, '1');
  events.close();
});

test('a stream needs the capability and a place in the log', async () => {
  const shopper = await Shopper.create(programs);
  const stranger = new Shopper(programs, { cart: shopper.cart });
  assert.equal((await stranger.events()).status, 401);
  assert.equal((await shopper.events({ after: 5 })).status, 409);
  assert.equal((await shopper.events({ lastEventId: 'x' })).status, 400);
});

test('100 readers of one cart all get the change', async () => {
  const shopper = await Shopper.create(programs);
  const readers = await Promise.all(Array.from({ length: 100 }, () => shopper.events()));
  await shopper.ops(shopper.add('POT', 1));
  const got = await Promise.all(readers.map((reader) => reader.next()));
  assert.ok(got.every((event) => event.id === '1'));
  for (const reader of readers) reader.close();
});

test('the server ends at once when told to, with open streams', async () => {
  const shopper = await Shopper.create(programs);
  const events = await shopper.events();
  const start = Date.now();
  const { code } = await programs.kill('server', 'SIGTERM');
  assert.equal(code, 0);
  assert.ok(Date.now() - start < 2000);
  assert.equal(await events.next().catch(() => null), null);
  await programs.startServer();
});
