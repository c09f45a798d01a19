// Too many connections, too many requests, too many guesses: some are turned away, the rest is
// served. Loopback is taken for a proxy by default; here it is not.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';

import { Programs } from './support/programs.mjs';
import { fieldsOf, raw, statusOf } from './support/raw.mjs';
import { Shopper } from './support/shopper.mjs';

let programs;
before(async () => {
  programs = await Programs.start({
    config: [
      'trusted_proxies = ["127.9.0.0/16"]',
      'connections = 40',
      'connections_per_address = 20',
      'requests_per_address = 5',
      'failures_per_address = 2',
      'requests_per_cart = 10',
    ],
  });
});
after(() => programs.close());

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

// An open socket from an address of this machine that says nothing, or a little.
function hold(localAddress, text = '') {
  const socket = connect({ port: programs.port, host: '127.0.0.1', localAddress });
  socket.on('error', () => {});
  socket.closedByServer = new Promise((done) => socket.on('close', done));
  return new Promise((done) => socket.on('connect', () => socket.write(text, () => done(socket))));
}

function ask(localAddress, path, fields = []) {
  const lines = [`GET ${path} HTTP/1.1`, 'Host: x', 'Connection: close', ...fields, '', ''];
  return raw(programs.port, lines.join('\r\n'), { localAddress });
}

test('one address holds 20 connections, others are let in', async () => {
  const held = await Promise.all(Array.from({ length: 20 }, () => hold('127.0.1.1', 'GET')));
  const more = await hold('127.0.1.1', 'GET');
  await more.closedByServer;
  assert.equal(statusOf(await ask('127.0.1.2', '/healthz')), 200);
  for (const socket of held) socket.destroy();
});

test('when every place is taken the slowest gives way', async () => {
  const held = [];
  for (const address of ['127.0.2.1', '127.0.2.2']) {
    for (let i = 0; i < 20; ++i) held.push(await hold(address, 'GET'));
  }
  const first = Promise.race([held[0].closedByServer.then(() => 'closed'), sleep(4000)]);
  for (let i = 0; i < 5; ++i) assert.equal(statusOf(await ask('127.0.2.3', '/healthz')), 200);
  assert.equal(await first, 'closed');
  for (const socket of held) socket.destroy();
});

test('an address that asks too often waits, another does not', async () => {
  let limited;
  for (let i = 0; i < 200 && !limited; ++i) {
    const answer = await ask('127.0.3.1', '/v1/stores');
    if (statusOf(answer) === 429) limited = answer;
  }
  assert.ok(limited, 'none of 200 answers was 429');
  assert.equal(fieldsOf(limited)['retry-after'], '1');
  assert.match(limited, /"code":"rate_limited".*"params":\{"seconds":"1"\}/);
  assert.equal(statusOf(await ask('127.0.3.2', '/v1/stores')), 200);
  assert.equal(statusOf(await ask('127.0.3.1', '/')), 200, 'files are not counted');
});

test('guesses at a cart shut it for that address: 429 before the secret is looked at', async () => {
  const shopper = await Shopper.create(programs);
  const path = `/v1/carts/${shopper.cart}`;
  const wrong = `Authorization: Bearer ${'A'.repeat(43)}`;
  const right = `Authorization: Bearer ${shopper.capability}`;
  const statuses = [];
  for (let i = 0; i < 10; ++i) statuses.push(statusOf(await ask('127.0.4.1', path, [wrong])));
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 401, 401, 401, 429, 429]);
  assert.equal(statusOf(await ask('127.0.4.1', path, [right])), 429);
  assert.equal(statusOf(await ask('127.0.4.2', path, [right])), 200);
  const other = await Shopper.create(programs);
  const open = [`Authorization: Bearer ${other.capability}`];
  assert.equal(statusOf(await ask('127.0.4.1', `/v1/carts/${other.cart}`, open)), 200);
});

test('a cart is asked for 10 times a second, 40 at once, by everybody together', async () => {
  const shopper = await Shopper.create(programs);
  const right = [`Authorization: Bearer ${shopper.capability}`];
  const statuses = [];
  for (let round = 0; round < 10; ++round) {
    const one = (i) => ask(`127.0.5.${1 + round * 12 + i}`, `/v1/carts/${shopper.cart}`, right);
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => one(i)));
    statuses.push(...answers.map(statusOf));
  }
  const served = statuses.filter((status) => status === 200).length;
  assert.ok(served >= 40 && served < 120, `${served}`);
  assert.equal(statuses.filter((status) => status === 429).length, 120 - served);
});

test('who a proxy names is counted, and only a proxy is believed', async () => {
  const shopper = await Shopper.create(programs);
  const path = `/v1/carts/${shopper.cart}`;
  const guess = (from, named) =>
    ask(from, path, [`Authorization: Bearer ${'A'.repeat(43)}`, `X-Forwarded-For: ${named}`]);
  for (let i = 0; i < 8; ++i) await guess('127.9.0.1', '198.51.100.1');
  assert.equal(statusOf(await guess('127.9.0.1', '203.0.113.5, 198.51.100.1')), 429);
  assert.equal(statusOf(await guess('127.9.0.1', '198.51.100.2')), 401);
  const twoFields = '203.0.113.6\r\nX-Forwarded-For: 198.51.100.1';
  assert.equal(statusOf(await guess('127.9.0.1', twoFields)), 429);
  for (let i = 0; i < 8; ++i) await guess('127.0.6.1', `198.51.100.${100 + i}`);
  assert.equal(statusOf(await guess('127.0.6.1', '198.51.100.99')), 429);
});
