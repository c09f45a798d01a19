// JSONTestSuite (N. Seriot, MIT) as request bodies: the verdicts of core, which tests/core holds
// natively and in Wasm, are those of the server.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Programs, ROOT } from './support/programs.mjs';
import { Shopper } from './support/shopper.mjs';

const SUITE = join(ROOT, 'tests/vectors/jsontestsuite');
const CODES = /^json_/;
let programs;
let shopper;
before(async () => {
  programs = await Programs.start();
  shopper = await Shopper.create(programs);
});
after(() => programs.close());

const documents = readdirSync(join(SUITE, 'test_parsing')).map((name) => ({
  name: name.replace(/\.json$/, ''),
  bytes: readFileSync(join(SUITE, 'test_parsing', name)),
}));
documents.push(
  { name: 'n_structure_100000_opening_arrays', bytes: Buffer.from('['.repeat(100_000)) },
  { name: 'n_structure_open_array_object', bytes: Buffer.from('[{"":'.repeat(50_000)) },
);

const send = (bytes) => shopper.send('POST', `/v1/carts/${shopper.cart}/ops`, bytes);

// None of them is a batch of operations. The question is whether the body was refused as JSON.
const verdicts = new Map();
test('every document is answered with a refusal, none with a failure', async () => {
  assert.equal(documents.length, 318);
  for (const { name, bytes } of documents) {
    const { status, json } = await send(bytes);
    assert.ok([400, 413, 422].includes(status), `${name}: ${status}`);
    assert.equal(typeof json.code, 'string', name);
    verdicts.set(name, json.code);
  }
});

test('what must be accepted is refused for its shape alone', () => {
  for (const [name, code] of verdicts) {
    if (!name.startsWith('y_')) continue;
    const duplicate = name.startsWith('y_object_duplicated_key');
    assert.ok(duplicate || !CODES.test(code), `${name}: ${code}`);
  }
});

test('what must be refused is refused in the middle of a good document too', async () => {
  for (const { name, bytes } of documents) {
    if (!name.startsWith('n_') || bytes.length > 60_000) continue;
    const whole = Buffer.concat([Buffer.from('{"ops":[],"after":'), bytes, Buffer.from('}')]);
    const { status } = await send(whole);
    assert.ok(status === 400 || status === 422, `${name}: ${status}`);
  }
});

// A body that core refuses as JSON may be refused for its shape before its fault is reached.
test('what is left to the parser and accepted by core is no fault of the JSON here', () => {
  const lines = readFileSync(join(SUITE, 'verdicts.txt'), 'utf8').trim().split('\n');
  for (const line of lines) {
    const [name, verdict] = line.split(': ');
    const code = verdicts.get(name);
    if (!CODES.test(verdict)) assert.ok(!CODES.test(code), `${name}: ${code}`);
  }
});

test('the server goes on as if nothing had been', async () => {
  assert.equal((await shopper.ops(shopper.add('POT', 1))).status, 200);
});
