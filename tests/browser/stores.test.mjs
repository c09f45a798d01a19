// The three stores: tax on top, tax included, and a catalogue of thousands.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { openPage, until } from './support/browser.mjs';
import { openedShop } from './support/opened-shop.mjs';
import { addProduct, text, texts, visit } from './support/shopper.mjs';

const { shop, chromium } = await openedShop();
let page;
before(async () => {
  page = await openPage(await chromium.browser.createBrowserContext(), shop);
});

test('the catalogue can be searched and filtered, and the address keeps it', async () => {
  await visit(page, shop);
  await page.waitForSelector('.tile');
  assert.equal((await texts(page, '.tile')).length, 69);
  await page.type('#search', 'espresso');
  // Typed slowly, a part of the word is searched before.
  await page.waitForFunction(
    () => new URLSearchParams(location.search).get('q') === 'espresso',
  );
  await page.waitForFunction(() => document.querySelectorAll('.tile').length === 2);
  await visit(page, shop, '/?category=Juices');
  await page.waitForFunction(() => document.querySelectorAll('.tile').length === 4);
});

test('a value that can not be bought is disabled and says why', async () => {
  await visit(page, shop, '/?product=own-your-stack-and-data');
  await page.waitForSelector('.option');
  assert.ok(await page.$eval('.option-value input', (input) => input.disabled));
  assert.match(await text(page, '.option-why'), /is sold out/);
  // The arrow keys pass over what is disabled: a screen reader hears why with the group.
  const described = await page.$eval(
    '.option',
    (group) => document.getElementById(group.getAttribute('aria-describedby')).textContent,
  );
  assert.match(described, /is sold out/);
  assert.ok(await page.$eval('.buy button[type=submit]', (button) => button.disabled));
});

test('a refused quantity is told beside its line and changes nothing', async () => {
  await addProduct(page, shop, 'mighty-mug');
  for (const [typed, code] of [
    ['0', 'quantity_too_small'],
    ['1.5', ''],
    ['1000000000000', ''],
  ]) {
    await page.click('#cart .stepper input', { clickCount: 3 });
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#cart .line .field-error');
    const told = await page.$eval('#cart .line .field-error', (element) => element.dataset.code);
    if (code) assert.equal(told, code);
    assert.equal(await page.$eval('#cart .stepper input', (input) => input.value), '1', typed);
    await page.click('#cart .stepper button:last-child');
    await page.click('#cart .stepper button:first-child');
  }
});

test('the European store includes the tax and says which', async () => {
  await addProduct(page, shop, 'steam-iron', [], '&store=demo-eu');
  assert.match(await text(page, '#cart .contained dt'), /^Includes VAT 19 %/);
  await page.select('#estimate-country', 'FR');
  await page.waitForFunction(() =>
    /VAT 20 %/.test(document.querySelector('#cart .contained dt')?.textContent ?? ''),
  );
});

test('the wholesale catalogue of 4,070 is paged, searched and ordered from by SKU', async () => {
  await visit(page, shop, '/?store=wholesale');
  await page.waitForSelector('.catalog-table td');
  const first = await text(page, '.catalog-table .sku');
  await page.click('.pager button:last-child');
  await page.waitForFunction(
    () => document.querySelector('#table-title').textContent === 'Products 51 to 100',
  );
  assert.notEqual(await text(page, '.catalog-table .sku'), first);
  await page.type('#sku', '85123a');
  await page.click('#sku-quantity', { clickCount: 3 });
  await page.type('#sku-quantity', '12');
  await page.keyboard.press('Enter');
  await until(
    page,
    () => document.querySelector('.entry-results')?.textContent ?? '',
    (words) => /12 × WHITE HANGING HEART/.test(words),
  );
  await page.click('.entry summary');
  await page.type('#sku-list', '22423 2\nNOT-A-SKU 3\n84879,8');
  await page.click('.entry-list button');
  await until(
    page,
    () => document.querySelector('#sku-list').value,
    (rest) => rest === 'NOT-A-SKU 3',
  );
  assert.equal(await text(page, '[data-cart-count]'), '22');
  await visit(page, shop, '/?store=wholesale&q=jumbo+bag');
  await until(
    page,
    () => document.querySelector('#table-title')?.textContent ?? '',
    (words) => /found in 4070 products/.test(words),
    { timeout: 20_000 },
  );
});
