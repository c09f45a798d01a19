// Orders paid by the real worker, with tokens sealed as the seal frame seals them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Programs } from './support/programs.mjs';
import { card, Shopper } from './support/shopper.mjs';

const NUMBER = '4242424242424242';
let programs;
before(async () => {
  programs = await Programs.start({ payd: true });
});
after(() => programs.close());

async function filled(sku = 'CUP-GREEN', units = 1) {
  const shopper = await Shopper.create(programs);
  await shopper.fill(sku, units);
  return shopper;
}

async function pay(shopper, payload) {
  const request = await shopper.orderRequest(payload);
  const placed = await shopper.place(request);
  assert.equal(placed.status, 201, placed.text);
  return { request, order: await shopper.settled(request.order) };
}

async function stockOf(sku) {
  const answer = await fetch(`${programs.url}/v1/stores/tea/catalog?skus=${sku}`);
  const { products } = await answer.json();
  return products[0].variants.find((variant) => variant.sku === sku).stock;
}

test('an order is placed, captured and told to every device', async () => {
  const shopper = await filled('CUP-GREEN', 2);
  const before = await stockOf('CUP-GREEN');
  const events = await shopper.events({ after: shopper.head });
  const { order } = await pay(shopper, card(NUMBER));
  assert.deepEqual([order.payment, order.grandTotal, order.currency], ['captured', 2890, 'EUR']);
  assert.match(order.number, /^SC-1000\d\d$/);
  assert.match(order.paymentReference, /^SIM-/);
  assert.equal(await stockOf('CUP-GREEN'), before - 2);
  const states = [];
  while (states.at(-1) !== 'captured') {
    const event = await events.next();
    if (event.event === 'order') states.push(event.data.payment);
    else assert.equal(event.data.op.kind, 'order');
  }
  assert.deepEqual(states, ['created', 'captured']);
  events.close();
});

test('a declined card gives stock and cart back, and the shopper pays with another', async () => {
  const shopper = await filled('CUP-BLUE');
  assert.equal(await stockOf('CUP-BLUE'), 1);
  const { order } = await pay(shopper, card('4000000000000002'));
  assert.equal(order.payment, 'declined');
  assert.equal(await stockOf('CUP-BLUE'), 1);
  const { json } = await shopper.snapshot();
  assert.deepEqual(
    json.lines.map((line) => [line.sku, line.quantity]),
    [['CUP-BLUE', 1]],
  );
  shopper.head = (await shopper.get(`/v1/carts/${shopper.cart}/log`)).json.head;
  assert.equal((await pay(shopper, card(NUMBER))).order.payment, 'captured');
  assert.equal(await stockOf('CUP-BLUE'), 0);
});

test('a lost answer is unknown first and captured later, charged once', async () => {
  const shopper = await filled();
  const request = await shopper.orderRequest(card('4000000000000119'));
  await shopper.place(request);
  assert.equal((await shopper.settled(request.order, ['unknown'])).payment, 'unknown');
  assert.equal((await shopper.settled(request.order)).payment, 'captured');
});

test('a capture of another amount waits for a person', async () => {
  const shopper = await filled();
  assert.equal((await pay(shopper, card('4000000000000127'))).order.payment, 'review');
});

test('a token with a provider token inside pays too', async () => {
  const shopper = await filled();
  const { order } = await pay(shopper, JSON.stringify({ type: 'provider', token: 'sim_approved' }));
  assert.equal(order.payment, 'captured');
});

test('a slow charge does not hold up the others', async () => {
  const [slow, quick] = [await filled(), await filled()];
  const request = await slow.orderRequest(card('4000000000000259'));
  await slow.place(request);
  const start = Date.now();
  assert.equal((await pay(quick, card(NUMBER))).order.payment, 'captured');
  assert.ok(Date.now() - start < 4000);
  assert.equal((await slow.get(`/v1/orders/${request.order}`)).json.payment, 'claimed');
  assert.equal((await slow.settled(request.order)).payment, 'captured');
});

test('a token sealed for a smaller total never reaches the provider', async () => {
  const shopper = await filled('POT');
  const quote = (await shopper.quote()).json;
  const request = await shopper.orderRequest();
  request.token = await shopper.seal({ ...quote, id: request.quote, amount: 1 }, card(NUMBER));
  const refused = await shopper.place(request);
  assert.deepEqual([refused.status, refused.json.code], [422, 'token_mismatch']);
});

test('a token whose clear header was changed on the way is declined', async () => {
  const shopper = await filled('POT');
  const request = await shopper.orderRequest();
  // The jti (bytes 124 to 139) is the one field the endpoint cannot compare.
  const token = Buffer.from(request.token, 'base64url');
  token[130] ^= 1;
  request.token = token.toString('base64url');
  assert.equal((await shopper.place(request)).status, 201);
  assert.equal((await shopper.settled(request.order)).payment, 'declined');
});

test('an order is read with the capability of its cart only', async () => {
  const shopper = await filled();
  const { request } = await pay(shopper, card(NUMBER));
  const stranger = await Shopper.create(programs);
  assert.equal((await stranger.get(`/v1/orders/${request.order}`)).status, 401);
  assert.equal(
    (await stranger.place({ ...request, cart: stranger.cart })).json.code,
    'idempotency_mismatch',
  );
});

test('a worker that is killed in the middle of a charge charges once', async () => {
  const shopper = await filled();
  const request = await shopper.orderRequest(card('4000000000000119'));
  await shopper.place(request);
  await shopper.settled(request.order, ['claimed', 'unknown']);
  await programs.kill('payd');
  await programs.startPayd();
  // Claimed again when the lease of 60 s ends, or asked again when `unknown` was told before.
  assert.equal((await shopper.settled(request.order, ['captured'], 1600)).payment, 'captured');
});

test('no card number is in any file, log line or answer of the endpoint', () => {
  const files = (folder) =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      const found = statSync(path);
      if (found.isDirectory()) return files(path);
      return found.isFile() ? [path] : []; // a socket holds nothing
    });
  const all = files(programs.folder);
  assert.ok(all.some((path) => path.endsWith('shop.db')));
  for (const path of all) assert.ok(!readFileSync(path, 'latin1').includes(NUMBER), path);
  assert.ok(!(programs.server.lines + programs.payd.lines).includes(NUMBER));
});

test("the key that opens tokens is its owner's alone", () => {
  for (const name of [
    'private/keys',
    'private/root.seed',
    'worker.secret',
    'shop.db',
    'tokens.db',
  ]) {
    assert.equal(statSync(join(programs.folder, name)).mode & 0o777, 0o600, name);
  }
});
