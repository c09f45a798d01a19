// The QA panel: two devices beside each other, their network, the inspector, a token, a fresh
// start.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { openPage, until } from './support/browser.mjs';
import { fillCard } from './support/card.mjs';
import { openedShop } from './support/opened-shop.mjs';
import { addIn, deviceFrame, devicesInStep } from './support/qa-panel.mjs';
import {
  CARD,
  confirmation,
  fillAddress,
  pay,
  text,
  texts,
  toDelivery,
  toPayment,
  visit,
} from './support/shopper.mjs';

const { shop, chromium } = await openedShop();
let context;
let page;
before(async () => {
  context = await chromium.browser.createBrowserContext();
  page = await openPage(context, shop, { view: { width: 1500, height: 1000 } });
  await visit(page, shop, '/qa.html');
  await inStep();
});

const inStep = () => devicesInStep(page);
const device = (number) => deviceFrame(page, number);
const count = (frame) => text(frame, '[data-cart-count]');

test('what one device adds is on the other', async () => {
  await addIn(await device(1), 'MIGHTY-MUG');
  const second = await device(2);
  await until(
    second,
    () => document.querySelector('[data-cart-count]').textContent,
    (units) => units === '1',
  );
  await inStep();
  assert.match(await text(page, '#in-step'), /the last change took \d+ ms/);
});

test('an offline device keeps its edits and sends them when it is back', async () => {
  await page.click('#device-2-offline');
  const second = await device(2);
  await addIn(second, 'GREY-HOODIE');
  await until(
    second,
    () => document.querySelector('[data-cart-count]').textContent,
    (units) => units === '2',
  );
  await until(
    page,
    () => document.querySelector('#in-step').textContent,
    (words) => words.includes('differ'),
  );
  assert.equal(await count(await device(1)), '1');
  await page.click('#device-2-offline');
  await until(
    await device(1),
    () => document.querySelector('[data-cart-count]').textContent,
    (units) => units === '2',
    { timeout: 35_000 },
  );
  await inStep();
});

test('latency is felt by the network, not by the page', async () => {
  await page.select('#device-1-latency', '1000');
  const first = await device(1);
  const started = performance.now();
  await addIn(first, 'MIGHTY-MUG');
  await until(
    first,
    () => document.querySelector('[data-cart-count]').textContent,
    (units) => units === '3',
  );
  assert.ok(performance.now() - started < 500, 'the click is instant');
  await page.select('#device-1-latency', '0');
  await until(
    await device(2),
    () => document.querySelector('[data-cart-count]').textContent,
    (units) => units === '3',
  );
});

test('the inspector shows snapshot, totals, price trace, log, requests, licences', async () => {
  await page.click('#tab-state');
  await until(
    page,
    () => document.querySelector('#panel pre')?.textContent ?? '',
    (json) => json.includes('"grandTotal"'),
  );
  await page.click('#tab-log');
  await until(
    page,
    () => document.querySelector('#panel').textContent,
    (words) => words.includes('MIGHTY-MUG'),
  );
  await page.click('#tab-trace');
  await until(
    page,
    () => document.querySelector('#panel').textContent,
    (words) => /shipping/i.test(words),
  );
  await page.click('#tab-requests');
  await until(
    page,
    () => document.querySelector('#panel').textContent,
    (words) => words.includes('/ops'),
  );
  await page.click('#tab-about');
  await until(
    page,
    () => document.querySelector('#panel').textContent,
    (words) => words.includes('Creative Commons'),
  );
});

test('an order of a device shows its sealed token: header in clear, body opaque', async () => {
  const first = await device(1);
  await first.evaluate(() => document.querySelector('#cart-button').click());
  await first.waitForSelector('#cart[open] .drawer-foot a');
  await first.$eval('#cart .drawer-foot a', (link) => link.click());
  await first.waitForSelector('#email');
  await fillAddress(first);
  await toDelivery(first);
  await fillCard(page, await toPayment(first), CARD.good);
  await page.click('#tab-orders');
  await pay(first);
  const order = await confirmation(first);
  await page.click('#tab-orders');
  await until(
    page,
    () => document.querySelector('#panel').textContent,
    (words) => words.includes('WCT1'),
  );
  const header = Object.fromEntries(
    await page.$$eval('#panel table:nth-of-type(2) tbody tr', (rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent)),
    ),
  );
  assert.equal(header['sealed body'], '560 bytes, opaque');
  assert.equal(header.currency, 'USD');
  assert.ok((await texts(page, '#panel td')).includes(order.number));
  assert.ok(!(await text(page, '#panel')).includes(CARD.good));
});

test('"New cart" starts both devices afresh', async () => {
  await page.click('#qa-reset');
  await page.waitForFunction(() =>
    document.querySelector('#in-step').textContent.startsWith('Opening'),
  );
  await inStep();
  for (const number of [1, 2]) {
    const frame = await device(number);
    await frame.waitForSelector('[data-cart-count]');
    assert.equal(await count(frame), '0');
  }
  assert.deepEqual(page.problems, []);
});
