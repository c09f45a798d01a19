// The address form in every language, in Chromium and in Firefox: no violation of WCAG 2.2 A/AA as
// it is, with errors and with a suggestion, and nothing scrolls sideways on a phone.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { violations } from './support/axe.mjs';
import { launchFirefox, openPage, VIEW } from './support/browser.mjs';
import { openedShop } from './support/opened-shop.mjs';
import { addProduct, texts, visit } from './support/shopper.mjs';

const LANGUAGES = ['en', 'it', 'pt', 'ru', 'sq', 'fa'];

const { shop, chromium } = await openedShop();
const firefox = await launchFirefox();
after(() => firefox?.close());

/** States of the form, one after the other. `country` arranges its fields anew. */
async function* states(page, country) {
  yield 'empty';
  await page.type('#email', 'ada@gmial.com');
  await page.select('#shippingAddress-country', country);
  await page.click('#billingSame');
  await page.waitForSelector('#email ~ [data-severity=warning] button');
  yield 'a suggestion, two addresses';
  await page.click('.step:not([hidden]) > button[type=submit]');
  await page.waitForSelector('[data-error-summary]');
  yield 'errors';
}

async function walkForm(page, language, country) {
  await visit(page, shop, `/checkout.html?lang=${language}`);
  await page.waitForSelector('#email');
  for await (const state of states(page, country)) {
    assert.deepEqual(await violations(page), [], `${language}, ${state}`);
    const [wide, room] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      innerWidth,
    ]);
    assert.ok(wide <= room, `${language}, ${state}: ${wide} px wide`);
  }
}

for (const [position, language] of LANGUAGES.entries()) {
  const scheme = position % 2 ? 'dark' : 'light';
  test(`the form in ${language}, ${scheme}, on a phone`, async () => {
    const context = await chromium.browser.createBrowserContext();
    const page = await openPage(context, shop, { view: VIEW.phone, scheme });
    await addProduct(page, shop, 'steam-iron');
    await walkForm(page, language, 'JP');
    const labels = await texts(page, '.step:not([hidden]) :is(label, legend, h2, h3, li a)');
    assert.ok(labels.length > 20 && labels.every(Boolean), labels.join(' | '));
    const direction = await page.$eval('.step', (form) => getComputedStyle(form).direction);
    assert.equal(direction, language === 'fa' ? 'rtl' : 'ltr');
    const links = await texts(page, '[data-error-summary] a');
    assert.equal(new Set(links).size, links.length, links.join(' | '));
    assert.deepEqual(page.problems, []);
    await context.close();
  });
}

const skip = firefox ? false : 'no Firefox here; ./dev browsers installs it';
for (const language of ['it', 'fa']) {
  test(`the form in ${language} in Firefox`, { skip }, async () => {
    const context = await firefox.createBrowserContext();
    const page = await context.newPage();
    await addProduct(page, shop, 'steam-iron');
    await walkForm(page, language, 'US');
    await context.close();
  });
}

test('the language is chosen on the page, and what was typed stays', async () => {
  const context = await chromium.browser.createBrowserContext();
  const page = await openPage(context, shop);
  await addProduct(page, shop, 'steam-iron');
  await visit(page, shop, '/checkout.html');
  await page.waitForSelector('#email');
  await page.type('#email', 'ada@example.com');
  await page.select('#shippingAddress-country', 'DE');
  await Promise.all([page.waitForNavigation(), page.select('#language', 'it')]);
  await page.waitForSelector('#email');
  assert.equal(await page.$eval('#email', (field) => field.value), 'ada@example.com');
  const country = '#shippingAddress-country';
  assert.equal(await page.$eval(country, (field) => field.selectedOptions[0].text), 'Germania');
  await context.close();
});

test('what comes and goes beside the fields moves no other field on a wide screen', async () => {
  const context = await chromium.browser.createBrowserContext();
  const page = await openPage(context, shop);
  await addProduct(page, shop, 'steam-iron');
  await visit(page, shop, '/checkout.html');
  await page.waitForSelector('#email');
  const places = () =>
    page.$$eval('.step .input', (inputs) => inputs.map((input) => input.offsetTop));
  const before = await places();
  await page.type('#email', 'ada@gmial.com');
  await page.keyboard.press('Tab');
  await page.waitForSelector('#email ~ [data-severity=warning]');
  assert.deepEqual(await places(), before);
  await context.close();
});
