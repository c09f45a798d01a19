// Nothing moves while a page loads, nothing scrolls sideways (left to right at 390 px:
// accessibility.test.mjs), and dir="rtl" mirrors the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, VIEW } from './support/browser.mjs';
import { openedShop } from './support/opened-shop.mjs';
import { countShifts, shifted } from './support/shift.mjs';
import { addProduct, visit, waitSaved } from './support/shopper.mjs';
import { walkShop } from './support/walk.mjs';

const MOST_SHIFT = 0.02;

const { shop, chromium } = await openedShop();

for (const [direction, width] of [
  ['rtl', 390],
  ['ltr', 320],
]) {
  test(`no sideways scrolling anywhere at ${width} px, ${direction}`, async () => {
    const view = { width, height: 800 };
    const query = direction === 'rtl' ? 'dir=rtl' : '';
    for await (const [state, page] of walkShop(chromium, shop, { view, query })) {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${state} is ${wide} px wide`);
      if (state !== 'payment') continue;
      const card = page.frames().find((frame) => frame.url().startsWith(shop.sealOrigin));
      assert.equal(await card.evaluate(() => document.documentElement.dir), direction);
    }
  });
}

for (const [name, view] of Object.entries(VIEW)) {
  test(`nothing shifts while a page loads, ${name}`, async () => {
    const context = await chromium.browser.createBrowserContext();
    const page = await openPage(context, shop, { view });
    await countShifts(page);
    await addProduct(page, shop, 'steam-iron');
    await waitSaved(page);
    const figures = [];
    for (const path of [
      '/',
      '/?product=steam-iron',
      '/?cart=open',
      '/checkout.html',
      '/?store=wholesale',
      '/?store=demo-eu',
      '/devices.html',
      '/qa.html',
    ]) {
      await visit(page, shop, path);
      const shift = await shifted(page);
      figures.push(`${path} ${shift.toFixed(4)}`);
      assert.ok(shift <= MOST_SHIFT, `${path}: ${shift}`);
    }
    console.log(`layout shift, ${name}: ${figures.join(', ')}`);
    await context.close();
  });
}

test('dir=rtl mirrors the page: the drawer comes from the left, the brand is right', async () => {
  const context = await chromium.browser.createBrowserContext();
  const page = await openPage(context, shop);
  await addProduct(page, shop, 'steam-iron', [], '&dir=rtl');
  await new Promise((resolve) => setTimeout(resolve, 400));
  const places = await page.evaluate(() => {
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    return {
      drawer: box('#cart').left,
      brand: box('.brand').right,
      picture: box('#view .product .picture').left,
      info: box('.product-info').left,
    };
  });
  assert.equal(places.drawer, 0);
  assert.ok(places.brand > 1200);
  assert.ok(places.picture > places.info);
  await context.close();
});
