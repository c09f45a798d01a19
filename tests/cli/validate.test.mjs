// sealcart validate: one check a line, the same bytes as the module's.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { FormsModule } from '../wasm/support/module.mjs';
import { objects, ROOT, sealcart } from './support/sealcart.mjs';

const rows = (file) =>
  readFileSync(`${ROOT}tests/data/fields/${file}.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const TODAY = '2026-11-29';

// Real cases of every kind, and each value under every kind: most are wrong there, which counts.
function requests() {
  const list = [];
  const add = (request) => list.push(JSON.stringify({ today: TODAY, ...request }));
  for (const row of rows('phone')) {
    add({ kind: 'phone', value: row.input, country: row.default_region ?? '' });
    add({ kind: 'phone', value: row.input, country: row.default_region ?? '', typing: true });
  }
  for (const row of rows('email_cases')) add({ kind: 'email', value: row.input });
  const cards = { number: 'cardNumber', expiry: 'cardExpiry', cvv: 'cardCode' };
  for (const row of rows('card_cases')) {
    const kind = cards[row.kind];
    if (kind && typeof row.input === 'string') add({ kind, value: row.input });
  }
  for (const row of rows('tax_id_cases')) {
    add({ kind: 'taxId', value: row.input, country: row.locale.slice(-2) });
  }
  const kinds = `text personName companyName addressLine city region postalCode country cardHolder
    iban quantity number date consent cardCode`.split(/\s+/);
  const values = ['', ' ', 'Ada', '10115', 'SW1A 1AA', 'CA', 'US', '12', '-3', '1e9', '2026-02-29',
    'DE89 3704 0044 0532 0130 00', '<b>', '\u202Eabc', 'a\u0000b', '٤٢', '東京都', 'x'.repeat(3000)];
  for (const kind of kinds) {
    for (const value of values) add({ kind, value, country: 'US' });
  }
  add({ kind: 'postalCode', value: '94601', country: 'US', region: 'NY' });
  add({ kind: 'code', value: 'gift abcd 1234', format: 'GIFT-AAAA-0000' });
  add({ kind: 'choice', value: 'drone', choices: ['standard', 'express'] });
  add({ kind: 'quantity', value: '7', min: 2, max: 8, step: 4 });
  return list;
}

async function moduleWithPacks() {
  const module = await FormsModule.open();
  for (const name of ['phone', 'phone-formats', 'address', 'regions']) {
    const pack = readFileSync(`${ROOT}core/data/packs/${name}.txt`);
    assert.equal(module.send('loadPack', pack), 0, name);
  }
  return module;
}

test('every verdict has the same bytes from the command line and from the module', async () => {
  const asked = requests();
  const told = sealcart(['validate'], { input: asked.join('\n') + '\n' });
  assert.equal(told.lines.length, asked.length, told.told);
  const module = await moduleWithPacks();
  for (const [i, request] of asked.entries()) {
    const refused = module.send('validate', request) !== 0;
    const answer = refused ? `{"error":${module.output()}}` : module.output();
    assert.equal(told.lines[i], answer, request);
  }
  assert.ok(asked.length > 2_000, `${asked.length} requests`);
});

test('the same request always gets the same answer, also beside others', () => {
  const asked = requests().slice(0, 400);
  const forth = sealcart(['validate'], { input: asked.join('\n') }).lines;
  const back = sealcart(['validate'], { input: [...asked].reverse().join('\n') }).lines;
  assert.deepEqual(forth, back.reverse());
});

test('what is wrong with a request is told, and the next one is answered', () => {
  const input = [
    '{"kind":"drone","value":""}',
    '{"kind":"cardExpiry","value":"12/30"}',
    '{"kind":"email","value":"a@b.c","colour":"red"}',
    'no JSON',
    '{"kind":"email","value":"a@b.c"}',
  ].join('\n');
  const told = sealcart(['validate'], { input });
  const codes = objects(told).map(({ error, valid }) => error?.code ?? valid);
  assert.deepEqual(codes, [
    'value_not_allowed',
    'date_invalid',
    'field_unknown',
    'json_invalid',
    true,
  ]);
  assert.equal(told.status, 1);
});

test('facts say what a value is', () => {
  const [phone, card, postcode] = objects(
    sealcart(['validate'], {
      input: [
        { kind: 'phone', value: '030 901820', country: 'DE' },
        { kind: 'cardNumber', value: '378282246310005' },
        { kind: 'postalCode', value: 'sw1a1aa', country: 'GB' },
      ]
        .map((request) => JSON.stringify(request))
        .join('\n'),
    }),
  );
  assert.deepEqual(phone.facts, {
    possible: 'true',
    e164: '+4930901820',
    national: '030 901820',
    international: '+49 30 901820',
    type: 'fixedLine',
    country: 'DE',
  });
  assert.equal(card.facts.brand, 'american-express');
  assert.equal(card.facts.display, '3782 822463 10005');
  assert.equal(postcode.facts.display, 'SW1A 1AA');
});
