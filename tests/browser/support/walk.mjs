// Every state of the shop that a person can look at, one after the other, in one browser context.
// Yields [name, page]; tests that check "everywhere" go through it.
import { openPage, until } from './browser.mjs';
import { fillCard } from './card.mjs';
import {
  addProduct,
  CARD,
  confirmation,
  fillAddress,
  pay,
  toDelivery,
  toPayment,
  visit,
} from './shopper.mjs';

export async function* walkShop(chromium, shop, { view, scheme, query = '' }) {
  const context = await chromium.browser.createBrowserContext();
  const page = await openPage(context, shop, { view, scheme });
  const at = (path) =>
    visit(page, shop, path + (query && (path.includes('?') ? '&' : '?') + query));
  const settled = async (name) => {
    await new Promise((resolve) => setTimeout(resolve, 350)); // the drawer's slide, transitions
    return [name, page];
  };
  await at('/');
  await page.waitForSelector('.tile a');
  yield settled('shop');
  await at('/?q=nothing-like-this');
  await page.waitForSelector('.empty');
  yield settled('empty search');
  await at('/?product=own-your-stack-and-data');
  await page.waitForSelector('.buy');
  yield settled('sold-out product');
  await addProduct(page, shop, 'steam-iron', [], query && `&${query}`);
  await page.keyboard.press('Escape');
  yield settled('product');
  await page.click('#cart-button');
  yield settled('cart');
  await page.type('#promo', 'NO-SUCH-CODE');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#promo-error');
  yield settled('cart with an error');
  await page.click('#cart .drawer-foot a');
  await page.waitForSelector('#email');
  yield settled('address');
  await page.click('.step:not([hidden]) button[type=submit]');
  await page.waitForSelector('[data-error-summary]');
  yield settled('address with errors');
  await fillAddress(page);
  await toDelivery(page);
  yield settled('delivery');
  const frame = await toPayment(page);
  yield settled('payment');
  await fillCard(page, frame, CARD.good);
  await pay(page);
  await confirmation(page);
  yield settled('confirmation');
  await at('/?store=wholesale');
  await page.waitForSelector('.catalog-table td');
  yield settled('quick order');
  await at('/qa.html');
  await until(
    page,
    () => document.querySelector('#in-step').textContent,
    (words) => words.startsWith('Both devices'),
    { timeout: 15_000 },
  );
  yield settled('QA panel');
  for (const tab of ['trace', 'log', 'requests', 'orders', 'about']) {
    await page.click(`#tab-${tab}`);
    yield settled(`QA panel, ${tab}`);
  }
  await context.close();
}
