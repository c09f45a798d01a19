// Two devices of one shopper: each change made on one is on the other within a second.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, until } from './support/browser.mjs';
import { openedShop } from './support/opened-shop.mjs';
import { addProduct, cartShown, shareLink, waitSaved } from './support/shopper.mjs';

const SOON_MS = 1000;

const { shop, chromium } = await openedShop();

async function twoDevices() {
  const [first, second] = await Promise.all(
    [1, 2].map(() => chromium.browser.createBrowserContext()),
  );
  const a = await openPage(first, shop);
  await addProduct(a, shop, 'electric-kettle-1-7l', ['Black']);
  await waitSaved(a);
  const b = await openPage(second, shop);
  await b.goto(await shareLink(a), { waitUntil: 'networkidle2' });
  await b.click('#cart-button');
  await until(
    b,
    () => document.querySelectorAll('#cart .line').length,
    (lines) => lines === 1,
  );
  return { a, b, close: () => Promise.all([first.close(), second.close()]) };
}

const CHANGES = [
  ['more of a line', (page) => page.click('#cart .stepper button:last-child')],
  [
    'a quantity typed',
    async (page) => {
      await page.click('#cart .stepper input', { clickCount: 3 });
      await page.keyboard.type('7');
      await page.keyboard.press('Enter');
    },
  ],
  [
    'a promotion code',
    async (page) => {
      await page.type('#promo', 'WELCOME10');
      await page.keyboard.press('Enter');
    },
  ],
  ['the country', (page) => page.select('#estimate-country', 'US')],
  ['the state', (page) => page.select('#estimate-region', 'CA')],
  ['the code taken out', (page) => page.click('.code button')],
  ['a line removed', (page) => page.click('#cart .line [aria-label^="Remove"]')],
];

test('every change of one device is on the other within a second, both ways', async () => {
  const { a, b, close } = await twoDevices();
  const figures = [];
  let [from, to] = [a, b];
  for (const [name, change] of CHANGES) {
    const before = await face(to);
    const started = performance.now();
    await change(from);
    await until(to, faceInPage, (now) => now !== before, { what: name, timeout: 4000 });
    const took = performance.now() - started;
    assert.equal(await face(to), await face(from), `${name}: both show the same`);
    figures.push(`${name} ${Math.round(took)} ms`);
    assert.ok(took <= SOON_MS, `${name} took ${Math.round(took)} ms`);
    [from, to] = [to, from];
  }
  console.log(`second device, from click to shown: ${figures.join(', ')}`);
  assert.deepEqual([...a.problems, ...b.problems], []);
  await close();
});

test('both devices change different lines while one is offline: nothing is lost', async () => {
  const { a, b, close } = await twoDevices();
  await a.setOfflineMode(true);
  await addBySku(a, 'MIGHTY-MUG');
  await b.click('#cart .stepper button:last-child');
  await waitSaved(b);
  await a.setOfflineMode(false);
  const both = { 'ELECTRIC-KETTLE-1-7L-BLACK': 2, 'MIGHTY-MUG': 1 };
  for (const page of [a, b]) {
    await until(
      page,
      faceInPage,
      (face) => JSON.stringify(JSON.parse(face).lines) === JSON.stringify(both),
      { timeout: 35000 },
    );
  }
  assert.deepEqual((await cartShown(a)).lines, both);
  await close();
});

const faceInPage = () => {
  const lines = [...document.querySelectorAll('#cart .line')]
    .map((line) => [line.dataset.sku, Number(line.querySelector('.stepper input').value)])
    .sort();
  return JSON.stringify({
    lines: Object.fromEntries(lines),
    totals: [...document.querySelectorAll('#cart .totals dd')].map((amount) => amount.textContent),
    codes: [...document.querySelectorAll('.code')].map((code) => code.textContent),
    place: ['country', 'region']
      .map((part) => document.querySelector(`#estimate-${part}`).value)
      .join('-'),
  });
};

const face = (page) => page.evaluate(faceInPage);

// Adding from the grid needs no page load, so it works while the network is away.
async function addBySku(page, sku) {
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.querySelector('.brand').click());
  await page.waitForSelector(`[data-add="${sku}"]`);
  await page.$eval(`[data-add="${sku}"]`, (button) => button.click());
  await page.click('#cart-button');
}
