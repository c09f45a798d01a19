// A shopper buys something, from the product page to the confirmation, under the strict policy.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, VIEW } from './support/browser.mjs';
import { openedShop } from './support/opened-shop.mjs';
import {
  addProduct,
  CARD,
  cartShown,
  confirmation,
  fillAddress,
  pay,
  text,
  texts,
  toDelivery,
  toPayment,
  totalShown,
  visit,
  waitSaved,
} from './support/shopper.mjs';
import { fillCard } from './support/card.mjs';

const { shop, chromium } = await openedShop();

const device = () => chromium.browser.createBrowserContext();

for (const [name, view] of Object.entries(VIEW)) {
  test(`add, edit, check out, pay, confirmation at ${view.width} px`, async () => {
    const context = await device();
    const page = await openPage(context, shop, { view });
    await addProduct(page, shop, 'electric-kettle-1-7l', ['Black']);
    await addProduct(page, shop, 'steam-iron');
    await page.click('#cart .line:nth-child(1) .stepper button:last-child');
    assert.deepEqual((await cartShown(page)).lines, {
      'ELECTRIC-KETTLE-1-7L-BLACK': 2,
      'STEAM-IRON-BLUE-AND-WHITE': 1,
    });
    assert.equal(await text(page, '#cart .grand dt'), 'Estimated total');

    await page.type('#promo', 'welcome10');
    await page.click('.promo .button');
    await page.waitForSelector('.code:not([data-idle])');
    const estimate = await totalShown(page);

    await page.click('#cart .drawer-foot a');
    await fillAddress(page);
    const taxed = await totalShown(page);
    assert.notEqual(taxed, estimate, 'the state of the address changes the tax at once');
    await toDelivery(page);
    const frame = await toPayment(page, 'express');
    assert.equal(await text(page, '.summary .grand dt'), 'Total');
    const total = await totalShown(page);
    assert.equal(await text(page, '.step:not([hidden]) > .button-wide span'), `Pay ${total}`);

    await fillCard(page, frame, CARD.good);
    await pay(page);
    const order = await confirmation(page);
    assert.match(order.number, /^SC-\d+/);
    assert.equal(order.payment, 'captured');
    assert.equal(order.total, total, 'charged what was shown');
    assert.match(order.lines.join(), /Electric Kettle 1\.7L.*Black.*2 × \$44\.99.*\$89\.98/);
    assert.ok(order.address.includes('12 Harbour Street'));
    assert.ok(order.address.includes('Oakland, California, 94607'));

    await page.reload({ waitUntil: 'networkidle2' });
    assert.equal((await confirmation(page)).number, order.number, 'the page can be reloaded');
    await visit(page, shop);
    assert.equal(await text(page, '[data-cart-count]'), '0', 'the ordered units left the cart');
    assert.deepEqual(page.problems, []);
    await context.close();
  });
}

test('the pages come under a policy without unsafe-inline and unsafe-eval', async () => {
  for (const path of ['/', '/checkout.html', '/order.html', '/qa.html']) {
    const policy = (await fetch(shop.origin + path)).headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/, path);
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'(;|$)/, path);
    assert.match(policy, /style-src 'self'(;|$)/, path);
    assert.ok(!/'unsafe-(inline|eval)'/.test(policy), path);
  }
});

test('a declined card charges nothing, gives the cart back, and another card pays', async () => {
  const context = await device();
  const page = await openPage(context, shop);
  await addProduct(page, shop, 'mighty-mug');
  await page.click('#cart .drawer-foot a');
  await fillAddress(page);
  await toDelivery(page);
  await fillCard(page, await toPayment(page), CARD.declined);
  await pay(page);
  const refused = await confirmation(page);
  assert.equal(refused.payment, 'declined');

  await page.click('.order-head .button');
  await page.waitForSelector('.payment-frame iframe');
  const frame = await (await page.$('.payment-frame iframe')).contentFrame();
  await fillCard(page, frame, CARD.good);
  await pay(page);
  const paid = await confirmation(page);
  assert.equal(paid.payment, 'captured');
  assert.notEqual(paid.number, refused.number);
  assert.equal(paid.total, refused.total);
  assert.deepEqual(page.problems, []);
  await context.close();
});

test('missing and wrong fields are told beside them, at once, with focus on the list', async () => {
  const context = await device();
  const page = await openPage(context, shop);
  await addProduct(page, shop, 'mighty-mug');
  await page.click('#cart .drawer-foot a');
  await page.waitForSelector('#email');
  await page.type('#email', 'nobody@');
  await page.click('.step:not([hidden]) button[type=submit]');
  await page.waitForSelector('.summary-slot [data-error-summary]');
  const told = await texts(page, '.summary-slot li');
  assert.ok(told.length >= 4, told.join(' | '));
  assert.match(told[0], /^E-mail: /);
  assert.ok(
    await page.evaluate(() => document.activeElement.closest('.summary-slot') !== null),
    'focus',
  );
  assert.match(await text(page, '#email-note'), /e-mail address/);
  assert.equal(
    await page.evaluate(() => document.querySelector('#email').getAttribute('aria-describedby')),
    'email-note',
  );
  await page.click('.summary-slot li:nth-child(2) a');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'shippingAddress-country');
  await page.click('#email', { clickCount: 3 });
  await page.type('#email', 'ada@example.com');
  assert.equal(await text(page, '#email-note'), '', 'the message goes away with the mistake');
  await context.close();
});

test('back and reload lose nothing that was filled in', async () => {
  const context = await device();
  const page = await openPage(context, shop);
  await addProduct(page, shop, 'mighty-mug');
  await page.click('#cart .drawer-foot a');
  await fillAddress(page);
  await toDelivery(page);
  await page.goBack();
  assert.equal(
    await page.$eval('#shippingAddress-line1', (field) => field.value),
    '12 Harbour Street',
  );
  await waitSaved(page);
  await page.reload({ waitUntil: 'networkidle2' });
  assert.equal(
    await page.$eval('#shippingAddress-line1', (field) => field.value),
    '12 Harbour Street',
  );
  assert.equal(await page.$eval('#shippingAddress-region', (field) => field.value), 'CA');
  const kept = await page.evaluate(
    () => JSON.stringify(sessionStorage) + JSON.stringify(localStorage),
  );
  assert.ok(!/4242/.test(kept));
  await context.close();
});
