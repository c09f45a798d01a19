// Signing in over HTTP, the customer's carts, and secrets that no log may hold.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  claim, loginToken, offer, paired, secretOf, signIn, stranger,
} from './support/devices.mjs';
import { Programs } from './support/programs.mjs';
import { hex, Shopper } from './support/shopper.mjs';

let programs;
before(async () => {
  programs = await Programs.start();
});
after(() => programs.close());

const as = (sub) => loginToken(programs, { sub });

test('the old capability opens neither cart after signing in, and its stream ends', async () => {
  const laptop = await Shopper.create(programs);
  await laptop.fill('POT', 3);
  await signIn(laptop, { cart: laptop.cart }, as('ada'));

  const phone = await Shopper.create(programs, { replica: 9 });
  await phone.fill('POT', 2);
  const old = stranger(phone);
  old.capability = phone.capability;
  const events = await old.events({ after: phone.head });
  const { json } = await signIn(phone, { cart: phone.cart }, as('ada'));
  assert.equal(json.cart, laptop.cart);
  assert.deepEqual(json.merged[0].added, [{ sku: 'POT', customizations: [], units: 2 }]);
  while (await events.next());
  for (const cart of [phone.cart, laptop.cart]) {
    assert.equal((await old.get(`/v1/carts/${cart}`)).status, 401);
  }
  const merged = await phone.get(`/v1/carts/${json.cart}`);
  assert.equal(merged.json.unitCount, 5);
});

test('a merge reaches the streams of the customer’s other devices', async () => {
  const laptop = await Shopper.create(programs);
  await signIn(laptop, { cart: laptop.cart }, as('bob'));
  const events = await laptop.events();
  const phone = await Shopper.create(programs, { replica: 9 });
  await phone.fill('CUP-RED', 2);
  await signIn(phone, { cart: phone.cart }, as('bob'));
  const event = await events.next();
  assert.deepEqual([event.event, event.data.op.sku, event.data.op.units], ['op', 'CUP-RED', 2]);
  events.close();
});

test('a token signs in once, and a bad one never', async () => {
  const shopper = await Shopper.create(programs);
  const token = as('carol');
  assert.equal((await signIn(shopper, { cart: shopper.cart }, token)).status, 200);
  const now = Math.floor(Date.now() / 1000);
  const bad = [
    token, `${as('carol')}A`, as('carol').replace('.', '..'), 'x',
    loginToken(programs, { aud: 'toys' }), loginToken(programs, { exp: now - 1 }),
    loginToken(programs, { exp: now + 400 }), loginToken(programs, { jti: undefined }),
  ];
  for (const one of bad) {
    const answer = await signIn(await Shopper.create(programs), {}, one);
    assert.deepEqual([answer.status, answer.json.code], [401, 'login_invalid'], one);
  }
});

test('a customer makes, names, fills, chooses and deletes carts', async () => {
  const shopper = await Shopper.create(programs);
  await shopper.fill('POT', 3);
  await signIn(shopper, { cart: shopper.cart }, as('dan'));
  const saved = hex(16);
  const wanted = { cart: saved, name: 'Later', use: 'saved' };
  const made = await shopper.post('/v1/customer/carts', wanted);
  assert.deepEqual([made.status, made.json.use, made.json.current], [201, 'saved', false]);
  const { json } = await shopper.snapshot();
  const move = { line: json.lines[0].id, to: saved, quantity: 3, units: 1 };
  const moved = await shopper.post(`/v1/carts/${shopper.cart}/move`, move);
  assert.deepEqual([moved.status, moved.json.toHead], [200, 1]);
  const again = await shopper.post(`/v1/carts/${shopper.cart}/move`, move);
  assert.deepEqual([again.status, again.json.code], [409, 'cart_changed']);
  const named = await shopper.post(`/v1/customer/carts/${saved}`, { name: 'One day' });
  assert.equal(named.json.name, 'One day');
  const { carts } = (await shopper.get('/v1/customer/carts')).json;
  assert.deepEqual(carts.map(({ name, unitCount, current }) => [name, unitCount, current]),
    [['', 2, true], ['One day', 1, false]]);
  assert.equal((await shopper.send('DELETE', `/v1/customer/carts/${saved}`)).status, 204);
  assert.equal((await shopper.get(`/v1/carts/${saved}`)).status, 401);
  assert.equal((await shopper.send('POST', '/v1/logout')).status, 204);
  assert.equal((await shopper.snapshot()).status, 401);
  assert.equal((await shopper.get('/v1/customer/carts')).status, 401);
});

test('no secret is ever written to the log', async () => {
  const own = await Programs.start({ config: ['log_level = "debug"'] });
  const old = await Shopper.create(own);
  const secrets = [old.capability];
  const made = (await offer(old)).json;
  secrets.push(made.code, made.code.replace('-', ''), secretOf(made));
  await claim(stranger(old), { secret: secretOf(made) });
  const phone = await paired(old);
  const link = (await old.post(`/v1/carts/${old.cart}/restore-links`, { days: 1 })).json.token;
  const tablet = stranger(old);
  await tablet.post('/v1/restore', { token: link });
  await tablet.post('/v1/restore', { token: `${link}A` });
  const token = loginToken(own, { sub: 'a person who must not be logged' });
  secrets.push(phone.capability, tablet.capability, link, token);
  await signIn(old, { cart: old.cart }, token);
  await signIn(stranger(old), {}, token);
  secrets.push(old.capability, own.loginSecret(), own.workerSecret(), 'must not be logged');
  await old.send('POST', '/v1/logout');
  const { lines } = await own.kill('server', 'SIGTERM');
  await own.close();
  assert.ok(lines.includes('/v1/pairings/claim'));
  for (const secret of secrets) assert.ok(!lines.includes(secret));
});
