// Every state of the shop that a person can look at, one after the other, in one browser context.
// Yields [name, page]; tests that check "everywhere" go through it.
import { randomBytes } from 'node:crypto';
import { openPage, until } from './browser.mjs';
import { fillCard } from './card.mjs';
import {
  addProduct,
  CARD,
  confirmation,
  fillAddress,
  pay,
  text,
  toDelivery,
  toPayment,
  visit,
} from './shopper.mjs';

export async function* walkShop(chromium, shop, { view, scheme, query = '' }) {
  const context = await chromium.browser.createBrowserContext();
  const page = await openPage(context, shop, { view, scheme });
  const at = (path, fragment = '') =>
    visit(page, shop, path + (query && (path.includes('?') ? '&' : '?') + query) + fragment);
  for (const part of [walkGoods, walkCart, walkCheckout, walkDevices, walkPanel]) {
    for await (const state of part({ page, shop, at, query })) {
      await new Promise((resolve) => setTimeout(resolve, 350)); // the drawer's slide, transitions
      yield [state, page];
    }
  }
  await context.close();
}

async function* walkGoods({ page, at }) {
  await at('/');
  await page.waitForSelector('.tile a');
  yield 'shop';
  await at('/?q=nothing-like-this');
  await page.waitForSelector('.empty');
  yield 'empty search';
  await at('/?product=own-your-stack-and-data');
  await page.waitForSelector('.buy');
  yield 'sold-out product';
  await at('/?store=wholesale');
  await page.waitForSelector('.catalog-table td');
  yield 'quick order';
}

async function* walkCart({ page, shop, query }) {
  await addProduct(page, shop, 'steam-iron', [], query && `&${query}`);
  await page.keyboard.press('Escape');
  yield 'product';
  await page.click('#cart-button');
  yield 'cart';
  await page.click('#cart .line [aria-label^="Save"]');
  await page.waitForSelector('#cart:not(:has(.line)) .later-line');
  yield 'empty cart with a list for later';
  await page.click('.later-line [aria-label^="Move"]');
  await page.waitForSelector('#cart:not(:has(.later-line)) .line');
  await page.type('#promo', 'NO-SUCH-CODE');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#promo-error');
  yield 'cart with an error';
}

async function* walkCheckout({ page }) {
  await page.click('#cart .drawer-foot a');
  await page.waitForSelector('#email');
  yield 'address';
  await page.click('.step:not([hidden]) button[type=submit]');
  await page.waitForSelector('[data-error-summary]');
  yield 'address with errors';
  await fillAddress(page);
  await toDelivery(page);
  yield 'delivery';
  const frame = await toPayment(page);
  yield 'payment';
  await fillCard(page, frame, CARD.good);
  await pay(page);
  await confirmation(page);
  yield 'confirmation';
}

// The cart's devices, with a code, with somebody who gave it, with a link; and a device that comes
// with a code nobody has.
async function* walkDevices({ page, shop, at }) {
  await at('/devices.html');
  await page.waitForSelector('.device');
  yield 'devices';
  await page.click('#offer');
  await page.waitForSelector('.offer-code .qr');
  yield 'devices, a code';
  await claimCode(shop, await text(page, '.offer .code'));
  await page.waitForSelector('.offer-answer');
  yield 'devices, a device waits';
  await page.click('.offer-answer .button');
  await page.waitForSelector('.device .link-button');
  await page.click('#make-link');
  await page.waitForSelector('#restore-link');
  yield 'devices, two of them and a link';
  await at('/?q=nothing-like-this'); // only the fragment differs: no load of the page
  await at('/devices.html', '#pair=no-such-secret-anybody');
  await page.waitForSelector('.arrival .field-error');
  yield 'a device that comes with a wrong code';
}

// Another device, as far as the server sees one.
async function claimCode(shop, code) {
  const answer = await fetch(`${shop.origin}/v1/pairings/claim`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${randomBytes(32).toString('base64url')}`,
      'content-type': 'application/json',
      'x-sealcart': '1',
    },
    body: JSON.stringify({ code, label: 'Firefox on Android' }),
  });
  if (!answer.ok) throw new Error(`the code was not taken: ${await answer.text()}`);
}

async function* walkPanel({ page, at }) {
  await at('/qa.html');
  await until(
    page,
    () => document.querySelector('#in-step').textContent,
    (words) => words.startsWith('Both devices'),
    { timeout: 15_000 },
  );
  yield 'QA panel';
  for (const tab of ['trace', 'log', 'requests', 'sign-in', 'orders', 'about']) {
    await page.click(`#tab-${tab}`);
    yield `QA panel, ${tab}`;
  }
}
