// What one tab leaves to the others when it ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeviceWorld, saved, setup, until } from './support/world.js';

test('a tab learns from another one that the server has the cart, and follows it', async () => {
  const { server, device } = setup();
  const one = await device.open();
  const two = await device.open();
  await one.add({ sku: 'MUG' });
  await saved(one);
  const share = one.share();
  await one.close();
  const other = await new DeviceWorld(server).open({ cart: share });
  await other.add({ sku: 'CAP' });
  await until(() => two.getSnapshot().lines.length === 2, 'both lines');
  await two.close();
  await other.close();
});

test('a closed cart writes nothing more: its replica may be another tab by now', async () => {
  const { device } = setup();
  const first = await device.open();
  await first.add({ sku: 'MUG' });
  await saved(first);
  const [mine] = (await device.storage.list(['replica', first.share().id])) as object[];
  const second = await device.open();
  await second.add({ sku: 'CAP' });
  await saved(second);
  const written: string[] = [];
  const write = device.storage.write.bind(device.storage);
  device.storage.write = (batch) => {
    written.push(JSON.stringify(batch.put));
    return write(batch);
  };
  const closing = first.close();
  // News that reaches it on the way; what it has to write of that is due a moment later.
  await second.add({ sku: 'CAP' });
  await closing;
  await saved(second);
  written.splice(0);
  await new Promise((resolve) => setTimeout(resolve, 400));
  const replica = (mine as { replica: number }).replica;
  assert.deepEqual(
    written.filter((text) => text.includes(`["replica","${first.share().id}",${replica}]`)),
    [],
  );
  await second.close();
});

/** Tabs that look often for what others left, and the operations on disk that wait to be sent. */
function hurried() {
  const { server, device } = setup();
  device.hurry = (ms) => (ms === 20_000 || ms === 1_000 ? 50 : ms);
  const waiting = async () => (await device.storage.list(['op'])).length;
  return { server, device, waiting };
}
/** A tab that alone can send nothing any more, once it is cut. */
async function tabToCut(device: DeviceWorld) {
  let isCut = false;
  const usual = device.environment();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (isCut && String(input).includes('/ops')) throw new TypeError('fetch failed');
    return usual.fetch(input, init);
  };
  const environment = device.environment;
  device.environment = () => ({ ...usual, fetch });
  const tab = await device.open();
  device.environment = environment;
  return { tab, cut: () => (isCut = true) };
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('what a tab had not sent when it ended is sent by one that lives', async () => {
  const { server, device, waiting } = hurried();
  const { tab: one, cut } = await tabToCut(device);
  const two = await device.open();
  await one.add({ sku: 'MUG' });
  await until(() => two.getSnapshot().unitCount === 1, 'shared');
  cut();
  await one.add({ sku: 'CAP', quantity: 2 });
  await one.setQuantity(one.getSnapshot().lines[0]!.id, 3);
  await pause(150);
  assert.equal(await waiting(), 2, 'nobody sends for a tab that lives');
  await one.close();
  await until(() => two.getSnapshot().unitCount === 5, 'sent and shown');
  assert.equal([...server.carts.values()][0]!.log.length, 3);
  await pause(150);
  assert.equal(await waiting(), 0);
  assert.deepEqual(device.errors.filter(({ code }) => code !== 'env_closed'), []);
});

test('a new tab sends what several tabs left, and makes the cart on the server', async () => {
  const { server, device } = hurried();
  const tabs = [await device.open(), await device.open(), await device.open()];
  device.online = false;
  for (const tab of tabs) await tab.add({ sku: 'MUG' });
  await Promise.all(tabs.map((tab) => tab.close()));
  device.online = true;
  const last = await device.open();
  await until(() => last.getSnapshot().unitCount === 3, 'all of it');
  assert.equal(server.carts.size, 1);
});

test('what the server refuses of a tab that is gone is told and not sent again', async () => {
  const { server, device, waiting } = hurried();
  const [one, two] = [await device.open(), await device.open()];
  await one.add({ sku: 'MUG' });
  await until(() => two.getSnapshot().unitCount === 1, 'shared');
  device.blocks = /ops/;
  await one.add({ sku: 'CAP' });
  await one.close();
  server.refuseNext.push({
    path: '/ops',
    refusal: { code: 'stock_insufficient', path: 'ops[0].units', status: 409 },
  });
  device.blocks = undefined;
  await until(() => device.errors.some(({ code }) => code === 'stock_insufficient'), 'told');
  await pause(150);
  assert.equal(await waiting(), 0);
  assert.equal(two.getSnapshot().unitCount, 1);
});
