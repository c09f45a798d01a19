// Two devices, one cart: pairing over HTTP, and what a device may do that has not all scopes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { approve, claim, offer, paired, secretOf, stranger } from './support/devices.mjs';
import { Programs } from './support/programs.mjs';
import { hex, Shopper } from './support/shopper.mjs';

let programs;
before(async () => {
  programs = await Programs.start();
});
after(() => programs.close());

test('the new device waits for the answer and is told at once', async () => {
  const old = await Shopper.create(programs);
  const events = await old.events();
  const made = await offer(old);
  assert.equal(made.status, 201);
  assert.match(made.json.code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.equal(made.json.qr.path.slice(0, 6), 'M4 4h7');

  const phone = stranger(old);
  const waiting = await claim(phone, { secret: secretOf(made.json) });
  assert.equal(waiting.json.state, 'waiting');
  const event = await events.next();
  assert.deepEqual([event.event, event.data.label, event.data.check],
    ['pairing', 'Phone', waiting.json.check]);

  const answer = phone.get(`/v1/pairings/${made.json.id}?wait=10`);
  const start = Date.now();
  assert.equal((await approve(old, event.data)).status, 200);
  const { json } = await answer;
  assert.ok(Date.now() - start < 1000);
  assert.equal(json.state, 'approved');
  assert.deepEqual(json.access,
    { cart: old.cart, store: 'tea', currency: 'EUR', scopes: ['view', 'edit', 'checkout'] });
  assert.equal((await events.next()).data.state, 'approved');
  assert.equal((await phone.ops(phone.add('POT', 1))).status, 200);
  events.close();
});

test('a device that connects later is told who waits', async () => {
  const old = await Shopper.create(programs);
  await claim(stranger(old), { code: (await offer(old)).json.code });
  const events = await old.events();
  assert.equal((await events.next()).data.state, 'waiting');
  events.close();
  const list = await old.get(`/v1/carts/${old.cart}/pairings`);
  assert.equal(list.json.pairings.length, 1);
});

test('wrong, used, withdrawn and foreign codes are all answered alike', async () => {
  const old = await Shopper.create(programs);
  const { json } = await offer(old);
  await claim(stranger(old), { code: json.code });
  const withdrawn = (await offer(old)).json;
  const path = `/v1/carts/${old.cart}/pairings/${withdrawn.id}/refuse`;
  assert.equal((await old.send('POST', path)).json.state, 'refused');
  const tried = [json.code, withdrawn.code, 'ABCD-EFGH', 'x', ''].map((code) => ({ code }));
  tried.push({ secret: secretOf(json) }, { secret: secretOf(withdrawn) }, { secret: 'A' }, {});
  for (const given of tried) {
    const answer = await claim(stranger(old), given);
    assert.deepEqual([answer.status, answer.json.code], [404, 'pairing_unknown']);
  }
  assert.equal((await stranger(old).get(`/v1/pairings/${json.id}`)).status, 404);
  assert.equal((await stranger(old).get(`/v1/pairings/${hex(16)}`)).status, 404);
});

test('of 64 devices that claim a code at once one is let wait', async () => {
  const old = await Shopper.create(programs);
  const { json } = await offer(old);
  const answers = await Promise.all(
    Array.from({ length: 64 }, () => claim(stranger(old), { code: json.code })));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.equal(answers.filter(({ status }) => status === 404).length, 63);
});

test('each door asks for its scope', async () => {
  const old = await Shopper.create(programs);
  await old.fill('POT', 1);
  const viewer = await paired(old, { scopes: ['view'] });
  const cart = `/v1/carts/${old.cart}`;
  for (const path of ['', '/log']) assert.equal((await viewer.get(cart + path)).status, 200);
  const refused = [
    ['POST', '/ops', { after: 0, ops: [] }], ['POST', '/shopper', {}], ['POST', '/quote', {}],
    ['GET', '/devices'], ['GET', '/pairings'], ['POST', '/pairings', { base: 'x' }],
    ['POST', `/pairings/${hex(16)}/approve`, { check: '0000' }],
    ['POST', `/pairings/${hex(16)}/refuse`], ['POST', '/restore-links', { days: 1 }],
    ['DELETE', `/restore-links/${hex(16)}`], ['DELETE', `/devices/${hex(16)}`],
    ['POST', '/move', {}],
  ];
  for (const [method, path, body] of refused) {
    const answer = await viewer.send(method, cart + path, body && JSON.stringify(body));
    assert.deepEqual([answer.status, answer.json?.code], [403, 'access_denied'], path);
    const other = await stranger(old).send(method, cart + path, body && JSON.stringify(body));
    assert.deepEqual([other.status, other.json?.code], [401, 'unauthorized'], path);
  }
});

test('the stream of a removed device ends at once', async () => {
  const old = await Shopper.create(programs);
  const phone = await paired(old);
  const events = await phone.events();
  const mine = await old.events();
  const { json } = await old.get(`/v1/carts/${old.cart}/devices`);
  const device = json.devices.find(({ id }) => id !== json.you);
  const start = Date.now();
  const path = `/v1/carts/${old.cart}/devices/${device.id}`;
  assert.equal((await old.send('DELETE', path)).status, 204);
  assert.equal(await events.next(), null);
  assert.ok(Date.now() - start < 1000);
  assert.equal((await phone.snapshot()).status, 401);
  await old.ops(old.add('POT', 1));
  assert.equal((await mine.next()).event, 'op');
  mine.close();
});

test('a stream opened with a capability that was changed ends too', async () => {
  const old = await Shopper.create(programs);
  const events = await old.events();
  const before = old.capability;
  const capability = 'A'.repeat(43);
  assert.equal((await old.post(`/v1/carts/${old.cart}/capability`, { capability })).status, 204);
  assert.equal(await events.next(), null);
  assert.equal((await old.snapshot()).status, 401);
  old.capability = capability;
  assert.equal((await old.snapshot()).status, 200);
  assert.notEqual(before, capability);
});

test('a link restores the cart on a new device', async () => {
  const old = await Shopper.create(programs);
  await old.fill('POT', 2);
  const made = await old.post(`/v1/carts/${old.cart}/restore-links`, { days: 30 });
  assert.equal(made.status, 201);
  const tablet = stranger(old);
  const opened = await tablet.post('/v1/restore', { token: made.json.token, label: 'Tablet' });
  assert.deepEqual([opened.status, opened.json.cart], [200, old.cart]);
  assert.equal((await tablet.snapshot()).json.unitCount, 2);
  const bad = await stranger(old).post('/v1/restore', { token: `${made.json.token}A` });
  assert.deepEqual([bad.status, bad.json.code], [410, 'link_invalid']);
  const path = `/v1/carts/${old.cart}/restore-links`;
  for (const days of [0, 91]) assert.equal((await old.post(path, { days })).status, 400);
  assert.equal((await old.send('DELETE', `${path}/${made.json.id}`)).status, 204);
  const late = await stranger(old).post('/v1/restore', { token: made.json.token });
  assert.equal(late.status, 410);
});
