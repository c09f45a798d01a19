// A broken deployment is told in one sentence that names the cause and the fix.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './support/browser.mjs';
import { openedShop } from './support/opened-shop.mjs';

const { shop, chromium } = await openedShop();

/** What the page says when `answer(request)` replaces what the server would have said. */
async function said(answer) {
  const context = await chromium.browser.createBrowserContext();
  const page = await openPage(context, shop);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void Promise.resolve(answer(request)).then((instead) =>
      instead ? request.respond(instead) : request.continue(),
    );
  });
  await page.goto(shop.origin, { waitUntil: 'domcontentloaded' });
  const alert = await page.waitForSelector('[role=alert]', { timeout: 10_000 });
  const words = await alert.evaluate((element) => element.textContent.trim());
  await context.close();
  return words;
}

const isWasm = (request) => request.url().endsWith('/sealcart/cart.wasm');

async function changedWasm() {
  const bytes = Buffer.from(await (await fetch(`${shop.origin}/sealcart/cart.wasm`)).arrayBuffer());
  bytes[bytes.length - 1] ^= 1;
  return { status: 200, contentType: 'application/wasm', body: bytes };
}

async function weakerPolicy(request) {
  if (request.resourceType() !== 'document') return undefined;
  const answer = await fetch(request.url());
  const policy = answer.headers.get('content-security-policy').replace(" 'wasm-unsafe-eval'", '');
  return {
    status: 200,
    contentType: 'text/html',
    headers: { 'content-security-policy': policy },
    body: await answer.text(),
  };
}

const CASES = [
  [
    '404',
    (request) => isWasm(request) && { status: 404, contentType: 'text/plain', body: 'no' },
    /not found at .*cart\.wasm.*serve cart\.wasm there/i,
  ],
  [
    'a page instead of the file',
    (request) => isWasm(request) && { status: 200, contentType: 'text/html', body: '<p>hello' },
    /cart\.wasm is served as text\/html.*application\/wasm/i,
  ],
  [
    'a changed file',
    (request) => (isWasm(request) ? changedWasm() : undefined),
    /does not match its integrity value.*same release/i,
  ],
  [
    'a policy without wasm-unsafe-eval',
    weakerPolicy,
    /Content-Security-Policy forbids WebAssembly.*'wasm-unsafe-eval'/i,
  ],
];

for (const [name, answer, wanted] of CASES) {
  test(`${name}: one sentence with cause and fix`, async () => {
    const words = await said(answer);
    assert.match(words, wanted);
    assert.equal(words.split(/[.!?](?= [A-Z])/).length, 1, `one sentence: ${words}`);
    console.log(`${words}`);
  });
}
