// Tabs of one browser: one event stream for all of them, whoever closes or sleeps.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StorageChannel } from '../../web/src/storage-channel.js';
import { Tabs, type TabMessage } from '../../web/src/tabs.js';
import type { Cart } from '../../web/src/types.js';
import { LogServer } from './support/log-server.js';
import { DeviceWorld, saved, until } from './support/world.js';

const streams = (server: LogServer) => [...server.carts.values()][0]?.streams.size ?? 0;
const asked = (server: LogServer) => server.requests('/events').length;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Two tabs of one browser, and another device that changes the cart. */
async function threeTabs() {
  const server = new LogServer();
  const here = new DeviceWorld(server);
  // How often tabs ask each other, and how long they wait for an answer.
  here.hurry = (ms) => (ms === 20_000 || ms === 3_000 ? ms / 50 : ms);
  const first = await here.open();
  await first.add({ sku: 'MUG' });
  await saved(first);
  const second = await here.open();
  const other = await new DeviceWorld(server).open({ cart: first.share() });
  await until(() => streams(server) === 2, 'one stream a browser');
  return { server, here, first, second, other };
}
const shows = (cart: Cart, units: number) =>
  until(() => cart.getSnapshot().unitCount === units, `${units} units`);

test('a tab that closes hands the stream over', async () => {
  const { server, first, second, other } = await threeTabs();
  await first.close();
  await until(() => streams(server) === 2, 'handed over');
  await other.add({ sku: 'CAP' });
  await shows(second, 2);
});

test('a tab that sleeps loses the stream to one that is looked at, and gets it back', async () => {
  const { server, here, first, second, other } = await threeTabs();
  await pause(700);
  assert.equal(asked(server), 2, 'an awake tab keeps the stream');
  here.frozen.add(0);
  await until(() => asked(server) === 3 && streams(server) === 2, 'taken over');
  await other.add({ sku: 'CAP' });
  await shows(second, 2);
  here.frozen.clear();
  await second.close();
  await until(() => streams(server) === 2, 'handed back');
  await other.add({ sku: 'CAP' });
  await shows(first, 3);
});

test('tabs that cannot talk have a stream each', async () => {
  const server = new LogServer();
  const here = new DeviceWorld(server);
  here.canTalk = false;
  const tabs = [await here.open(), await here.open()];
  await tabs[0]!.add({ sku: 'MUG' });
  await until(() => streams(server) === 1, 'the first');
  await tabs[1]!.add({ sku: 'CAP' });
  await until(() => streams(server) === 2, 'the second');
  await Promise.all(tabs.map((tab) => shows(tab, 2)));
});

test('without Web Locks nothing is kept and each tab has a stream of its own', async () => {
  const server = new LogServer();
  const here = new DeviceWorld(server);
  const environment = here.environment();
  here.environment = () => ({ ...environment, locks: undefined });
  const one = await here.open();
  await one.add({ sku: 'MUG' });
  await saved(one);
  const two = await here.open({ cart: one.share() });
  await until(() => streams(server) === 2, 'two streams');
  await shows(two, 1);
  assert.equal(two.getSnapshot().sync.durable, false);
  assert.deepEqual(new Set(here.errors.map(({ code }) => code)), new Set(['env_storage']));
});

/** localStorage and the events it causes in the other pages. */
function sharedStorage(pages: EventTarget[]) {
  const values = new Map<string, string>();
  const tell = (from: EventTarget, key: string, newValue: string | null) => {
    const event = Object.assign(new Event('storage'), { key, newValue });
    for (const page of pages) if (page !== from) page.dispatchEvent(event);
  };
  return {
    values,
    of: (page: EventTarget) => ({
      setItem: (key: string, value: string) => (values.set(key, value), tell(page, key, value)),
      removeItem: (key: string) => (values.delete(key), tell(page, key, null)),
    }),
  };
}

test('tabs without BroadcastChannel talk by storage events and leave nothing behind', () => {
  const pages = [new EventTarget(), new EventTarget()] as const;
  const { values, of } = sharedStorage([...pages]);
  const environment = new DeviceWorld(new LogServer()).environment();
  const heard: TabMessage[][] = [[], []];
  const tabs = pages.map((page, i) => {
    const openChannel = (name: string) => new StorageChannel(name, of(page), page);
    const made = new Tabs({ ...environment, openChannel }, 'cart');
    made.listen((message) => heard[i]!.push(message));
    return made;
  });
  tabs[0]!.tell({ kind: 'replaced' });
  tabs[0]!.tell({ kind: 'replaced' });
  const long = { code: 'x'.repeat(1_100_000) } as never;
  tabs[1]!.tell({ kind: 'batch', batch: { head: 1, entries: [long] } });
  assert.deepEqual(heard, [[{ kind: 'missed' }], [{ kind: 'replaced' }, { kind: 'replaced' }]]);
  assert.equal(values.size, 0);
  tabs[1]!.close();
  tabs[0]!.tell({ kind: 'replaced' });
  assert.equal(heard[1]!.length, 2);
});

test('carts this browser gave up leave the disk, but not with something to send', async () => {
  const server = new LogServer();
  const here = new DeviceWorld(server);
  const friend = await new DeviceWorld(server).open();
  await friend.add({ sku: 'MUG' });
  await saved(friend);
  const kept: string[] = [];
  for (const offline of [false, true]) {
    const own = await here.open({ profile: String(offline) });
    await own.add({ sku: 'CAP' });
    await saved(own);
    if (offline) {
      here.blocks = /./;
      await own.add({ sku: 'CAP' });
    }
    await own.close();
    here.blocks = undefined;
    const taken = await here.open({ cart: friend.share() });
    await saved(taken);
    await taken.close();
    kept.push(own.share().id);
    await here.open().then((cart) => cart.close());
  }
  const id = async (cart: string) => (await here.storage.list(['replica', cart])).length;
  await pause(20);
  assert.deepEqual(await Promise.all([...kept, friend.share().id].map(id)), [0, 1, 1]);
});
