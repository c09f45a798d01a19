// The card form in its frame, in a real browser: under the strictest policy, Trusted Types
// enforced.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Frame, Page } from 'puppeteer-core';
import { eventually, inPage, openTab, origins, scene, skip } from './support/chromium.js';

const card = { number: '4242424242424242', expiry: '1230', code: '123', name: 'Ada Lovelace' };
const quote = {
  id: '11'.repeat(16),
  cart: '12'.repeat(16),
  merchant: '22'.repeat(16),
  cartHash: '33'.repeat(32),
  amount: 1234,
  currency: 'USD',
  exponent: 2,
  storeVersion: 1,
  mac: '',
};

async function mount(page: Page, appearance = {}): Promise<Frame> {
  const options = JSON.stringify({ origin: origins.seal, appearance });
  await inPage(
    page,
    `const { mountPayment } = await import('/sealcart/seal.js');
     globalThis.heard = [];
     globalThis.payment = await mountPayment(document.querySelector('main'), ${options});
     payment.addEventListener('change', (event) => heard.push(event.detail));`,
  );
  return (await page.waitForSelector('iframe'))!.contentFrame();
}

/** The code of the refusal and core/seal's reason. */
function seal(page: Page, change: object = {}): Promise<string> {
  const sealed = JSON.stringify({ ...quote, ...change });
  return inPage(
    page,
    `const times = { issuedAtMs: Date.now(), expiresAtMs: Date.now() + 60_000 };
     const request = { quote: { ...${sealed}, ...times }, keys: 'AAAA' };
     const refused = (error) => error.code + ' ' + error.cause.message;
     return payment.seal(request).then((token) => token, refused);`,
  );
}

async function fill(frame: Frame): Promise<void> {
  for (const [field, text] of Object.entries(card)) await frame.type(`#${field}`, text);
}
const valueOf = (frame: Frame, field: string) =>
  frame.$eval(`#${field}`, (input) => (input as HTMLInputElement).value);
const errorsOf = (frame: Frame) =>
  frame.$$eval('.error', (lines) => lines.map((line) => line.textContent));
const styleOf = (frame: Frame, name: string) =>
  frame.evaluate((n) => document.documentElement.style.getPropertyValue(n), name);

test('the card form groups what is typed and tells its problems beside the fields', { skip }, () =>
  scene(async (context) => {
    const { page, complaints } = await openTab(context);
    const frame = await mount(page);
    assert.match(await seal(page), /^field_required/);
    assert.ok((await errorsOf(frame)).every((text) => text !== ''));
    assert.equal(await frame.evaluate(() => document.activeElement?.id), 'number');
    await fill(frame);
    assert.equal(await valueOf(frame, 'number'), '4242 4242 4242 4242');
    assert.equal(await valueOf(frame, 'expiry'), '12 / 30');
    assert.deepEqual(await errorsOf(frame), ['', '', '', '']);
    await eventually(() => inPage(page, 'return payment.complete;'), 'complete');
    assert.deepEqual(complaints, []);
  }),
);

test('it seals to keys under a pinned root only, for the pinned merchant only', { skip }, () =>
  scene(async (context) => {
    const { page, complaints } = await openTab(context);
    const frame = await mount(page);
    await fill(frame);
    assert.equal(await seal(page), 'seal_keys_refused manifest_encoding');
    const other = await seal(page, { merchant: '44'.repeat(16) });
    assert.equal(other, 'seal_keys_refused manifest_merchant');
    assert.equal(await inPage(page, 'return payment.lastToken;'), '');
    assert.doesNotMatch(await inPage<string>(page, 'return JSON.stringify(heard);'), /4242/);
    assert.deepEqual(complaints, []);
  }),
);

test('it takes the looks of the page, checked, and its own height', { skip }, () =>
  scene(async (context) => {
    const { page } = await openTab(context);
    const colors = { accent: '#123456', text: 'url(https://example.com)' };
    const frame = await mount(page, { scheme: 'dark', colors, radius: '3px' });
    assert.equal(await styleOf(frame, '--accent'), '#123456');
    assert.equal(await styleOf(frame, '--radius'), '3px');
    assert.equal(await styleOf(frame, '--text'), '');
    assert.equal(await frame.evaluate(() => getComputedStyle(document.body).colorScheme), 'dark');
    const inner = await frame.evaluate(() => document.documentElement.scrollHeight);
    const height = () => page.$eval('iframe', (element) => element.offsetHeight);
    await eventually(async () => Math.abs((await height()) - inner) <= 1, 'the height');
  }),
);

test('a frame that is not there is told, not waited for without end', { skip }, () =>
  scene(async (context) => {
    const { page } = await openTab(context);
    const gone = await inPage(
      page,
      `const { mountPayment } = await import('/sealcart/seal.js');
       const timer = globalThis.setTimeout;
       globalThis.setTimeout = (work, ms, ...more) => timer(work, ms / 50, ...more);
       const options = { origin: location.origin.replace(/:\\d+$/, ':9') };
       return mountPayment(document.querySelector('main'), options).catch((error) => error.code);`,
    );
    assert.equal(gone, 'env_network');
    assert.equal(await page.$('iframe'), null);
  }),
);
