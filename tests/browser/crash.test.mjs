// The server is killed with -9 in the middle of it all and started again: nothing is lost, nothing
// is charged twice, and the page goes on by itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, until } from './support/browser.mjs';
import { fillCard } from './support/card.mjs';
import { openedShop } from './support/opened-shop.mjs';
import {
  addProduct,
  CARD,
  cartShown,
  confirmation,
  fillAddress,
  pay,
  toDelivery,
  toPayment,
  totalShown,
  visit,
  waitSaved,
} from './support/shopper.mjs';

const { shop, chromium } = await openedShop();

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// While the server is away, failed requests are no defect of the page.
const otherProblems = (page) =>
  page.problems.filter((problem) => !/net::ERR|Failed to load resource/.test(problem));

test('killed while the cart is edited: the cart is intact and the page recovers', async () => {
  const context = await chromium.browser.createBrowserContext();
  const page = await openPage(context, shop);
  await addProduct(page, shop, 'electric-kettle-1-7l', ['Black']);
  await waitSaved(page);
  await shop.kill();
  await page.click('#cart .stepper button:last-child');
  await until(
    page,
    () => document.querySelector('#cart [data-sync]').dataset.state,
    (state) => state === 'offline',
  );
  const shown = await cartShown(page);
  shop.startServer();
  await shop.ready();
  const took = await until(
    page,
    () => document.querySelector('#cart [data-sync]').dataset.state,
    (state) => state === 'saved',
    { timeout: 40_000 },
  );
  console.log(`saved again ${Math.round(took)} ms after the restart`);
  assert.deepEqual(await cartShown(page), shown);
  await visit(page, shop, '/?cart=open');
  await page.waitForSelector('#cart .line');
  assert.deepEqual(await cartShown(page), shown);
  assert.deepEqual(otherProblems(page), []);
  await context.close();
});

const MOMENTS = [
  ['as the order is sent', 0, CARD.good],
  ['while the payment is on its way', 500, CARD.slow],
];
for (const [name, wait, card] of MOMENTS) {
  test(`killed ${name}: one order, paid once, confirmed in the same page`, async () => {
    const context = await chromium.browser.createBrowserContext();
    const page = await openPage(context, shop);
    await addProduct(page, shop, 'mighty-mug');
    await page.click('#cart .drawer-foot a');
    await fillAddress(page);
    await toDelivery(page);
    await fillCard(page, await toPayment(page), card);
    const total = await totalShown(page);
    await waitSaved(page);
    await killOnOrder(page, wait);
    await pay(page);
    await page.killed;
    shop.startServer();
    await shop.ready();
    const order = await confirmation(page, 60_000);
    assert.equal(order.total, total);
    await until(
      page,
      () => document.querySelector('#payment-state').dataset.payment,
      (state) => state === 'captured',
      { timeout: 60_000 },
    );
    await shop.kill();
    shop.startServer();
    await shop.ready();
    await page.reload({ waitUntil: 'networkidle2' });
    assert.equal((await confirmation(page)).number, order.number, 'the order is still there');
    await visit(page, shop);
    assert.equal(
      await page.$eval('[data-cart-count]', (count) => count.textContent),
      '0',
      'ordered once',
    );
    assert.deepEqual(otherProblems(page), []);
    await context.close();
  });
}

// Ends the server before the page's order reaches it, or `wait` ms after the order was sent.
async function killOnOrder(page, wait) {
  await page.setRequestInterception(true);
  let seen = false;
  page.killed = new Promise((resolve, reject) => {
    page.on('request', (request) => {
      const order = request.method() === 'POST' && request.url().endsWith('/v1/orders');
      const first = order && !seen;
      seen ||= order;
      if (!first || wait > 0) request.continue();
      if (!first) return;
      pause(wait)
        .then(() => shop.kill())
        .then(() => wait > 0 || request.continue())
        .then(resolve, reject);
    });
  });
}
