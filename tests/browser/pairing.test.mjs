// A second device comes to a cart the way a shopper does it: a code typed there and approved here,
// and a restore link. In the demo's pages, against the real server.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, until } from './support/browser.mjs';
import { openedShop } from './support/opened-shop.mjs';
import { addProduct, cartShown, text, visit, waitSaved } from './support/shopper.mjs';

const { shop, chromium } = await openedShop();

async function twoDevices() {
  const contexts = await Promise.all([1, 2].map(() => chromium.browser.createBrowserContext()));
  const [here, there] = await Promise.all(contexts.map((context) => openPage(context, shop)));
  await addProduct(here, shop, 'mighty-mug');
  await waitSaved(here);
  await visit(here, shop, '/devices.html');
  await here.waitForSelector('.device');
  return { here, there, close: () => Promise.all(contexts.map((context) => context.close())) };
}

const sameCart = async (here, there) => {
  await there.waitForSelector('#cart[open] .line');
  assert.deepEqual((await cartShown(there)).lines, { 'MIGHTY-MUG': 1 });
  await until(
    here,
    () => document.querySelectorAll('[aria-label="Devices"] .device').length,
    (devices) => devices === 2,
    { what: 'both devices are listed' },
  );
};

test('a code typed on the new device and approved on the old one opens the cart', async () => {
  const { here, there, close } = await twoDevices();
  await here.click('#offer');
  await here.waitForSelector('.offer-code .qr path[d^="M"]');
  const code = await text(here, '.offer .code');
  assert.match(code, /^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  await visit(there, shop, '/devices.html');
  await there.waitForSelector('#code');
  await there.type('#code', code.toLowerCase().replace('-', ' '));
  await there.keyboard.press('Enter');
  await there.waitForSelector('.check-number');
  await here.waitForSelector('.offer-answer');
  assert.equal(await text(here, '.check-number'), await text(there, '.check-number'));
  await here.click('.offer-answer .button');
  await sameCart(here, there);
  assert.deepEqual([...here.problems, ...there.problems], []);
  await close();
});

test('a restore link opens the cart, and its device can be removed', async () => {
  const { here, there, close } = await twoDevices();
  await here.click('#make-link');
  const link = await (await here.waitForSelector('#restore-link')).evaluate((it) => it.value);
  await there.goto(link, { waitUntil: 'networkidle2' });
  await there.waitForSelector('#cart[open] .line');
  await here.reload();
  await here.waitForSelector('.device .link-button');
  await sameCart(here, there);
  await here.click('[aria-label="Devices"] .link-button');
  await until(
    here,
    () => document.querySelectorAll('[aria-label="Devices"] .device').length,
    (devices) => devices === 1,
    { what: 'removed' },
  );
  await close();
});
