// A disk that is full, broken, cleared or not there at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryStorage } from '../../web/src/storage.js';
import { DeviceWorld, saved, setup, until, diskFull } from './support/world.js';

test('a damaged disk is told, and the cart comes back from the server', async () => {
  const { server, device } = setup();
  const first = await device.open();
  await first.add({ sku: 'MUG', quantity: 4 });
  await saved(first);
  await first.close();
  const id = first.getSnapshot().cart;
  const [checkpoint] = (await device.storage.list(['replica', id])) as { replica: number }[];
  const op = { ...[...server.carts.values()][0]!.log[0]!.op, n: 9 };
  await device.storage.write({ put: [[['op', id, checkpoint!.replica, 9], op]] });
  for (let i = 0; i < 2; i++) {
    const again = await device.open();
    await until(() => again.getSnapshot().lines[0]?.quantity === 4, 'back');
    await again.close();
  }
  await until(() => device.errors.length > 0, 'told');
  assert.deepEqual(
    device.errors.map(({ code }) => code),
    ['op_gap'],
  );
  assert.equal((await device.storage.list(['replica', id])).length, 1);
});

test('no storage: the cart works in memory and says so once', async () => {
  const { device } = setup();
  const environment = device.environment();
  device.environment = () => ({
    ...environment,
    openStorage: () => Promise.reject(new Error('denied')),
  });
  const cart = await device.open();
  await cart.add({ sku: 'MUG' });
  assert.equal(cart.getSnapshot().sync.durable, false);
  await until(() => device.errors.length > 0);
  await cart.add({ sku: 'MUG' });
  assert.deepEqual(
    device.errors.map(({ code }) => code),
    ['env_storage'],
  );
  await cart.close();
});

test('a full disk is told once, and has all of it when there is room again', async () => {
  const { server, device } = setup();
  const cart = await device.open();
  await cart.add({ sku: 'MUG' });
  await saved(cart);
  const { write } = device.storage;
  let tries = 0;
  device.storage.write = () => {
    tries++;
    return diskFull();
  };
  const seen: boolean[] = [];
  cart.subscribe(() => seen.push(cart.getSnapshot().sync.durable));
  await cart.add({ sku: 'MUG' });
  await cart.add({ sku: 'CAP' });
  await saved(cart);
  assert.equal([...server.carts.values()][0]!.log.length, 3);
  assert.equal(cart.getSnapshot().sync.durable, false);
  await until(() => tries > 4, 'tried again');
  assert.deepEqual(
    device.errors.map(({ code }) => code),
    ['env_storage'],
  );
  device.blocks = /./;
  server.cut();
  await cart.add({ sku: 'CAP', quantity: 2 });
  device.storage.write = write;
  await until(() => cart.getSnapshot().sync.durable, 'room again');
  assert.equal(seen.at(-1), true);
  device.held.clear(); // the page dies without a goodbye
  const again = await device.open();
  const units = again.getSnapshot().lines.map(({ sku, quantity }) => [sku, quantity]);
  assert.deepEqual(units, [
    ['MUG', 2],
    ['CAP', 3],
  ]);
  assert.equal(device.errors.length, 1);
});

test('a page that opens on a full disk works in memory', async () => {
  const { server, device } = setup();
  device.fillDisk();
  device.storage.getOrPut = diskFull;
  const cart = await device.open({ locale: 'it' });
  await cart.add({ sku: 'MUG' });
  await saved(cart);
  assert.equal(cart.getSnapshot().sync.durable, false);
  assert.equal([...server.carts.values()][0]!.log.length, 1);
});

test('storage that was cleared under the page is written anew, silently', async () => {
  const { server, device } = setup();
  const cart = await device.open();
  await cart.add({ sku: 'MUG', quantity: 2 });
  await saved(cart);
  const cleared = new MemoryStorage();
  const { storage } = device;
  let reopened = false;
  storage.write = async (batch) => {
    if (!reopened) {
      reopened = true;
      throw new Error('the database was closed and is open again');
    }
    await cleared.write(batch);
  };
  await cart.add({ sku: 'CAP' });
  await saved(cart);
  await cart.close();
  assert.deepEqual(device.errors, []);
  device.replaceStorage(cleared);
  server.down = true;
  const again = await device.open();
  assert.equal(again.share().id, cart.share().id);
  assert.deepEqual(
    again.getSnapshot().lines.map(({ sku, title, quantity }) => [sku, title, quantity]),
    [
      ['MUG', 'Mug', 2],
      ['CAP', 'Cap', 1],
    ],
  );
});

test('an operation of a replica that ended with a full disk is not sent later', async () => {
  const { server, device } = setup();
  const cart = await device.open();
  await cart.add({ sku: 'MUG' });
  await saved(cart);
  device.online = false;
  server.cut();
  await cart.add({ sku: 'CAP', quantity: 3 });
  const makeRoom = device.fillDisk();
  server.refuseNext.push({
    path: '/ops',
    refusal: { code: 'op_fork', path: 'ops[0]', params: { n: '2' }, status: 409 },
  });
  device.comeBack();
  await until(() => [...server.carts.values()][0]!.log.length === 2, 'sent anew');
  makeRoom();
  await until(() => cart.getSnapshot().sync.durable, 'room again');
  await cart.close();
  const tabs = [await device.open(), await device.open()];
  await saved(...tabs);
  for (const tab of tabs) {
    assert.equal(tab.getSnapshot().lines.find(({ sku }) => sku === 'CAP')?.quantity, 3);
  }
});

test('what was acknowledged while the disk was full is not on it afterwards', async () => {
  const { server, device } = setup();
  const cart = await device.open();
  await cart.add({ sku: 'MUG' });
  await saved(cart);
  device.online = false;
  server.cut();
  await cart.add({ sku: 'CAP' });
  const makeRoom = device.fillDisk();
  device.comeBack();
  await until(() => !cart.getSnapshot().sync.durable, 'full');
  await saved(cart);
  makeRoom();
  await until(() => cart.getSnapshot().sync.durable, 'room again');
  assert.deepEqual(await device.storage.list(['op']), []);
  await cart.close();
});

test('after a full disk no operation lies on it without the log it was made on', async () => {
  const { server, device } = setup();
  const cart = await device.open();
  await cart.add({ sku: 'MUG' });
  await saved(cart);
  const makeRoom = device.fillDisk();
  await cart.add({ sku: 'MUG' });
  await until(() => !cart.getSnapshot().sync.durable, 'full');
  const other = await new DeviceWorld(server).open({ cart: cart.share() });
  await until(() => other.getSnapshot().lines[0]?.quantity === 2, 'there too');
  await other.setQuantity(other.getSnapshot().lines[0]!.id, 9);
  await until(() => cart.getSnapshot().lines[0]?.quantity === 9, 'back here');
  device.online = false;
  server.cut();
  await cart.setQuantity(cart.getSnapshot().lines[0]!.id, 7);
  makeRoom();
  await until(() => cart.getSnapshot().sync.durable, 'room again');
  const [checkpoint] = (await device.storage.list(['replica'])) as { head: number }[];
  const [op] = (await device.storage.list(['op'])) as { base: number }[];
  assert.deepEqual([checkpoint!.head, op!.base], [3, 3]);
});

test('a cart the disk had no room to note is found again; looking makes none', async () => {
  const { server, device } = setup();
  const visit = await device.open();
  await visit.close();
  const again = await device.open();
  await until(() => server.requests('/log').length > 0, 'looked');
  await again.close();
  assert.equal(server.carts.size, 0);
  const makeRoom = device.fillDisk();
  const first = await device.open();
  await first.add({ sku: 'MUG', quantity: 3 });
  await until(() => server.carts.size === 1 && first.getSnapshot().sync.pending === 0, 'sent');
  await first.close();
  makeRoom();
  const second = await device.open();
  await until(() => second.getSnapshot().lines[0]?.quantity === 3, 'found');
  await second.close();
});
