// What a shopper does, by the things a shopper sees.
import { until } from './browser.mjs';

export const ADA = {
  email: 'ada@example.com',
  country: 'US',
  region: 'CA',
  name: 'Ada Lovelace',
  line1: '12 Harbour Street',
  city: 'Oakland',
  postalCode: '94607',
};

// Answers of the payment simulator by card number: server/psp/simulator.
export const CARD = {
  good: '4242424242424242',
  declined: '4000000000000002',
  slow: '4000000000000259', // captured after five seconds
};

export const text = (page, selector) =>
  page.evaluate((s) => document.querySelector(s)?.textContent?.trim() ?? '', selector);

export const texts = (page, selector) =>
  page.evaluate(
    (s) => [...document.querySelectorAll(s)].map((found) => found.textContent.trim()),
    selector,
  );

export async function visit(page, shop, path = '/') {
  await page.goto(shop.origin + path, { waitUntil: 'networkidle2' });
}

/** Opens a product, chooses options by their words, adds it; the drawer opens. */
export async function addProduct(page, shop, product, options = [], query = '') {
  await visit(page, shop, `/?product=${product}${query}`);
  await page.waitForSelector('.buy button[type=submit]');
  for (const value of options) {
    await page.click(`.option-value input[value="${value}"]`);
  }
  await page.click('.buy button[type=submit]');
  await page.waitForSelector('#cart[open] .line');
  await slid(page);
}

// The drawer has come to rest: what is clicked is where it was looked for.
const slid = (page) =>
  page.$eval('#cart', (drawer) => Promise.all(drawer.getAnimations().map((move) => move.finished)));

/** The cart as the drawer shows it: quantity by SKU, and the total. */
export const cartShown = (page) =>
  page.evaluate(() => ({
    lines: Object.fromEntries(
      [...document.querySelectorAll('#cart .line')].map((line) => [
        line.dataset.sku,
        Number(line.querySelector('.stepper input').value),
      ]),
    ),
    total: document.querySelector('#cart .grand dd')?.textContent ?? '',
  }));

export const totalShown = (page) => text(page, '.totals .grand dd');

export const waitSaved = (page) =>
  until(
    page,
    () => document.querySelector('[data-sync]')?.dataset.state,
    (state) => state === 'saved',
    { what: 'the cart is saved', timeout: 10000 },
  );

export async function fillAddress(page, who = ADA) {
  await page.waitForSelector('#email');
  await fill(page, '#email', who.email);
  await page.select('#shippingAddress-country', who.country);
  if (who.region) await page.select('#shippingAddress-region', who.region);
  for (const name of ['name', 'line1', 'city', 'postalCode'])
    await fill(page, `#shippingAddress-${name}`, who[name]);
}

async function fill(page, selector, value) {
  await page.click(selector, { clickCount: 3 });
  await page.type(selector, value);
}

export async function toDelivery(page) {
  await page.click('.step:not([hidden]) button[type=submit]');
  await page.waitForSelector('.step:not([hidden]) .method');
}

export async function toPayment(page, method) {
  if (method) await page.click(`#method-${method}`);
  await page.click('.step:not([hidden]) button[type=submit]');
  return cardFrame(page);
}

/** The card form: a frame of the payment origin. */
export async function cardFrame(page) {
  const element = await page.waitForSelector('.payment-frame iframe');
  const frame = await element.contentFrame();
  await frame.waitForSelector('input');
  return frame;
}

export async function pay(page) {
  await page.click('.step:not([hidden]) > button[type=submit]');
}

export async function confirmation(page, timeout = 30000) {
  await page.waitForFunction(() => document.querySelector('#order-number'), { timeout });
  return page.evaluate(() => ({
    number: document.querySelector('#order-number').textContent,
    payment: document.querySelector('#payment-state').dataset.payment,
    lines: [...document.querySelectorAll('.summary-line')].map((line) => line.textContent),
    total: document.querySelector('.grand dd').textContent,
    address: [...document.querySelectorAll('.review dd span')].map((line) => line.textContent),
    id: new URLSearchParams(location.search).get('id'),
  }));
}

/** The link to this cart for another device, as the drawer gives it. */
export async function shareLink(page) {
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (link) => {
      window.copied = link;
    };
  });
  await page.click('.share');
  await page.waitForFunction(() => window.copied);
  return page.evaluate(() => window.copied);
}
