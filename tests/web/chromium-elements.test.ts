// The custom elements in a real browser, under the strict policy.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext } from 'puppeteer-core';
import { eventually, inPage, lines, log, OPEN, openTab, scene, skip } from './support/chromium.js';

async function shown(context: BrowserContext) {
  const { page, complaints } = await openTab(context);
  await inPage(
    page,
    `${OPEN}
     const { provideCart } = await import('/sealcart/components.js');
     const main = document.querySelector('main');
     for (const name of ['add-button', 'lines', 'totals']) {
       main.append(document.createElement('sealcart-' + name));
     }
     main.firstChild.sku = 'MUG';
     provideCart(cart);`,
  );
  /** Evaluates with `root` as the element's shadow root. */
  const inside = <T>(name: string, expression: string) =>
    inPage<T>(
      page,
      `const root = document.querySelector('sealcart-${name}').shadowRoot; return ${expression};`,
    );
  return { page, complaints, inside };
}

test('they show the cart and can be used by keyboard alone', { skip }, () =>
  scene(async (context) => {
    const { page, complaints, inside } = await shown(context);
    assert.match(await inside<string>('lines', 'root.querySelector("slot").textContent'), /empty/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(async () => (await lines(page)).length === 1, 'added by keyboard');
    await inPage(page, `await cart.add({ sku: 'CAP' });`);
    const titles = '[...root.querySelectorAll(".title")].map((title) => title.textContent)';
    assert.deepEqual(await inside('lines', titles), ['Mug', 'Cap']);
    await inside('lines', 'root.querySelectorAll("button")[1].focus()');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await eventually(async () => (await lines(page))[0]![1] === 3, 'three mugs');
    const focused = await inside('lines', 'root.activeElement.getAttribute("aria-label")');
    assert.equal(focused, 'One more of Mug', 'the focus stays');
    await inside('lines', 'root.querySelector(".remove").click()');
    await eventually(async () => (await lines(page)).length === 1, 'removed');
    assert.equal(await inside('lines', 'root.querySelectorAll("li").length'), 1);
    assert.deepEqual(complaints, []);
  }),
);

test('they tell a refused quantity beside the line and show the true one', { skip }, () =>
  scene(async (context) => {
    const { page, inside } = await shown(context);
    await inPage(page, `await cart.add({ sku: 'MUG', quantity: 3 });`);
    await inside(
      'lines',
      '(root.querySelector("input").focus(), root.querySelector("input").select())',
    );
    await page.keyboard.type('1.5');
    await page.keyboard.press('Enter');
    const error = () => inside<string>('lines', 'root.querySelector(".error").textContent');
    await eventually(async () => (await error()) !== '', 'told');
    assert.match(await error(), /whole number/);
    assert.equal(await inside('lines', 'root.querySelector("input").value'), '3');
    await inside('lines', 'root.querySelectorAll("button")[1].click()');
    await eventually(async () => (await error()) === '', 'gone with the next edit');
  }),
);

test('a line says what is wrong with it and is mended by one press', { skip }, () =>
  scene(async (context) => {
    const { page, inside } = await shown(context);
    await inPage(page, `await cart.add({ sku: 'MUG', quantity: 9 });`);
    log.products = log.products.map((product) =>
      product.id === 'mug' ? { ...product, maxPerOrder: 4 } : product,
    );
    await inPage(page, `await cart.products({ skus: ['MUG'] });`);
    const mend = 'root.querySelector(".mend")';
    await eventually(async () => !(await inside<boolean>('lines', `${mend}.hidden`)), 'offered');
    assert.equal(await inside('lines', `${mend}.textContent`), 'Change to 4');
    assert.match(await inside('lines', 'root.querySelector(".error").textContent'), /at most 4/);
    await inside('lines', `${mend}.click()`);
    await eventually(async () => (await lines(page))[0]![1] === 4, 'mended');
    assert.equal(await inside('lines', `${mend}.hidden`), true);
    assert.equal(await inside('lines', 'root.querySelector(".error").textContent'), '');
  }),
);

test('a quantity that devices chose differently is kept by one press', { skip }, () =>
  scene(async (context) => {
    const { page, inside } = await shown(context);
    await inPage(
      page,
      `${OPEN}
       const { scriptedTransport } = await import('/sealcart/testing.js');
       const network = scriptedTransport();
       const is = (one, wanted) => new Promise((resolve) => {
         const look = () => wanted(one.getSnapshot()) && resolve();
         one.subscribe(look);
         look();
       });
       await cart.add({ sku: 'MUG', quantity: 2 });
       const [line] = cart.getSnapshot().lines;
       const other = await createCart({
         store: 'test', profile: 'phone', cart: cart.share(), transport: network.fetch,
       });
       await is(other, ({ lines }) => lines[0]?.title === "Mug");
       network.set({ offline: true });
       await other.setQuantity(line.id, 3);
       await cart.setQuantity(line.id, 5);
       network.set({ offline: false });
       await is(cart, ({ sync }) => sync.conflicts === 1);`,
    );
    const mend = 'root.querySelector(".mend")';
    assert.match(await inside('lines', 'root.querySelector(".notice").textContent'), /3.*5/);
    assert.equal(await inside('lines', `${mend}.textContent`), 'Keep 5');
    await inside('lines', `${mend}.click()`);
    await eventually(async () => inside<boolean>('lines', `${mend}.hidden`), 'settled');
    assert.equal(await inside('lines', 'root.querySelector(".notice").textContent'), '');
    assert.deepEqual(await lines(page), [['MUG', 5]]);
  }),
);

test('what is being typed outlives news about the cart', { skip }, () =>
  scene(async (context) => {
    const { page, inside } = await shown(context);
    await inPage(page, `await cart.add({ sku: 'MUG', quantity: 3 });`);
    const field = 'root.querySelector("input")';
    await inside('lines', `(${field}.focus(), ${field}.select())`);
    await page.keyboard.type('7');
    await inPage(page, `await cart.setQuantity(cart.getSnapshot().lines[0].id, 5);`);
    assert.equal(await inside('lines', `${field}.value`), '7');
    await page.keyboard.press('Enter');
    await eventually(async () => (await lines(page))[0]![1] === 7, 'what was typed counts');
    await inPage(page, `await cart.setQuantity(cart.getSnapshot().lines[0].id, 2);`);
    assert.equal(await inside('lines', `${field}.value`), '2', 'and then news is shown again');
  }),
);

test("they speak the total, follow the page's colours and carry no inline style", { skip }, () =>
  scene(async (context) => {
    const { page, inside } = await shown(context);
    await inPage(page, `await cart.add({ sku: 'MUG', quantity: 2 });`);
    const spoken = await inside<string>('totals', 'root.querySelector("output").textContent');
    assert.match(spoken, /^Total, estimated \$\d+\.\d\d$/);
    const total = await inPage<string>(
      page,
      'return cart.formatMoney(cart.getSnapshot().grandTotal);',
    );
    assert.equal(await inside('totals', 'root.querySelector("dd.grand").textContent'), total);
    assert.equal(
      await inside('totals', 'root.querySelector("output").getAttribute("aria-live")'),
      'polite',
    );
    for (const name of ['lines', 'totals', 'add-button']) {
      assert.equal(await inside(name, 'root.querySelectorAll("[style], style").length'), 0);
    }
    const color = () => inside('totals', 'getComputedStyle(root.querySelector(".grand")).color');
    const light = await color();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    assert.notEqual(await color(), light);
    await inPage(page, `document.body.style.setProperty('--sealcart-text', 'rgb(1, 2, 3)');`);
    assert.equal(await color(), 'rgb(1, 2, 3)');
  }),
);
