// Which pages may use the API: method × origin, preflights, and what a page may read.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Programs } from './support/programs.mjs';
import { bodyOf, fieldsOf, raw, statusOf } from './support/raw.mjs';
import { hex } from './support/shopper.mjs';

const FRIEND = 'https://shop.example';
let programs;
before(async () => {
  programs = await Programs.start({ config: [`allowed_origins = ["${FRIEND}"]`] });
});
after(() => programs.close());

const own = () => programs.url;
const capability = 'A'.repeat(43);

// One request of a browser or a program, byte by byte: fetch() sets such fields itself.
async function send(method, path, fields, body) {
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: x', 'Connection: close'];
  for (const [name, value] of Object.entries(fields)) lines.push(`${name}: ${value}`);
  if (body) lines.push('Content-Type: application/json', `Content-Length: ${body.length}`);
  const answer = await raw(programs.port, [...lines, '', body ?? ''].join('\r\n'));
  const json = bodyOf(answer).startsWith('{') ? JSON.parse(bodyOf(answer)) : null;
  return { status: statusOf(answer), fields: fieldsOf(answer), code: json?.code, json };
}

const strangers = [
  'null',
  'https://shop.example.evil.example',
  'https://evil-shop.example',
  'https://sub.shop.example',
  'https://example',
  'http://shop.example',
  'https://shop.example:8443',
  'https://shop.example/',
  'https://SHOP.example',
  'https://shop.example,https://evil.example',
  '*',
  'file://',
  '',
];

test('no origin but the listed ones is let in, whatever it looks like', async () => {
  for (const origin of strangers) {
    for (const [method, path] of [
      ['GET', '/v1/stores'],
      ['POST', '/v1/carts'],
      ['OPTIONS', '/v1/carts'],
      ['DELETE', '/v1/carts'],
    ]) {
      const fields = { Origin: origin, Authorization: `Bearer ${capability}`, 'X-Sealcart': '1' };
      const answer = await send(method, path, fields, method === 'POST' ? '{}' : undefined);
      const what = `${method} from ${origin}`;
      assert.deepEqual([answer.status, answer.code], [403, 'origin_refused'], what);
      assert.equal(answer.fields['access-control-allow-origin'], undefined, what);
    }
  }
});

test('method by origin: what changes something says where it comes from', async () => {
  const bearer = { Authorization: `Bearer ${capability}` };
  const rows = [
    // what the request carries, may it read, may it change
    [{}, true, false],
    [{ 'X-Sealcart': '1' }, true, true],
    [bearer, true, true],
    [{ Origin: own() }, true, true],
    [{ Origin: own().replace('127.0.0.1', 'localhost') }, true, true],
    [{ Origin: FRIEND }, true, true],
    [{ 'Sec-Fetch-Site': 'same-origin' }, true, true],
    [{ 'Sec-Fetch-Site': 'same-site' }, true, false],
    [{ 'Sec-Fetch-Site': 'cross-site' }, true, false],
    [{ 'Sec-Fetch-Site': 'cross-site', ...bearer }, true, false],
    [{ 'Sec-Fetch-Site': 'none', 'X-Sealcart': '1' }, true, false],
    [{ Origin: 'null', ...bearer }, false, false],
    [{ Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' }, false, false],
  ];
  const body = JSON.stringify({ store: 'tea', cart: hex(16), currency: 'EUR' });
  for (const [fields, reads, changes] of rows) {
    for (const method of ['GET', 'HEAD']) {
      const answer = await send(method, '/v1/stores', fields);
      assert.equal(answer.status === 200, reads, `${method} ${JSON.stringify(fields)}`);
    }
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await send(method, '/v1/carts', fields, method === 'POST' ? body : undefined);
      const refused = answer.code === 'origin_refused';
      assert.equal(refused, !changes, `${method} ${JSON.stringify(fields)}`);
    }
  }
});

test('a preflight of a listed origin is answered once for two hours', async () => {
  const answer = await send('OPTIONS', '/v1/carts', {
    Origin: FRIEND,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'authorization,content-type,x-sealcart',
  });
  assert.equal(answer.status, 204);
  assert.equal(answer.fields['access-control-allow-origin'], FRIEND);
  assert.equal(answer.fields['access-control-allow-methods'], 'POST, OPTIONS');
  assert.equal(answer.fields['access-control-max-age'], '7200');
  assert.equal(answer.fields['access-control-allow-credentials'], undefined);
  assert.match(answer.fields['access-control-allow-headers'], /authorization.*x-sealcart/);
});

test('answers name the origin they are for, and caches are told they differ', async () => {
  const friend = await send('GET', '/v1/stores', { Origin: FRIEND });
  assert.equal(friend.fields['access-control-allow-origin'], FRIEND);
  assert.equal(friend.fields['access-control-expose-headers'], 'etag, retry-after');
  const refusal = await send('GET', '/v1/nothing', { Origin: FRIEND });
  assert.equal(refusal.fields['access-control-allow-origin'], FRIEND);
  for (const fields of [{}, { Origin: FRIEND }, { Origin: 'https://evil.example' }]) {
    assert.equal((await send('GET', '/v1/stores', fields)).fields.vary, 'Origin');
  }
});

test('a long origin is not thrown back whole', async () => {
  const answer = await send('GET', '/v1/stores', { Origin: `https://${'a'.repeat(5000)}` });
  assert.equal(answer.json.params.origin.length, 100);
});
