// The list for later: a line goes there and back, by mouse and by keyboard, and stays there over a
// reload.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, until } from './support/browser.mjs';
import { openedShop } from './support/opened-shop.mjs';
import { countShifts, shifted } from './support/shift.mjs';
import { addProduct, cartShown, text, texts, totalShown, visit } from './support/shopper.mjs';

const MUG = 'MIGHTY-MUG';
const IRON = 'STEAM-IRON-BLUE-AND-WHITE';
const MOST_SHIFT = 0.02;

const { shop, chromium } = await openedShop();

async function filledCart() {
  const context = await chromium.browser.createBrowserContext();
  const page = await openPage(context, shop);
  await addProduct(page, shop, 'mighty-mug');
  await addProduct(page, shop, 'steam-iron');
  return { context, page };
}

const SAVE = (sku) => `.line[data-sku="${sku}"] [aria-label^="Save"]`;
const BACK = (sku) => `.later-line[data-sku="${sku}"] [aria-label^="Move"]`;

const listed = (page) =>
  page.$$eval('.later-line', (lines) => lines.map((line) => line.dataset.sku));
const shows = (page, cart, list) =>
  until(
    page,
    () =>
      JSON.stringify(
        ['.line', '.later-line'].map((lines) =>
          [...document.querySelectorAll(`#cart ${lines}`)].map(({ dataset }) => dataset.sku),
        ),
      ),
    (now) => now === JSON.stringify([cart, list]),
    { what: `${cart} in the cart, ${list} for later` },
  );
const focused = (page) => page.evaluate(() => document.activeElement.ariaLabel ?? '');
const spoken = (page, words) =>
  until(
    page,
    () => document.querySelector('#cart .announcer')?.textContent ?? '',
    (now) => words.every((word) => now.includes(word)),
    { what: `says ${words}` },
  );

test('a line goes to the list and back, in the other tab and at the next visit too', async () => {
  const { context, page } = await filledCart();
  assert.match(await text(page, '.later'), /^Saved for later“Save for later” keeps things here/);
  const both = await totalShown(page);
  await page.$eval(SAVE(MUG), (button) => [button, button].forEach((it) => it.click()));
  await shows(page, [IRON], [MUG]);
  await spoken(page, ['Mighty Mug saved for later.', '1 item in the cart.']);
  assert.equal(await text(page, '#later-title'), 'Saved for later, 1 item');
  assert.notEqual(await totalShown(page), both);

  const tab = await openPage(context, shop);
  await visit(tab, shop, '/?cart=open');
  await shows(tab, [IRON], [MUG]);
  await page.bringToFront();
  await page.click(SAVE(IRON));
  await shows(tab, [], [MUG, IRON]);
  assert.match((await texts(tab, '#cart .empty p')).join(), /Your cart is empty/);

  await countShifts(page);
  await visit(page, shop, '/?cart=open');
  await shows(page, [], [MUG, IRON]);
  const shift = await shifted(page);
  assert.ok(shift <= MOST_SHIFT, `the list shifts the page by ${shift}`);
  await page.click(BACK(MUG));
  await shows(page, [MUG], [IRON]);
  await page.click(`.later-line[data-sku="${IRON}"] [aria-label^="Remove"]`);
  await shows(tab, [MUG], []);
  assert.deepEqual((await cartShown(tab)).lines, { [MUG]: 1 });
  assert.deepEqual([...page.problems, ...tab.problems], []);
  await context.close();
});

test('by keyboard: the focus goes to the next line, and last to the heading', async () => {
  const { context, page } = await filledCart();
  await page.focus(SAVE(MUG));
  await page.keyboard.press('Enter');
  await shows(page, [IRON], [MUG]);
  await until(page, () => document.activeElement.ariaLabel ?? '', (label) => /^Save/.test(label));
  assert.match(await focused(page), /^Save Steam Iron .* for later$/);
  await page.focus(BACK(MUG));
  await page.keyboard.press('Enter');
  await shows(page, [IRON, MUG], []);
  await until(page, () => document.activeElement.id, (id) => id === 'later-title');
  await context.close();
});

test('without the network nothing moves, and the line says why', async () => {
  const { context, page } = await filledCart();
  await page.setOfflineMode(true);
  await page.click(SAVE(MUG));
  await page.waitForSelector(`.line[data-sku="${MUG}"] [data-code="env_network"]`);
  assert.deepEqual(await listed(page), []);
  assert.equal(Object.keys((await cartShown(page)).lines).length, 2);
  await page.setOfflineMode(false);
  await page.click(SAVE(MUG));
  await shows(page, [IRON], [MUG]);
  await context.close();
});
