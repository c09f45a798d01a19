// What only a real browser can show: IndexedDB, Web Locks, BroadcastChannel, custom elements, and
// the Content-Security-Policy (with Trusted Types) that all of it lives under.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  eventually,
  inPage,
  lines,
  log,
  OPEN,
  openTab,
  origins,
  scene,
  skip,
  state,
  type Tab,
} from './support/chromium.js';

test('a resolved edit survives a reload with the server gone', { skip }, () =>
  scene(async (context) => {
    const { page, complaints } = await openTab(context);
    await inPage(page, `${OPEN} await cart.add({ sku: 'MUG', quantity: 2 });`);
    await eventually(async () => (await state(page)) === 'saved', 'saved');
    log.down = true;
    await inPage(page, `await cart.setQuantity(cart.getSnapshot().lines[0].id, 5);`);
    await page.reload();
    await inPage(page, OPEN);
    assert.deepEqual(await lines(page), [['MUG', 5]]);
    log.down = false;
    await inPage(page, `dispatchEvent(new Event('online'));`);
    await eventually(async () => (await state(page)) === 'saved', 'saved again');
    const [cart] = log.carts.values();
    assert.deepEqual(
      cart!.log.map(({ op }) => [op.kind, op.units]),
      [
        ['add', 2],
        ['set', 5],
      ],
    );
    assert.equal(new Set(cart!.log.map(({ op }) => op.replica)).size, 1);
    assert.deepEqual(complaints, []);
  }),
);

test(
  'tabs are replicas of their own, share one event stream, and a crash strands nothing',
  { skip },
  () =>
    scene(async (context) => {
      const [one, two] = [await openTab(context), await openTab(context)];
      await inPage(one.page, `${OPEN} await cart.add({ sku: 'MUG' });`);
      await inPage(two.page, `${OPEN} await cart.add({ sku: 'CAP' });`);
      await eventually(async () => (await lines(one.page)).length === 2, 'tab one');
      await eventually(async () => (await lines(two.page)).length === 2, 'tab two');
      const cart = () => [...log.carts.values()][0]!;
      await eventually(async () => cart().log.length === 2, 'both on the server');
      assert.equal(new Set(cart().log.map(({ op }) => op.replica)).size, 2);
      assert.equal(cart().streams.size, 1);
      log.down = true;
      await inPage(two.page, `await cart.setQuantity(cart.getSnapshot().lines[1].id, 9);`);
      await two.page.close();
      log.down = false;
      const three = await openTab(context);
      await inPage(three.page, OPEN);
      const nine = async (tab: Tab) =>
        (await lines(tab.page)).some(([, quantity]) => quantity === 9);
      await eventually(() => nine(three), 'the new tab');
      await eventually(() => nine(one), 'the old tab');
      assert.equal(new Set(cart().log.map(({ op }) => op.replica)).size, 2);
      await one.page.close();
      await eventually(async () => cart().streams.size === 1, 'another tab takes the stream over');
      assert.deepEqual([...one.complaints, ...three.complaints], []);
    }),
);

test('the policy and the integrity value are named when they refuse the module', { skip }, () =>
  scene(async (context) => {
    const failing = async (options: string) => {
      const { page } = await openTab(context);
      const body = `const { createCart } = await import('/sealcart/index.js');
        const told = (error) => error.code + ': ' + error.message;
        return createCart({ store: 'test', ${options} }).then(() => '', told);`;
      return inPage<string>(page, body);
    };
    assert.match(
      await failing(`wasmIntegrity: 'sha384-${'A'.repeat(64)}'`),
      /^env_wasm_changed: .*integrity/,
    );
    assert.match(
      await failing(`wasmUrl: '/sealcart/none.wasm'`),
      /^env_wasm_not_found: .*none\.wasm/,
    );
    assert.match(await failing(`wasmUrl: '/fallback/cart.wasm'`), /^env_wasm_mime: .*text\/html/);
    origins.policy = origins.policy.replace(" 'wasm-unsafe-eval'", '');
    assert.match(await failing(''), /^env_wasm_csp: .*'wasm-unsafe-eval' to script-src/);
  }),
);
