// What one tab leaves to the others when it ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LogServer } from './support/log-server.js';
import { DeviceWorld, until } from './support/world.js';

const setup = () => {
  const server = new LogServer();
  return { server, device: new DeviceWorld(server) };
};
const saved = (cart: { getSnapshot(): { sync: { state: string } } }) =>
  until(() => cart.getSnapshot().sync.state === 'saved', 'saved');

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
