// Forms at the boundary: values in as one text, findings out as one text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { FormsModule, root } from './support/module.mjs';

const [US, RS] = ['\x1F', '\x1E'];
const pack = (name) => readFileSync(join(root, `core/data/packs/${name}.txt`));

async function withPacks(...names) {
  const module = await FormsModule.open();
  for (const name of names) assert.equal(module.send('loadPack', pack(name)), 0, name);
  module.glue.setToday(20_786); // 2026-11-29
  return module;
}

test('exports what wasm/forms/exports.txt lists', async () => {
  const listed = readFileSync(join(root, 'wasm/forms/exports.txt'), 'utf8').trim().split('\n');
  const { glue } = await FormsModule.open();
  const runtime = /^([A-Z]|dynCall|instantiateWasm|calledRun)/;
  const doors = Object.keys(glue).filter((name) => !runtime.test(name));
  assert.deepEqual(doors.sort(), listed.sort());
});
const rows = (module) =>
  module
    .output()
    .split(RS)
    .slice(0, -1)
    .map((row) => row.split(US));

test('a form is checked in one call, all its findings at once', async () => {
  const module = await withPacks();
  const form = module.send('openForm', 'payment');
  const check = (...values) => module.glue.checkForm(form, module.put(values.join(US)));
  assert.equal(check('4242 4242 4242 4242', '12/30', '123', 'Ada'), 0);
  assert.equal(check('4242 4242 4242 4241', '13/30', '12', ''), 4);
  assert.deepEqual(rows(module), [
    ['0', '0', 'card_number_invalid', ''],
    ['1', '0', 'card_expiry_invalid', ''],
    ['2', '0', 'card_code_invalid', '', 'digits', '3'],
    ['3', '0', 'field_required', ''],
  ]);
});

test('one field is checked beside the values of the others', async () => {
  const module = await withPacks();
  const form = module.send('openForm', 'payment');
  const values = ['378282246310005', '12/30', '123', ''].join(US);
  assert.equal(module.glue.checkFormField(form, 2, module.put(values)), 1);
  assert.deepEqual(rows(module), [['2', '0', 'card_code_invalid', '', 'digits', '4']]);
});

test('a suggestion comes with the finding', async () => {
  const module = await withPacks();
  const form = module.send('openForm', 'contact');
  assert.equal(module.glue.checkForm(form, module.put('ada@gmial.com')), 1);
  assert.deepEqual(rows(module), [
    ['0', '1', 'email_typo', 'ada@gmail.com', 'suggestion', 'ada@gmail.com'],
  ]);
});

test('what can not be a form or its values is refused, and the module goes on', async () => {
  const module = await withPacks();
  const refusal = (result) => {
    assert.equal(result, -1);
    return module.error().code;
  };
  assert.equal(refusal(module.send('openForm', 'drone')), 'form_unknown');
  assert.equal(refusal(module.send('defineForm', '{"name":"x"}')), 'field_missing');
  assert.equal(refusal(module.send('defineForm', '{')), 'json_invalid');
  assert.equal(refusal(module.glue.checkForm(7, module.put('x'))), 'form_unknown');
  const form = module.send('openForm', 'payment');
  assert.equal(refusal(module.glue.checkForm(form, module.put('too few'))), 'field_missing');
  assert.equal(refusal(module.glue.checkForm(form, module.put(US.repeat(9)))), 'field_missing');
  const long = 'x'.repeat(16_385);
  assert.equal(refusal(module.glue.checkForm(form, module.put(long))), 'text_too_long');
  assert.equal(module.glue.checkForm(form, module.put(['', '', '', ''].join(US))), 4);
});

test('a pack that is none is refused, and the one before stays', async () => {
  const module = await withPacks('phone', 'phone-formats');
  assert.equal(module.send('loadPack', 'sealcart-pack phone 1 broken\n'), 1);
  assert.deepEqual(module.error(), { code: 'pack_invalid', path: '', params: { pack: 'phone' } });
  const germany = ('D'.charCodeAt(0) << 8) | 'E'.charCodeAt(0);
  assert.equal(module.glue.typePhone(germany, module.put('030901820')), 0);
  assert.equal(module.output(), '030 901820');
});

test('a card is told while it is typed', async () => {
  const module = await withPacks();
  const bits = (typed) => module.send('typeCard', typed);
  assert.equal(bits('') & 15, 2);
  assert.equal(bits('4242') & 15, 2);
  assert.equal(bits('4242424242424242') & 7, 7);
  assert.equal(module.output(), '4242 4242 4242 4242');
  assert.equal(bits('4242424242424241') & 1, 0);
  assert.equal((bits('3782') >> 4) & 15, 4);
});

test('texts are those of the packs that are loaded', async () => {
  const module = await withPacks();
  assert.equal(module.send('message', 'field_required'), 1);
  assert.equal(module.error().code, 'pack_missing');
  for (const name of ['locale-it', 'messages-it', 'address', 'regions']) {
    assert.equal(module.send('loadPack', pack(name)), 0);
  }
  assert.equal(module.send('message', ['date_too_late', 'max', '2026-12-24'].join(US)), 0);
  assert.equal(module.output(), 'Scegli un giorno fino al 2026-12-24.');
  assert.equal(module.send('label', 'card_number'), 0);
  assert.equal(module.output(), 'Numero della carta');
  assert.equal(module.send('countryName', 'DE'), 0);
  assert.equal(module.output(), 'Germania');
  assert.equal(module.glue.formatMoney(1_234_500, module.put('EUR')), 0);
  assert.equal(module.output(), '12.345,00\u00A0€');
  assert.equal(module.glue.rightToLeft(), false);
  assert.equal(module.send('addressLayout', 'JP'), 0);
  const layout = JSON.parse(module.output());
  assert.deepEqual(
    layout.parts.map(({ field }) => field),
    ['postalCode', 'region', 'city', 'line1', 'name'],
  );
  assert.equal(layout.regions.length, 47);
});
