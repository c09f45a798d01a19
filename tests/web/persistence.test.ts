// What outlives a page: the cart, its unsent operations, the documents that price it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mug, slice, store } from './support/shop.js';
import { DeviceWorld, saved, setup, until } from './support/world.js';

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
  await saved(...tabs);
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
