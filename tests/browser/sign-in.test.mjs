// Signing in on the QA panel, with tokens of the command line: the guest's cart becomes the
// customer's, the other device follows, and a second guest's cart is merged.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { openPage, until } from './support/browser.mjs';
import { openedShop } from './support/opened-shop.mjs';
import { addIn, deviceFrame, devicesInStep } from './support/qa-panel.mjs';
import { text, texts, visit } from './support/shopper.mjs';

const { shop, chromium } = await openedShop();
let page;
before(async () => {
  const context = await chromium.browser.createBrowserContext();
  page = await openPage(context, shop, { view: { width: 1500, height: 1000 } });
  await visit(page, shop, '/qa.html');
  await inStep();
  await page.click('#tab-sign-in');
  await page.waitForSelector('#sign-in-token');
});

const inStep = () => devicesInStep(page);
const device = (number) => deviceFrame(page, number);

const add = async (number, sku) => addIn(await device(number), sku);

// Frames load again meanwhile, so each look takes the frame as it is.
async function counts(wanted) {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const shown = await Promise.all(
      [1, 2].map(async (number) => text(await device(number), '[data-cart-count]').catch(() => '')),
    );
    if (JSON.stringify(shown) === JSON.stringify(wanted)) return;
    if (Date.now() > deadline) assert.fail(`${shown} instead of ${wanted}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function signIn(number, customer) {
  await page.select('#inspected', `device-${number}`);
  await says('A guest.');
  await page.type('#sign-in-token', shop.loginToken(customer));
  await page.click('#sign-in');
  await says('Signed in.');
}

const says = (words) =>
  until(
    page,
    () => document.querySelector('#sign-in-state')?.textContent,
    (state) => state === words,
    { what: words, timeout: 10_000 },
  );

test('a token that is no token is refused, and the guest keeps the cart', async () => {
  await add(1, 'MIGHTY-MUG');
  await counts(['1', '1']);
  await page.type('#sign-in-token', 'a.b.c');
  await page.click('#sign-in');
  await page.waitForSelector('.sign-in [data-code="login_invalid"]');
  assert.equal(await text(page, '#sign-in-state'), 'A guest.');
  await page.$eval('#sign-in-token', (field) => (field.value = ''));
  page.problems.length = 0; // the refusal, as the browser tells it
});

test('the guest’s cart becomes the customer’s; the other device signs in and follows', async () => {
  await signIn(1, 'ada');
  assert.match(await text(page, '.sign-in-result'), /is the customer’s now/);
  await (await device(2)).waitForSelector('[data-code="unauthorized"]');
  await signIn(2, 'ada');
  await counts(['1', '1']);
  await add(2, 'GREY-HOODIE');
  await counts(['2', '2']);
  await inStep();
});

test('after signing out a guest’s cart begins, and the next sign-in merges it', async () => {
  await page.select('#inspected', 'device-1');
  await page.click('#sign-out');
  await says('A guest.');
  await counts(['0', '2']);
  await add(1, 'MIGHTY-MUG');
  await counts(['1', '2']);
  await signIn(1, 'ada');
  await counts(['3', '3']);
  assert.ok((await texts(page, '.sign-in-result td')).includes('MIGHTY-MUG'));
  await page.select('#inspected', 'device-2');
  assert.match(await text(page, '.sign-in-result'), /^No cart was brought along/);
  assert.deepEqual(
    page.problems.filter((problem) => !problem.includes('401')),
    [],
  );
});
