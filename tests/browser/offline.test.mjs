// The network goes away and comes back; tabs are closed and opened; the cart is where it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, until } from './support/browser.mjs';
import { openedShop } from './support/opened-shop.mjs';
import { addProduct, cartShown, shareLink, text, visit, waitSaved } from './support/shopper.mjs';

const { shop, chromium } = await openedShop();

const more = (page) => page.click('#cart .stepper button:last-child');
const quantity = (page) =>
  page.evaluate(() => Number(document.querySelector('#cart .stepper input')?.value));

test('edits made offline are kept, shown as kept, and arrive after the reconnect', async () => {
  const [here, there] = await Promise.all(
    [1, 2].map(() => chromium.browser.createBrowserContext()),
  );
  const page = await openPage(here, shop);
  await addProduct(page, shop, 'mighty-mug');
  await waitSaved(page);
  const other = await openPage(there, shop);
  await other.goto(await shareLink(page), { waitUntil: 'networkidle2' });
  await other.click('#cart-button');

  await page.setOfflineMode(true);
  const total = await text(page, '#cart .grand dd');
  await more(page);
  await more(page);
  assert.equal(await quantity(page), 3);
  assert.notEqual(await text(page, '#cart .grand dd'), total, 'totals go on offline');
  await until(
    page,
    () => document.querySelector('#cart [data-sync]').textContent,
    (words) => words === 'Kept on this device',
  );
  assert.ok(
    await page.evaluate(() => !document.querySelector('.offline').hidden),
    'the banner says so',
  );
  assert.equal(await quantity(other), 1);

  await page.setOfflineMode(false);
  const took = await until(
    other,
    () => Number(document.querySelector('#cart .stepper input').value),
    (units) => units === 3,
    { timeout: 35_000 },
  );
  console.log(`offline edits on the other device ${Math.round(took)} ms after the reconnect`);
  await waitSaved(page);
  assert.ok(await page.evaluate(() => document.querySelector('.offline').hidden));
  await Promise.all([here.close(), there.close()]);
});

test('a reload right after a click restores the cart', async () => {
  const context = await chromium.browser.createBrowserContext();
  const page = await openPage(context, shop);
  await addProduct(page, shop, 'electric-kettle-1-7l', ['Black']);
  await more(page);
  await waitSaved(page);
  const before = await cartShown(page);
  await visit(page, shop, '/?cart=open');
  await page.waitForSelector('#cart .line');
  assert.deepEqual(await cartShown(page), before);
  assert.deepEqual(page.problems, []);
  await context.close();
});

test('edits of a tab that was closed offline are sent by the next tab', async () => {
  const [here, there] = await Promise.all(
    [1, 2].map(() => chromium.browser.createBrowserContext()),
  );
  const page = await openPage(here, shop);
  await addProduct(page, shop, 'mighty-mug');
  await waitSaved(page);
  const link = await shareLink(page);
  await page.setOfflineMode(true);
  await more(page);
  await until(
    page,
    () => document.querySelector('#cart [data-sync]').dataset.state,
    (state) => state === 'offline',
  );
  await page.close();

  const next = await openPage(here, shop);
  await visit(next, shop, '/?cart=open');
  await next.waitForSelector('#cart .line');
  assert.equal(await quantity(next), 2);
  await waitSaved(next);
  const other = await openPage(there, shop);
  await other.goto(link, { waitUntil: 'networkidle2' });
  await other.click('#cart-button');
  await until(
    other,
    () => Number(document.querySelector('#cart .stepper input')?.value),
    (units) => units === 2,
  );
  await Promise.all([here.close(), there.close()]);
});
