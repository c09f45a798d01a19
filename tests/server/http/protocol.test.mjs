// HTTP itself: headers, limits, methods, static files, hostile bytes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Programs } from './support/programs.mjs';
import { raw, statusOf } from './support/raw.mjs';
import { hex, Shopper } from './support/shopper.mjs';

let programs;
let shopper;
before(async () => {
  programs = await Programs.start({ config: ['log_level = "debug"'] });
  shopper = await Shopper.create(programs);
});
after(() => programs.close());

const get = (path, options) => fetch(programs.url + path, options);

const JSON_BODY = 'Content-Type: application/json';
const message = (...lines) => [...lines, 'Host: x', '', ''].join('\r\n');
const ask = (...lines) => raw(programs.port, message(...lines));

test('pages carry a strict policy and safe headers', async () => {
  const { headers } = await get('/');
  assert.equal(
    headers.get('content-security-policy'),
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
      "font-src 'self'; connect-src 'self'; frame-src 'self' " +
      `http://127.0.0.1:${programs.sealPort} http://localhost:${programs.sealPort}; ` +
      "base-uri 'none'; form-action 'self'; frame-ancestors 'self'; manifest-src 'self'",
  );
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('referrer-policy'), 'no-referrer');
  assert.equal(headers.get('content-type'), 'text/html; charset=utf-8');
});

test('the seal frame is an origin of its own that only the shop may show', async () => {
  const answer = await fetch(`${programs.sealUrl}/frame.html`);
  const policy = answer.headers.get('content-security-policy');
  assert.match(
    policy,
    new RegExp(`frame-ancestors http://127\\.0\\.0\\.1:${programs.port} http://localhost:`),
  );
  assert.match(policy, /form-action 'none'/);
  assert.equal(answer.headers.get('x-frame-options'), null);
  assert.equal((await fetch(`${programs.sealUrl}/v1/stores`)).status, 404);
  assert.equal((await get('/frame.html')).status, 404);
});

test('answers that are data may not be shown as a page', async () => {
  const { headers } = await get('/v1/stores');
  assert.equal(
    headers.get('content-security-policy'),
    "default-src 'none'; frame-ancestors 'none'",
  );
  assert.equal((await shopper.snapshot()).headers.get('cache-control'), 'no-store');
});

test('the Wasm module has its type and is not sent twice', async () => {
  const first = await get('/cart.wasm');
  assert.equal(first.headers.get('content-type'), 'application/wasm');
  const again = await get('/cart.wasm', {
    headers: { 'if-none-match': first.headers.get('etag') },
  });
  assert.equal(again.status, 304);
});

test('store and catalogue are not sent twice', async () => {
  for (const path of ['/v1/stores', '/v1/stores/tea', '/v1/stores/tea/catalog?skus=POT']) {
    const first = await get(path);
    assert.equal(first.status, 200, path);
    const again = await get(path, { headers: { 'if-none-match': first.headers.get('etag') } });
    assert.equal(again.status, 304, path);
  }
});

test('the availability of a product comes without its variants', async () => {
  const slice = await (await get('/v1/stores/tea/catalog?skus=CUP-RED')).json();
  const [{ id, title, options, variants }] = slice.products;
  const answer = await get(`/v1/stores/tea/products/${id}/availability`);
  assert.equal(answer.status, 200);
  const { availability, ...rest } = await answer.json();
  assert.deepEqual(rest, { product: id, title, options });
  assert.match(availability, /^[\w-]+$/);
  assert.ok(availability.length < 4 * variants.length + 16);
  assert.equal((await get('/v1/stores/tea/products/none/availability')).status, 404);
  assert.equal((await get('/v1/stores/none/products/cup/availability')).status, 404);
});

test('the catalogue is read by SKU, by product and page by page', async () => {
  const ids = async (query) =>
    (await (await get(`/v1/stores/tea/catalog?${query}`)).json()).products.map((p) => p.id);
  assert.deepEqual(await ids('skus=CUP-BLUE,NONE,CUP-RED'), ['cup']);
  const asked = await (await get('/v1/stores/tea/catalog?skus=CUP-BLUE,NONE,CUP-RED')).json();
  assert.deepEqual(asked.gone, ['NONE']);
  assert.deepEqual(await ids('products=pot,none'), ['pot']);
  assert.deepEqual(await ids('limit=1'), ['cup']);
  assert.deepEqual(await ids('after=cup&limit=1'), ['pot']);
  assert.deepEqual(await ids('category=Kitchen'), ['pot']);
  assert.equal((await get(`/v1/stores/tea/catalog?skus=${Array(300).fill('A')}`)).status, 400);
  assert.equal((await get('/v1/stores/coffee')).status, 404);
});

test('HEAD is GET without the body', async () => {
  const answer = await ask('HEAD / HTTP/1.1', 'Connection: close');
  assert.equal(statusOf(answer), 200);
  assert.match(answer, /Content-Length: 34/i);
  assert.ok(answer.endsWith('\r\n\r\n'));
});

test('a connection ends after its answer when the client asks for that', async () => {
  const started = Date.now();
  const answer = await ask('GET /healthz HTTP/1.1', 'Connection: close');
  assert.match(answer, /\r\nConnection: close\r\n/i);
  assert.ok(Date.now() - started < 5_000, 'closed by the server, not by the limit of the wait');
});

test('OPTIONS and wrong methods name the right ones', async () => {
  const options = await get('/v1/carts', { method: 'OPTIONS' });
  assert.deepEqual([options.status, options.headers.get('allow')], [204, 'POST, OPTIONS']);
  const headers = { 'x-sealcart': '1' };
  const wrong = await get('/v1/stores', { method: 'DELETE', headers });
  assert.deepEqual([wrong.status, wrong.headers.get('allow')], [405, 'GET, HEAD, OPTIONS']);
  assert.equal((await wrong.json()).code, 'method_not_allowed');
  assert.equal(
    (
      await get('/index.html', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
    ).status,
    405,
  );
});

test('no path leads out of the site', async () => {
  const paths = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/a/../../secret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/site/../../secret.txt',
    '/%00',
    '/.%2e/secret.txt',
  ];
  for (const path of paths) {
    const answer = await ask(`GET ${path} HTTP/1.1`, 'Connection: close');
    assert.ok([400, 404].includes(statusOf(answer)), `${path}: ${answer.slice(0, 40)}`);
    assert.ok(!answer.includes('not for the web'));
  }
});

test('a body is JSON, and not packed', async () => {
  const { cart } = shopper;
  const send = (headers) => shopper.send('POST', `/v1/carts/${cart}/ops`, '{"ops":[]}', headers);
  assert.equal((await send({})).status, 200);
  assert.equal((await send({ 'content-type': 'application/json; charset=utf-8' })).status, 200);
  for (const headers of [
    { 'content-type': 'text/plain' },
    { 'content-encoding': 'gzip' },
    { 'content-encoding': 'br' },
  ]) {
    const answer = await send(headers);
    assert.deepEqual([answer.status, answer.json.code], [415, 'media_type_unsupported']);
  }
});

test('a body of 64 KiB is read, one byte more is not', async () => {
  const path = `/v1/carts/${shopper.cart}/ops`;
  const fill = (bytes) => `{"ops":[]}${' '.repeat(bytes - 10)}`;
  assert.equal((await shopper.send('POST', path, fill(64 * 1024))).status, 200);
  const answer = await shopper.send('POST', path, fill(64 * 1024 + 1));
  assert.deepEqual(
    [answer.status, answer.json.code, answer.json.params],
    [413, 'json_too_large', { bytes: String(64 * 1024 + 1), max: String(64 * 1024) }],
  );
});

test('a chunked body has the same limit', async () => {
  const line = `POST /v1/carts/${shopper.cart}/ops HTTP/1.1`;
  const head = message(line, JSON_BODY, 'Transfer-Encoding: chunked');
  const chunk = `8000\r\n${' '.repeat(0x8000)}\r\n`;
  const answer = await raw(programs.port, [head, chunk, chunk, chunk, '0\r\n\r\n']);
  assert.equal(statusOf(answer), 413);
});

test('two lengths are a trap and refused', async () => {
  const lengths = ['Content-Length: 4', 'Transfer-Encoding: chunked'];
  const head = message('POST /v1/carts HTTP/1.1', JSON_BODY, ...lengths);
  const answer = await raw(programs.port, `${head}0\r\n\r\n${message('GET / HTTP/1.1')}`);
  assert.equal(statusOf(answer), 400);
  assert.equal(answer.match(/^HTTP\/1\.1 /gm).length, 1);
});

test('what is not HTTP is told so', async () => {
  assert.equal(statusOf(await raw(programs.port, 'hello\r\n\r\n')), 400);
  assert.equal(statusOf(await ask('GET / HTTP/1.1', 'Host : x')), 400);
  assert.equal(statusOf(await ask('GET nowhere HTTP/1.1')), 400);
});

test('headers are bounded in size and number', async () => {
  const long = `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(17 * 1024)}\r\n\r\n`;
  assert.equal(statusOf(await raw(programs.port, long)), 431);
  const many = `GET / HTTP/1.1\r\nHost: x\r\n${'A: b\r\n'.repeat(70)}\r\n`;
  assert.equal(statusOf(await raw(programs.port, many)), 431);
});

test('slow headers are cut off after 5 s, and others do not wait for them', async () => {
  const start = Date.now();
  const slow = raw(programs.port, Array(20).fill('G'), { pauseMs: 400 });
  assert.equal((await get('/')).status, 200);
  assert.ok(Date.now() - start < 1000);
  assert.equal(await slow, '');
  const took = Date.now() - start;
  assert.ok(took > 4000 && took < 8000, `${took} ms`);
});

test('a body that stops is cut off after 5 s, a slow one goes on up to 10', async () => {
  const head = message('POST /v1/carts HTTP/1.1', JSON_BODY, 'Content-Length: 60000');
  const timed = async (...how) => {
    const start = Date.now();
    const answer = await raw(programs.port, ...how);
    return { answer, took: Date.now() - start };
  };
  const [stopped, slow] = await Promise.all([
    timed(`${head}{`, { waitMs: 14_000 }),
    timed([head, ...Array(14).fill(' '.repeat(2000))], { waitMs: 14_000, pauseMs: 1000 }),
  ]);
  assert.equal(stopped.answer + slow.answer, '');
  assert.ok(stopped.took > 4500 && stopped.took < 7000, `${stopped.took} ms`);
  assert.ok(slow.took > 9500 && slow.took < 12_500, `${slow.took} ms`);
});

test('a connection serves 100 requests and then closes', async () => {
  const request = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';
  const answer = await raw(programs.port, request.repeat(120));
  assert.equal(answer.split('HTTP/1.1 200').length - 1, 100);
  assert.match(answer, /Connection: close/i);
});

test('a capability opens its own cart only', async () => {
  const other = await Shopper.create(programs);
  const path = `/v1/carts/${other.cart}`;
  assert.deepEqual([(await shopper.get(path)).status, (await other.get(path)).status], [401, 200]);
  const answer = await fetch(programs.url + path);
  assert.deepEqual([answer.status, answer.headers.get('www-authenticate')], [401, 'Bearer']);
  assert.equal((await shopper.get(`/v1/carts/${hex(16)}`)).json.code, 'cart_unknown');
  const thief = new Shopper(programs, { cart: shopper.cart });
  const made = await thief.make();
  assert.equal(made.status, 401);
});

test('making a cart again changes nothing', async () => {
  assert.equal(shopper.made.status, 201);
  const again = await shopper.make();
  assert.deepEqual([again.status, again.json.cart], [200, shopper.cart]);
});

test('the worker has its own door', async () => {
  for (const path of ['/v1/worker/claim', '/v1/worker/result']) {
    const answer = await shopper.post(path, {});
    assert.deepEqual([answer.status, answer.json.code], [401, 'unauthorized'], path);
  }
});

test('without a worker there are no keys, and the answer says to come back', async () => {
  const answer = await get('/v1/keys');
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '1']);
  assert.equal((await answer.json()).code, 'unavailable');
});

test('the log has no secret in it', async () => {
  assert.ok(programs.server.lines.includes(shopper.cart));
  assert.ok(!programs.server.lines.includes(shopper.capability));
  for (const line of programs.server.lines.trim().split('\n')) JSON.parse(line);
});
