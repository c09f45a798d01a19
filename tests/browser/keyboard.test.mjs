// A whole purchase without a mouse; the focus can be seen at every stop.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './support/browser.mjs';
import { typeCard } from './support/card.mjs';
import { openedShop } from './support/opened-shop.mjs';
import { ADA, CARD, confirmation, visit } from './support/shopper.mjs';

const MOST_STOPS = 120;

const { shop, chromium } = await openedShop();

/** Presses Tab until the focus is on `selector`; every stop on the way must be visible. */
async function tabTo(page, selector) {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const here = await page.evaluate(focusFacts, selector);
    if (stop > 0) assert.ok(here.visible, `the focus can't be seen on ${here.what}`);
    if (here.found) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not reach ${selector}`);
}

// Seen: an outline on the element, its label or what its link covers, and not below the header.
function focusFacts(selector) {
  const element = document.activeElement;
  const marked = (target, pseudo) => {
    const style = target && getComputedStyle(target, pseudo);
    return style && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
  };
  const { top, bottom } = element.getBoundingClientRect();
  const header = document.querySelector('.header')?.getBoundingClientRect().bottom ?? 0;
  const inHeader = element.closest('.header, dialog, .skip') !== null;
  const shown = bottom > (inHeader ? 0 : header) && top < innerHeight;
  const outlined =
    marked(element) || marked(element, '::after') || marked(element.closest('label'));
  return {
    found: element.matches(selector),
    visible: element === document.body || element.matches('iframe') || (shown && outlined),
    what: element.outerHTML.slice(0, 160),
  };
}

async function fillByKeys(page) {
  await tabTo(page, '#email');
  await page.keyboard.type(ADA.email);
  await tabTo(page, '#shippingAddress-country');
  await page.keyboard.type('Canada');
  for (const name of ['name', 'line1', 'city']) {
    await tabTo(page, `#shippingAddress-${name}`);
    await page.keyboard.type(ADA[name]);
  }
  await tabTo(page, '#shippingAddress-region');
  await page.keyboard.type('Ontario');
  await tabTo(page, '#shippingAddress-postalCode');
  await page.keyboard.type('K1A 0B1');
}

test('a purchase with the keyboard alone', async () => {
  const context = await chromium.browser.createBrowserContext();
  const page = await openPage(context, shop);
  await visit(page, shop);
  await page.waitForSelector('.tile a');
  await tabTo(page, '#search');
  await page.keyboard.type('kettle');
  await page.waitForFunction(() => document.querySelectorAll('.tile').length === 2);
  await tabTo(page, '.tile:first-child a');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.buy');
  await tabTo(page, '.option-value input');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, '.buy button[type=submit]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#cart[open] .line');
  await tabTo(page, '#cart .stepper input');
  await page.keyboard.press('ArrowUp');
  await page.waitForFunction(() => document.querySelector('#cart .stepper input').value === '2');
  await tabTo(page, '#cart .drawer-foot a');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#email');
  await fillByKeys(page);
  await tabTo(page, '.step:not([hidden]) button[type=submit]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.step:not([hidden]) .method');
  await tabTo(page, '.method input');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, '.step:not([hidden]) button[type=submit]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.payment-frame iframe');
  await tabTo(page, '.payment-frame iframe');
  await typeCard(page, CARD.good);
  await tabTo(page, '.step:not([hidden]) > button[type=submit]');
  await page.keyboard.press('Enter');
  const order = await confirmation(page);
  assert.equal(order.payment, 'captured');
  assert.match(order.lines[0], /Electric Kettle 1\.7L.*Black.*2 ×/);
  await context.close();
});

test('Escape closes the cart and the focus returns to the button that opened it', async () => {
  const context = await chromium.browser.createBrowserContext();
  const page = await openPage(context, shop);
  await visit(page, shop);
  await page.waitForSelector('.tile a');
  await tabTo(page, '#cart-button');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#cart[open]');
  await page.keyboard.press('Escape');
  await page.waitForSelector('#cart:not([open])');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'cart-button');
  await context.close();
});
