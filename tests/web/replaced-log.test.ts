// The server's log is not the one a device has seen: cut off behind a checkpoint, restored from a
// backup, expired, or gone on under this device's name. Nothing shown is lost, nothing comes twice,
// and what others did meanwhile stands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart as State, LogCheckpoint, Lot } from '../../web/src/generated/wire.js';
import { emptyCheckpoint } from '../../web/src/recovery.js';
import { rejoin } from '../../web/src/rejoin.js';
import type { Cart } from '../../web/src/types.js';
import { LogServer } from './support/log-server.js';
import { cap, mug, slice, tee } from './support/shop.js';
import { DeviceWorld, isSaved, saved, until } from './support/world.js';

const units = (cart: Cart) =>
  Object.fromEntries(cart.getSnapshot().lines.map(({ sku, quantity }) => [sku, quantity]));
const shows = (cart: Cart, wanted: Record<string, number>) =>
  until(() => same(units(cart), wanted) && isSaved(cart), JSON.stringify(wanted)).catch(() =>
    assert.deepEqual(units(cart), wanted),
  );
const same = (a: Record<string, number>, b: Record<string, number>) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
const line = (cart: Cart, sku: string) =>
  cart.getSnapshot().lines.find((found) => found.sku === sku)!.id;
const theCart = (server: LogServer) => [...server.carts.values()][0]!;

/** The join of the log until now, as a device has it on disk. */
async function cutLog(server: LogServer, device: DeviceWorld): Promise<void> {
  const [id, cart] = [...server.carts][0]!;
  const found = async () => (await device.storage.list(['replica', id])) as never[];
  let checkpoint: LogCheckpoint | undefined;
  for (let i = 0; i < 200 && checkpoint?.index !== cart.log.length; i++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    for (const { head, confirmed } of (await found()) as { head: number; confirmed: never }[]) {
      if (head === cart.log.length) checkpoint = { index: head, cart: confirmed };
    }
  }
  assert.ok(checkpoint, 'a checkpoint of the whole log');
  cart.checkpoint = checkpoint;
}

async function twoDevices() {
  const server = new LogServer();
  const [phone, laptop] = [new DeviceWorld(server), new DeviceWorld(server)];
  const a = await phone.open();
  a.loadCatalog(slice(tee, mug, cap));
  await a.add({ sku: 'MUG', quantity: 2 });
  await saved(a);
  const b = await laptop.open({ cart: a.share() });
  b.loadCatalog(slice(tee, mug, cap));
  await shows(b, { MUG: 2 });
  return { server, phone, laptop, a, b };
}

test('a device that was away while the log was cut takes the checkpoint and goes on', async () => {
  const { server, phone, laptop, a, b } = await twoDevices();
  await b.close();
  await a.add({ sku: 'CAP', quantity: 3 });
  await a.setQuantity(line(a, 'MUG'), 5);
  await saved(a);
  await cutLog(server, phone);
  const again = await laptop.open();
  await shows(again, { MUG: 5, CAP: 3 });
  await again.add({ sku: 'CAP' });
  await shows(a, { MUG: 5, CAP: 4 });
  assert.deepEqual(laptop.errors, []);
});

test('a checkpoint from the event stream reaches every tab', async () => {
  const { server, phone, laptop, a, b } = await twoDevices();
  const second = await laptop.open();
  await shows(second, { MUG: 2 });
  laptop.blocks = /./;
  server.cut();
  await a.add({ sku: 'CAP', quantity: 3 });
  await saved(a);
  await cutLog(server, phone);
  laptop.blocks = /log/; // the stream alone gets through
  await until(() => [b, second].every((tab) => same(units(tab), { MUG: 2, CAP: 3 })), 'both tabs');
  assert.equal(theCart(server).streams.size, 2, 'one a browser');
});

test('another epoch: log_replaced, and what the backup lacked is asked for once', async () => {
  const { server, phone, laptop, a, b } = await twoDevices();
  await a.setQuantity(line(a, 'MUG'), 5);
  await b.add({ sku: 'CAP', quantity: 1 });
  await a.add({ sku: 'TEE-M-RED', quantity: 3 });
  await Promise.all([a, b].map((cart) => shows(cart, { MUG: 5, CAP: 1, 'TEE-M-RED': 3 })));
  const ids = a.getSnapshot().lines.map(({ id }) => id);
  server.epoch = 77;
  theCart(server).log.splice(1);
  server.cut();
  await Promise.all([a, b].map((cart) => shows(cart, { MUG: 5, CAP: 1, 'TEE-M-RED': 3 })));
  await until(() => theCart(server).log.length > 3, 'asked again');
  await Promise.all([a, b].map((cart) => shows(cart, { MUG: 5, CAP: 1, 'TEE-M-RED': 3 })));
  assert.deepEqual(a.getSnapshot().lines.map(({ id }) => id).sort(), ids.sort());
  for (const { errors } of [phone, laptop]) {
    assert.ok(errors.every(({ code }) => code === 'log_replaced') && errors.length <= 1);
  }
  const third = await new DeviceWorld(server).open({ cart: a.share() });
  await shows(third, { MUG: 5, CAP: 1, 'TEE-M-RED': 3 });
});

test('another epoch with the same log changes nothing', async () => {
  const { server, phone, a } = await twoDevices();
  const before = theCart(server).log.length;
  server.epoch = 77;
  server.cut();
  await until(() => phone.errors.some(({ code }) => code === 'log_replaced'), 'told');
  await shows(a, { MUG: 2 });
  assert.equal(theCart(server).log.length, before);
  await a.close();
  const again = await phone.open();
  await shows(again, { MUG: 2 });
  assert.equal(phone.errors.length, 1, 'the new epoch is kept');
});

test('a removal the backup lacked is not undone', async () => {
  const { server, a, b } = await twoDevices();
  await a.add({ sku: 'CAP', quantity: 4 });
  await a.applyCode('FIVE');
  await shows(b, { MUG: 2, CAP: 4 });
  const kept = theCart(server).log.length;
  await b.remove(line(b, 'MUG'));
  await b.removeCode('FIVE');
  await until(() => a.getSnapshot().codes.length === 0, 'the code is gone');
  await shows(a, { CAP: 4 });
  server.epoch = 5;
  theCart(server).log.splice(kept);
  server.cut();
  await until(() => theCart(server).log.length > kept, 'asked again');
  await Promise.all([a, b].map((cart) => shows(cart, { CAP: 4 })));
  assert.deepEqual(a.getSnapshot().codes, []);
  assert.deepEqual(b.getSnapshot().codes, []);
});

test('what others did meanwhile stands when this device has to begin again', async () => {
  const { server, phone, a, b } = await twoDevices();
  await a.add({ sku: 'CAP', quantity: 4 });
  await a.add({ sku: 'TEE-S-RED', quantity: 1 });
  await shows(b, { MUG: 2, CAP: 4, 'TEE-S-RED': 1 });
  phone.blocks = /./;
  server.cut();
  await a.add({ sku: 'MUG', quantity: 3 });
  await a.setQuantity(line(a, 'TEE-S-RED'), 2);
  await b.remove(line(b, 'CAP'));
  await b.add({ sku: 'MUG', quantity: 1 });
  await b.add({ sku: 'TEE-M-RED', quantity: 2 });
  await b.setDestination({ country: 'US' });
  await saved(b);
  server.refuseNext.push({
    path: '/ops',
    refusal: { code: 'op_fork', path: 'ops[0]', params: { n: '4' }, status: 409 },
  });
  phone.blocks = undefined;
  phone.comeBack();
  const both = { MUG: 6, 'TEE-S-RED': 2, 'TEE-M-RED': 2 };
  await Promise.all([a, b].map((cart) => shows(cart, both)));
  assert.equal(a.getSnapshot().destination.country, 'US');
});

test('an operation whose answer was lost is not added again out of a checkpoint', async () => {
  const { server, phone, laptop, a, b } = await twoDevices();
  phone.blocks = /events|log/;
  server.cut();
  phone.losesAnswers = /"units":3/;
  await a.add({ sku: 'MUG', quantity: 3 });
  await shows(b, { MUG: 5 });
  await a.close();
  await cutLog(server, laptop);
  phone.blocks = phone.losesAnswers = undefined;
  const again = await phone.open();
  await Promise.all([again, b].map((cart) => shows(cart, { MUG: 5 })));
  assert.deepEqual(phone.errors, []);
});

test('a cart that expired comes back once, with two tabs and another device open', async () => {
  const { server, phone, a, b } = await twoDevices();
  const tab = await phone.open();
  await tab.add({ sku: 'CAP', quantity: 1 });
  const all = [a, tab, b];
  await Promise.all(all.map((cart) => shows(cart, { MUG: 2, CAP: 1 })));
  const ids = a.getSnapshot().lines.map(({ id }) => id);
  server.cut();
  server.carts.clear();
  await until(() => server.carts.size === 1 && theCart(server).log.length > 0, 'made again');
  await Promise.all(all.map((cart) => shows(cart, { MUG: 2, CAP: 1 })));
  await a.add({ sku: 'CAP', quantity: 2 });
  await Promise.all(all.map((cart) => shows(cart, { MUG: 2, CAP: 3 })));
  assert.deepEqual(a.getSnapshot().lines.map(({ id }) => id).sort(), ids.sort());
});

test('a quantity chosen elsewhere beside units it had not seen is left as it is', () => {
  const empty = emptyCheckpoint('ab'.repeat(16), 1);
  const holding = (clocks: State['clocks'], ...lots: Lot[]): State => ({
    ...empty.confirmed,
    clocks,
    lines: [{ id: 'cd'.repeat(16), sku: 'MUG', lots }],
  });
  const added: Lot = { replica: 1, n: 1, kind: 'add', remaining: 2, born: 1 };
  const chosen: Lot = { replica: 2, n: 1, kind: 'set', remaining: 5, born: 1 };
  const seen = { replica: 1, n: 1 };
  const ours = holding([seen], added);
  const theirs = holding([seen, { replica: 2, n: 1 }], added, chosen);
  const before = { ...empty, confirmed: ours, head: 1, pending: [] };
  assert.deepEqual(rejoin(before, ours, theirs, []), []);
});
