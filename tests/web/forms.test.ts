// The package's forms on the real forms.wasm under Node.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openForms, type FormsOptions } from '../../web/src/forms.js';

const packsUrl = pathToFileURL(`${process.cwd()}/core/data/packs/`);
const wasmBinary = readFileSync(process.env['SEALCART_FORMS_WASM']!);
const open = (options: FormsOptions = {}) =>
  openForms({ wasmBinary, packsUrl, today: () => new Date(2026, 10, 29), ...options });

const good = {
  email: 'ada@example.com',
  billingSame: true,
  shippingAddress: {
    country: 'US',
    name: 'Ada Lovelace',
    line1: '1 Main Street',
    city: 'Oakland',
    region: 'CA',
    postalCode: '94601',
    phone: '(510) 555-2671',
  },
};

test('a filled checkout has no finding; an empty one names every field it needs', async () => {
  const form = (await open()).form('checkout');
  assert.deepEqual(form.check(good), []);
  assert.deepEqual(
    form.check({ billingSame: true }).map(({ code, path }) => `${code} ${path}`),
    [
      'field_required email',
      'field_required shippingAddress.country',
      'field_required shippingAddress.name',
      'field_required shippingAddress.line1',
    ],
  );
});

test('values may be nested or flat', async () => {
  const form = (await open()).form('checkout');
  const { shippingAddress, ...rest } = good;
  const flat = Object.entries(shippingAddress).map(([name, value]) => [
    `shippingAddress.${name}`,
    value,
  ]);
  assert.deepEqual(form.check({ ...rest, ...Object.fromEntries(flat) }), []);
});

test('a finding carries figures and a suggestion, and is said in the language', async () => {
  const forms = await open({ locale: 'it' });
  const wrong = { ...good, email: 'ada@gmial.com' };
  const [finding, ...more] = forms.form('checkout').checkField('email', wrong);
  assert.deepEqual(more, []);
  assert.deepEqual(finding, {
    code: 'email_typo',
    path: 'email',
    severity: 'warning',
    params: { suggestion: 'ada@gmail.com' },
    suggestion: 'ada@gmail.com',
  });
  assert.match(forms.message(finding!), /ada@gmail\.com/);
  assert.equal(forms.label('card_number'), 'Numero della carta');
});

test('a separator inside a value is a character nobody may enter, not another field', async () => {
  const form = (await open()).form('contact');
  const [finding] = form.check({ email: 'a\x1Fb@example.com' });
  assert.equal(finding?.path, 'email');
  assert.equal(finding?.severity, 'error');
  const notes = (await open()).form('notes');
  assert.equal(notes.check({ note: 'a\x1Fb' })[0]?.code, 'character_not_allowed');
});

test('a form of the page is described in JSON; what is wrong with it is told', async () => {
  const forms = await open();
  const form = forms.define({
    name: 'newsletter',
    fields: [
      { path: 'mail', kind: 'email', required: 'yes' },
      { path: 'agreed', kind: 'consent', required: 'yes' },
    ],
  });
  assert.deepEqual(
    form.check({ mail: 'x', agreed: false }).map(({ code }) => code),
    ['email_invalid', 'field_required'],
  );
  assert.throws(() => form.checkField('phone', {}), { code: 'field_unknown' });
  const twice = { path: 'mail', kind: 'email' } as const;
  assert.throws(() => forms.define({ name: 'twice', fields: [twice, twice] }), {
    code: 'store_duplicate_id',
    path: 'fields[1].path',
  });
});

test('a card and a phone number are grouped as they are typed', async () => {
  const forms = await open();
  assert.deepEqual(forms.card('37828'), {
    display: '3782 8',
    valid: false,
    potentiallyValid: true,
    complete: false,
    brand: { id: 'american-express', name: 'American Express' },
    codeDigits: 4,
  });
  assert.equal(forms.phone('030901820', 'DE'), '030 901820');
  assert.equal(forms.phone('+390669', 'DE'), '+39 06 69');
});

test('amounts, countries and directions are those of the locale', async () => {
  const fa = await open({ locale: 'fa' });
  assert.equal(fa.direction, 'rtl');
  assert.match(fa.formatNumber(1_234), /[۰-۹]/);
  const it = await open({ locale: 'it' });
  assert.equal(it.direction, 'ltr');
  assert.equal(it.countryName('DE'), 'Germania');
  assert.equal(it.formatMoney(1_234_500, 'EUR'), '12.345,00\u00A0€');
  assert.equal(it.formatPercent(55_000), '5,5%');
});

test('an expired card depends on the day given', async () => {
  const card = { cardNumber: '4242424242424242', cardCode: '123', cardHolder: 'Ada' };
  const codes = async (today: Date) =>
    (await open({ today: () => today })).form('payment').check({ ...card, cardExpiry: '11/26' });
  assert.deepEqual(await codes(new Date(2026, 10, 30, 23)), []);
  assert.equal((await codes(new Date(2026, 11, 1, 0, 30)))[0]?.code, 'card_expired');
});

test('a locale or pack that is not there is told', async () => {
  await assert.rejects(open({ locale: 'tlh' as 'en' }), { code: 'locale_unknown' });
  await assert.rejects(open({ packsUrl: 'file:///nowhere/' }), { code: 'pack_missing' });
});
