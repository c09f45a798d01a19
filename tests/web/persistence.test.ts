// What outlives a page: the cart, its unsent operations, the documents that price it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryStorage } from '../../web/src/storage.js';
import { LogServer } from './support/log-server.js';
import { mug, slice, store } from './support/shop.js';
import { DeviceWorld, until } from './support/world.js';

const setup = () => {
  const server = new LogServer();
  return { server, device: new DeviceWorld(server) };
};
const saved = (cart: { getSnapshot(): { sync: { state: string } } }) =>
  until(() => cart.getSnapshot().sync.state === 'saved', 'saved');

test('a reload shows the same cart, without network too', async () => {
  const { server, device } = setup();
  const first = await device.open();
  await first.add({ sku: 'MUG', quantity: 3 });
  await saved(first);
  const { sync: _, ...before } = first.getSnapshot();
  await first.close();
  server.down = true;
  const second = await device.open();
  const { sync, ...after } = second.getSnapshot();
  assert.deepEqual(after, before);
  await until(() => second.getSnapshot().sync.state === 'offline', 'offline');
  assert.equal(sync.head, 1);
  await second.close();
});

test('an edit made before the server ever answered survives a crash of the page', async () => {
  const { server, device } = setup();
  const first = await device.open();
  server.down = true;
  first.loadCatalog(slice(mug));
  await first.add({ sku: 'MUG', quantity: 3 });
  device.held.clear(); // the browser gives a dead page's locks back
  const second = await device.open();
  assert.equal(second.getSnapshot().lines[0]?.quantity, 3);
  assert.equal(second.getSnapshot().sync.pending, 1);
});

test('offline edits survive a reload and arrive later, once', async () => {
  const { server, device } = setup();
  const first = await device.open();
  await first.add({ sku: 'MUG' });
  await saved(first);
  server.down = true;
  await first.setQuantity(first.getSnapshot().lines[0]!.id, 7);
  await first.add({ sku: 'MUG', quantity: 1 });
  await first.close();
  const second = await device.open();
  assert.equal(second.getSnapshot().lines[0]?.quantity, 8);
  server.down = false;
  device.comeBack();
  await saved(second);
  const [cart] = server.carts.values();
  assert.deepEqual(
    cart!.log.map(({ op }) => [op.kind, op.units]),
    [
      ['add', 1],
      ['set', 7],
      ['add', 1],
    ],
  );
  await second.close();
});

test('an operation is sent with the same bytes until it is acknowledged', async () => {
  const { server, device } = setup();
  const cart = await device.open();
  cart.loadCatalog(slice(mug));
  const answer = server.fetch;
  let lost = 0;
  const bodies: string[] = [];
  const flaky = {
    ...device.environment(),
    fetch: (async (input, init) => {
      if (String(input).includes('/events'))
        throw new TypeError('no stream brings the operation back');
      const response = await answer(input, init);
      if (String(input).endsWith('/ops')) {
        bodies.push(JSON.stringify((JSON.parse(String(init!.body)) as { ops: unknown }).ops));
        if (lost++ < 3) throw new TypeError('connection reset'); // stored, but nobody hears of it
      }
      return response;
    }) as typeof fetch,
  };
  await cart.close();
  device.environment = () => flaky;
  const again = await device.open();
  await again.add({ sku: 'MUG' });
  await saved(again);
  assert.equal(bodies.length, 4);
  assert.equal(new Set(bodies).size, 1);
  assert.equal([...server.carts.values()][0]!.log.length, 1);
  await again.close();
});

test('a closed tab leaves its replica to the next one; reloads use none up', async () => {
  const { server, device } = setup();
  for (let i = 0; i < 5; i++) {
    const cart = await device.open();
    await cart.add({ sku: 'MUG' });
    await saved(cart);
    await cart.close();
  }
  const [cart] = server.carts.values();
  assert.equal(new Set(cart!.log.map(({ op }) => op.replica)).size, 1);
  assert.deepEqual(
    cart!.log.map(({ op }) => op.n),
    [1, 2, 3, 4, 5],
  );
});

test('a dead tab with unsent edits is continued before an idle one', async () => {
  const { server, device } = setup();
  const tabs = [await device.open(), await device.open()];
  for (const tab of tabs) await tab.add({ sku: 'MUG' });
  await Promise.all(tabs.map(saved));
  await Promise.all(tabs.map((tab) => tab.close()));
  const id = tabs[0]!.getSnapshot().cart;
  const checkpoints = (await device.storage.list(['replica', id])) as { replica: number }[];
  const [idle, dead] = checkpoints.map(({ replica }) => replica);
  device.held.add(`sealcart replica sealcart ${id} ${idle}`);
  server.down = true;
  const tab = await device.open();
  await tab.add({ sku: 'MUG' });
  await tab.close();
  device.held.clear();
  server.down = false;
  const next = await device.open();
  const { log } = [...server.carts.values()][0]!;
  await until(() => log.some(({ op }) => op.replica === dead && op.n === 2), 'continued');
  assert.equal(next.getSnapshot().lines[0]?.quantity, 3);
});

test('two tabs make operations as different replicas and see each other', async () => {
  const { server, device } = setup();
  const one = await device.open();
  const two = await device.open();
  await Promise.all([one.add({ sku: 'MUG', quantity: 2 }), two.add({ sku: 'CAP', quantity: 1 })]);
  await until(() => one.getSnapshot().lines.length === 2, 'tab one');
  await until(() => two.getSnapshot().lines.length === 2, 'tab two');
  await Promise.all([saved(one), saved(two)]);
  assert.equal(one.getSnapshot().grandTotal, two.getSnapshot().grandTotal);
  const [cart] = server.carts.values();
  assert.equal(new Set(cart!.log.map(({ op }) => op.replica)).size, 2);
  assert.ok(cart!.streams.size <= 1, 'one event stream a browser');
  await Promise.all([one.close(), two.close()]);
});

test('what other devices do is on disk soon, each time', async () => {
  const { server, device } = setup();
  const one = await device.open();
  await one.add({ sku: 'MUG' });
  await saved(one);
  const other = await new DeviceWorld(server).open({ cart: one.share() });
  await saved(other);
  await until(() => other.getSnapshot().lines.length === 1, 'shared');
  const id = one.share().id;
  const headOnDisk = async () => {
    const [checkpoint] = (await device.storage.list(['replica', id])) as { head: number }[];
    return checkpoint?.head;
  };
  for (const head of [2, 3]) {
    await other.add({ sku: 'CAP' });
    for (let i = 0; i < 100 && (await headOnDisk()) !== head; i++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.equal(await headOnDisk(), head);
  }
});

test('a shared cart takes the place of the own one, for good', async () => {
  const { server, device } = setup();
  const own = await device.open();
  await own.add({ sku: 'CAP' });
  await saved(own);
  await own.close();
  const friend = await new DeviceWorld(server).open();
  await friend.add({ sku: 'MUG', quantity: 2 });
  await saved(friend);
  const taken = await device.open({ cart: friend.share() });
  await until(() => taken.getSnapshot().lines[0]?.sku === 'MUG', 'the shared cart');
  await taken.close();
  const again = await device.open();
  assert.deepEqual(again.share(), friend.share());
  assert.equal(again.getSnapshot().lines[0]?.quantity, 2);
});

test('new rules of the merchant are taken over at the next opening', async () => {
  const { server, device } = setup();
  const first = await device.open();
  await first.add({ sku: 'MUG', quantity: 10 });
  await saved(first);
  assert.equal(first.getSnapshot().discountTotal, 1_250);
  await first.close();
  server.store = { ...store, version: 2, promotions: [] };
  server.products = [{ ...mug, variants: [{ ...mug.variants[0]!, price: 1_000 }] }];
  const second = await device.open();
  await until(
    () => second.getSnapshot().storeVersion === 2 && second.getSnapshot().itemSubtotal === 10_000,
  );
  assert.equal(second.getSnapshot().discountTotal, 0);
  await second.close();
  server.down = true;
  const third = await device.open();
  assert.equal(third.getSnapshot().itemSubtotal, 10_000);
  await third.close();
});

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
    return Promise.reject(new DOMException('full', 'QuotaExceededError'));
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
  const full = () => Promise.reject<never>(new DOMException('full', 'QuotaExceededError'));
  device.storage.write = full;
  device.storage.getOrPut = full;
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
  const { write } = device.storage;
  device.storage.write = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  server.refuseNext.push({
    path: '/ops',
    refusal: { code: 'op_fork', path: 'ops[0]', params: { n: '2' }, status: 409 },
  });
  device.comeBack();
  await until(() => [...server.carts.values()][0]!.log.length === 2, 'sent anew');
  device.storage.write = write;
  await until(() => cart.getSnapshot().sync.durable, 'room again');
  await cart.close();
  const tabs = [await device.open(), await device.open()];
  await Promise.all(tabs.map(saved));
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
  const { write } = device.storage;
  device.storage.write = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  device.comeBack();
  await until(() => !cart.getSnapshot().sync.durable, 'full');
  await saved(cart);
  device.storage.write = write;
  await until(() => cart.getSnapshot().sync.durable, 'room again');
  assert.deepEqual(await device.storage.list(['op']), []);
  await cart.close();
});

test('after a full disk no operation lies on it without the log it was made on', async () => {
  const { server, device } = setup();
  const cart = await device.open();
  await cart.add({ sku: 'MUG' });
  await saved(cart);
  const { write } = device.storage;
  device.storage.write = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  await cart.add({ sku: 'MUG' });
  await until(() => !cart.getSnapshot().sync.durable, 'full');
  const other = await new DeviceWorld(server).open({ cart: cart.share() });
  await until(() => other.getSnapshot().lines[0]?.quantity === 2, 'there too');
  await other.setQuantity(other.getSnapshot().lines[0]!.id, 9);
  await until(() => cart.getSnapshot().lines[0]?.quantity === 9, 'back here');
  device.online = false;
  server.cut();
  await cart.setQuantity(cart.getSnapshot().lines[0]!.id, 7);
  device.storage.write = write;
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
  const { write } = device.storage;
  device.storage.write = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  const first = await device.open();
  await first.add({ sku: 'MUG', quantity: 3 });
  await until(() => server.carts.size === 1 && first.getSnapshot().sync.pending === 0, 'sent');
  await first.close();
  device.storage.write = write;
  const second = await device.open();
  await until(() => second.getSnapshot().lines[0]?.quantity === 3, 'found');
  await second.close();
});

test('a store never seen before needs the network', async () => {
  const { server, device } = setup();
  server.down = true;
  await assert.rejects(device.open(), { code: 'env_network' });
});

test('amounts are written in the language of the cart', async () => {
  const { device } = setup();
  const cart = await device.open({ locale: 'pt' });
  assert.equal(cart.formatMoney(1_234_500), 'US$\u00A012.345,00');
  await cart.close();
  const persian = await device.open({ locale: 'fa' });
  assert.match(persian.formatMoney(1_234_500), /۱۲٬۳۴۵/);
  await persian.close();
});

test('another currency or language than there is is refused', async () => {
  const { device } = setup();
  await assert.rejects(device.open({ currency: 'EUR' }), {
    code: 'currency_mismatch',
    path: 'currency',
    params: { given: 'EUR', expected: 'USD' },
  });
  await assert.rejects(device.open({ locale: 'tlh' }), {
    code: 'locale_unknown',
    path: 'locale',
    params: { locale: 'tlh' },
  });
  const cart = await device.open({ currency: 'USD', locale: 'en-GB' });
  assert.equal(cart.formatMoney(123_450), '$1,234.50');
  await cart.close();
});
