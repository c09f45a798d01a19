// Two tabs on each of two devices, in Chromium and in Firefox: one device is cut off while all four
// tabs edit, pages are loaded again, and a database is deleted under open pages. All end with one
// cart, and with the server's total. And a tab that is closed while the network is away leaves
// nothing unsent. SEALCART_OFFLINE_MS makes the cut longer (by hand: 300000).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, launchFirefox } from './support/browser.mjs';
import { DeviceProxy } from './support/device-proxy.mjs';
import { ShopServer } from './support/shop-server.mjs';

const OFFLINE_MS = Number(process.env.SEALCART_OFFLINE_MS ?? 2_000);
const GOODS = ['MIGHTY-MUG', 'ELECTRIC-KETTLE-1-7L-BLACK', 'STEAM-IRON-BLUE-AND-WHITE'];
const [MUG, KETTLE, IRON] = GOODS;
const PATIENCE_MS = 45_000; // attempts are at most half a minute apart

let shop;
before(async () => (shop = await ShopServer.start()));
after(() => shop?.stop());

const browsers = {
  Chromium: async () => (await launch()).browser,
  Firefox: () => launchFirefox(),
};

for (const [name, start] of Object.entries(browsers)) {
  test(`${name}: whatever happens on the way, four tabs and the server agree`, async (t) => {
    const browser = await start();
    if (!browser) return t.skip(`no ${name} here: ./dev browsers installs it`);
    const devices = [await device(browser), await device(browser)];
    try {
      await story(...devices);
    } finally {
      await browser.close();
      devices.forEach(({ proxy }) => proxy.stop());
    }
  });
}

for (const [name, start] of Object.entries(browsers)) {
  test(`${name}: what a closed tab had not sent the one that stays sends`, async (t) => {
    const browser = await start();
    if (!browser) return t.skip(`no ${name} here: ./dev browsers installs it`);
    const here = await device(browser);
    try {
      await leave(here);
    } finally {
      await browser.close();
      here.proxy.stop();
    }
  });
}

async function leave(here) {
  const [gone, stays] = [await here.tab(), await here.tab()];
  const shared = await run(gone, open, [GOODS]);
  await run(gone, edit, ['add', MUG, 1]);
  await run(stays, open, [GOODS]);
  await agree([gone, stays], 'both tabs', shared);
  here.proxy.cut();
  await run(gone, edit, ['add', MUG, 2]);
  await run(gone, edit, ['add', IRON, 1]);
  await gone.close();
  here.proxy.join();
  await run(stays, edit, ['add', KETTLE, 1]);
  const wanted = JSON.stringify([[KETTLE, 1], [MUG, 3], [IRON, 1]].sort());
  for (const deadline = Date.now() + PATIENCE_MS; ; ) {
    const { lines } = await run(stays, look);
    if (JSON.stringify(Object.entries(lines).sort()) === wanted) break;
    if (Date.now() > deadline) assert.fail(`only ${JSON.stringify(lines)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await agree([stays], 'the server too', shared);
}

async function story(here, there) {
  const [a1, a2] = [await here.tab(), await here.tab()];
  const shared = await run(a1, open, [GOODS]);
  await run(a1, edit, ['add', MUG, 2]);
  await run(a1, edit, ['add', KETTLE, 2]);
  await run(a2, open, [GOODS]);
  const [b1, b2] = [await there.tab(), await there.tab()];
  for (const tab of [b1, b2]) await run(tab, open, [GOODS, shared]);
  const tabs = [a1, a2, b1, b2];
  await agree(tabs, 'all four', shared);

  there.proxy.cut();
  await run(a1, edit, ['set', MUG, 5]);
  await run(a2, edit, ['add', KETTLE, 1]);
  await run(b1, edit, ['set', MUG, 3]);
  await run(b2, edit, ['add', KETTLE, 4]);
  for (const tab of [a2, b1]) await tab.reload();
  for (const tab of [a2, b1]) await run(tab, open, [GOODS]);
  await run(b2, edit, ['add', IRON, 1]);
  await run(a1, deleteDatabase);
  await run(a1, edit, ['add', IRON, 2]);
  await new Promise((resolve) => setTimeout(resolve, OFFLINE_MS));
  const apart = await run(b1, look);
  assert.equal(apart.state, 'offline');
  there.proxy.join();
  await a1.reload();
  await run(a1, open, [GOODS]);

  const { lines, conflicts } = await agree(tabs, 'all four again', shared);
  const expected = { [MUG]: 5, [KETTLE]: 7, [IRON]: 3 };
  assert.deepEqual(lines, expected, 'every add counts, the larger choice stands');
  assert.equal(conflicts, 1, 'two choices of one quantity are told');
  await run(b2, edit, ['set', MUG, 4]);
  assert.equal((await agree(tabs, 'the conflict is settled', shared)).conflicts, 0);
}

async function device(browser) {
  const proxy = await DeviceProxy.before(shop);
  const context = await browser.createBrowserContext();
  return {
    proxy,
    async tab() {
      const page = await context.newPage();
      await page.goto(`${proxy.origin}/NOTICE.txt`); // an origin without a cart of its own
      return page;
    },
  };
}

/** Equal lines and totals in all tabs, and equal to what the server computes. */
async function agree(tabs, what, { id, capability }) {
  for (const deadline = Date.now() + PATIENCE_MS; ; ) {
    const seen = await Promise.all(tabs.map((tab) => run(tab, look)));
    const server = await shop.json(`/v1/carts/${id}`, capability);
    const faces = new Set([server, ...seen].map(face));
    if (faces.size === 1 && seen.every(({ state }) => state === 'saved')) return seen[0];
    if (Date.now() > deadline) {
      assert.fail(`${what}: ${JSON.stringify([face(server), ...seen.map(face)], null, 1)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// Also of a server that has not heard of the cart yet: it agrees with nobody.
const face = ({ lines = {}, grandTotal }) => {
  const units = Array.isArray(lines)
    ? lines.map(({ sku, quantity }) => [sku, quantity])
    : Object.entries(lines);
  return JSON.stringify([units.sort(), grandTotal]);
};

const run = (page, work, args = []) => page.evaluate(work, ...args);

// --- in the page ---------------------------------------------------------------------------------

async function open(skus, cart) {
  const { createCart } = await import('/sealcart/index.js');
  globalThis.cart = await createCart({ store: 'demo', ...(cart && { cart }) });
  await globalThis.cart.products({
    skus,
  }).catch(() => {});
  return globalThis.cart.share();
}

async function edit(kind, sku, quantity) {
  const { cart } = globalThis;
  if (kind === 'add') return void (await cart.add({ sku, quantity }));
  const { id } = cart.getSnapshot().lines.find((line) => line.sku === sku);
  await cart.setQuantity(id, quantity);
}

function look() {
  const { lines, grandTotal, sync } = globalThis.cart.getSnapshot();
  const { state, conflicts } = sync;
  const units = lines.map(({ sku, quantity }) => [sku, quantity]);
  return { lines: Object.fromEntries(units), grandTotal, state, conflicts };
}

function deleteDatabase() {
  return new Promise((resolve, reject) => {
    const deletion = indexedDB.deleteDatabase('sealcart');
    deletion.onsuccess = () => resolve();
    deletion.onerror = () => reject(deletion.error);
  });
}
