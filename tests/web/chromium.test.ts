// What only a real browser can show: IndexedDB, Web Locks, BroadcastChannel, custom elements, the
// card form's frame, and the Content-Security-Policy (with Trusted Types) that all of it lives
// under.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { LogServer } from './support/log-server.js';
import { serve, type Origins } from './support/web-server.js';
import { until } from './support/world.js';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env['CHROMIUM'] ?? candidates.find((path) => existsSync(path));
const skip = executablePath ? false : 'no Chromium here; ./dev browsers installs it';
const packageDir = process.env['SEALCART_DIST'] ?? '';
const sealDir = process.env['SEALCART_SEAL_SITE'] ?? '';

let browser: Browser;
let log: LogServer;
let origins: Origins;
before(async () => {
  if (!executablePath) return;
  const args = ['--no-sandbox', '--disable-gpu'];
  browser = await puppeteer.launch({ executablePath, args, headless: true });
});
after(() => browser?.close());

interface Tab {
  readonly page: Page;
  readonly complaints: string[];
}

async function scene<T>(work: (context: BrowserContext) => Promise<T>): Promise<T> {
  log = new LogServer();
  origins = await serve(log, packageDir, sealDir);
  const context = await browser.createBrowserContext();
  try {
    return await work(context);
  } finally {
    await context.close();
    origins.stop();
  }
}

async function openTab(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    const expected = /ERR_CONNECTION|ERR_EMPTY|Failed to load resource|ERR_INCOMPLETE/.test(text);
    if (message.type() !== 'log' && !expected) complaints.push(text);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(origins.shop);
  return { page, complaints };
}

/** Runs in the page with `cart` and the package's modules at hand. */
function inPage<T>(page: Page, body: string): Promise<T> {
  return page.evaluate(`(async () => { ${body} })()`) as Promise<T>;
}
const OPEN = `
  const { createCart, CartError } = await import('/sealcart/index.js');
  const cart = globalThis.cart ??= await createCart({ store: 'test' });
`;
const lines = (page: Page) =>
  inPage<[string, number][]>(
    page,
    'return cart.getSnapshot().lines.map(({ sku, quantity }) => [sku, quantity]);',
  );
const state = (page: Page) => inPage<string>(page, 'return cart.getSnapshot().sync.state;');
async function eventually(what: () => Promise<boolean>, name: string): Promise<void> {
  let done = false;
  const poll = async () => {
    while (!done) {
      done = await what();
      if (!done) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const polling = poll();
  await until(() => done, name).finally(() => (done = true));
  await polling;
}

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
        return createCart({ store: 'test', ${options} }).then(() => '', (error) => error.code + ': ' + error.message);`;
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

test('the elements show the cart, keep the focus and speak the total', { skip }, () =>
  scene(async (context) => {
    const { page, complaints } = await openTab(context);
    await inPage(
      page,
      `${OPEN}
       const { provideCart } = await import('/sealcart/components.js');
       const main = document.querySelector('main');
       for (const name of ['add-button', 'lines', 'totals']) main.append(document.createElement('sealcart-' + name));
       main.firstChild.sku = 'MUG';
       provideCart(cart);`,
    );
    const inside = <T>(name: string, expression: string) =>
      inPage<T>(
        page,
        `const root = document.querySelector('sealcart-${name}').shadowRoot; return ${expression};`,
      );
    assert.match(await inside<string>('lines', 'root.querySelector("slot").textContent'), /empty/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(async () => (await lines(page)).length === 1, 'added by keyboard');
    await inPage(page, `await cart.add({ sku: 'CAP' });`);
    assert.deepEqual(
      await inside('lines', '[...root.querySelectorAll(".title")].map((t) => t.textContent)'),
      ['Mug', 'Cap'],
    );
    await inside('lines', 'root.querySelectorAll("button")[1].focus()');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await eventually(async () => (await lines(page))[0]![1] === 3, 'three mugs');
    assert.equal(
      await inside('lines', 'root.activeElement.getAttribute("aria-label")'),
      'One more of Mug',
    );
    assert.match(
      await inside<string>('totals', 'root.querySelector("output").textContent'),
      /^Total, estimated \$\d+\.\d\d$/,
    );
    assert.equal(
      await inside('totals', 'root.querySelector("dd.grand").textContent'),
      await inPage(page, 'return cart.formatMoney(cart.getSnapshot().grandTotal);'),
    );
    await inside(
      'lines',
      '(root.querySelector("input").focus(), root.querySelector("input").select())',
    );
    await page.keyboard.type('1.5');
    await page.keyboard.press('Enter');
    await eventually(
      async () =>
        (await inside<string>('lines', 'root.querySelector(".error").textContent')) !== '',
      'told',
    );
    assert.equal(await inside('lines', 'root.querySelector("input").value'), '3');
    assert.equal(await inside('lines', 'root.querySelectorAll("[style]").length'), 0);
    const remove = 'root.querySelector(".remove").click()';
    await inside('lines', remove);
    await eventually(async () => (await lines(page)).length === 1, 'removed');
    assert.equal(await inside('lines', 'root.querySelectorAll("li").length'), 1);
    assert.deepEqual(complaints, []);
  }),
);

test(
  'the card form tells its problems, seals to pinned keys only, and gives nothing else away',
  { skip },
  () =>
    scene(async (context) => {
      const { page, complaints } = await openTab(context);
      await inPage(
        page,
        `const { mountPayment } = await import('/sealcart/seal.js');
       globalThis.heard = [];
       globalThis.payment = await mountPayment(document.querySelector('main'), {
         origin: '${origins.seal}', appearance: { scheme: 'dark', colors: { accent: '#123456', text: 'url(x)' } },
       });
       payment.addEventListener('change', (event) => heard.push(event.detail.complete));`,
      );
      const frame = await (await page.waitForSelector('iframe'))!.contentFrame();
      const seal = () =>
        inPage<string>(
          page,
          `const quote = { id: '${'11'.repeat(16)}', cart: '${'12'.repeat(16)}', merchant: '${'22'.repeat(16)}',
           cartHash: '${'33'.repeat(32)}', amount: 1234, currency: 'USD', exponent: 2, storeVersion: 1,
           issuedAtMs: Date.now(), expiresAtMs: Date.now() + 60000, mac: '' };
         return payment.seal({ quote, keys: 'AAAA' }).then((token) => token, (error) => error.code + ' ' + error.cause.message);`,
        );
      assert.match(await seal(), /^field_required/);
      const errors = () =>
        frame.evaluate(() =>
          [...document.querySelectorAll('.error')].map((line) => line.textContent),
        );
      assert.equal(
        (await errors()).every((text) => text !== ''),
        true,
      );
      await frame.click('#number');
      await frame.type('#number', '4242424242424242');
      await frame.type('#expiry', '1230');
      await frame.type('#code', '123');
      await frame.type('#name', 'Ada Lovelace');
      assert.equal(
        await frame.$eval('#number', (input) => (input as HTMLInputElement).value),
        '4242 4242 4242 4242',
      );
      assert.equal(
        await frame.$eval('#expiry', (input) => (input as HTMLInputElement).value),
        '12 / 30',
      );
      assert.deepEqual(await errors(), ['', '', '', '']);
      await eventually(() => inPage(page, 'return payment.complete;'), 'complete');
      assert.match(await seal(), /^seal_keys_refused manifest_encoding/);
      assert.equal(
        await frame.evaluate(() => document.documentElement.style.getPropertyValue('--accent')),
        '#123456',
      );
      assert.equal(
        await frame.evaluate(() => document.documentElement.style.getPropertyValue('--text')),
        '',
      );
      const heights = await inPage<number[]>(
        page,
        `return [document.querySelector('iframe').offsetHeight];`,
      );
      const inner = await frame.evaluate(() => document.documentElement.scrollHeight);
      assert.ok(Math.abs(heights[0]! - inner) <= 1, `${heights[0]} and ${inner}`);
      assert.equal(await inPage(page, `return JSON.stringify(heard).includes('4242');`), false);
      assert.deepEqual(complaints, []);
    }),
);
