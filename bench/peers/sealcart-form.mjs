// The npm package's forms as a contender of the peers' form benchmark: a checkout of 22 fields,
// strings in, findings out. The schema states the harness's own rules; phone, card, address and
// e-mail are the package's.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFolder } from './module.mjs';

const COUNTRIES = ['US', 'GB', 'DE', 'FR', 'CA', 'JP', 'AU', 'BR', 'IN', 'NL', 'IT'];
const METHODS = ['standard', 'express', 'pickup'];
const text = (name, kind, max, more = {}) => ({ path: name, kind, max, ...more });
const must = { required: 'yes' };
const bill = { address: 'billing', unless: ['billing_same'] };

const schema = {
  name: 'harness',
  fields: [
    { path: 'email', kind: 'email', ...must },
    { path: 'phone', kind: 'phone', ...must },
    text('first_name', 'personName', 80, must),
    text('last_name', 'personName', 80, must),
    text('company', 'companyName', 120),
    text('address1', 'addressLine', 120, must),
    text('address2', 'addressLine', 120),
    text('city', 'city', 80, must),
    text('region', 'region', 80),
    { path: 'postal_code', kind: 'postalCode', required: 'byCountry' },
    { path: 'country', kind: 'country', choices: COUNTRIES, ...must },
    { path: 'billing_same', kind: 'consent' },
    { path: 'billing_postal_code', kind: 'postalCode', ...bill, required: 'byCountry' },
    { path: 'billing_country', kind: 'country', choices: COUNTRIES, ...bill, ...must },
    { path: 'card_number', kind: 'cardNumber', ...must },
    { path: 'card_expiry', kind: 'cardExpiry', ...must },
    { path: 'card_cvv', kind: 'cardCode', ...must },
    { path: 'card_holder', kind: 'cardHolder', ...must },
    { path: 'shipping_method', kind: 'choice', choices: METHODS, ...must },
    text('note', 'text', 500),
    { path: 'gift_code', kind: 'code', format: 'GIFT-AAAA-0000' },
    { path: 'accept_terms', kind: 'consent', ...must },
  ],
};

/** The package's forms, opened under Node. */
export async function openPackageForms() {
  const file = (name) => pathToFileURL(path.join(packageFolder, name)).href;
  const { openForms } = await import(file('forms.js'));
  return openForms({
    wasmBinary: readFileSync(path.join(packageFolder, 'forms.wasm')),
    packsUrl: file('packs/'),
  });
}

let form;

export default {
  name: 'sealcart',
  async init() {
    form = (await openPackageForms()).define(schema);
  },
  validate(values) {
    const errors = {};
    let ok = true;
    for (const finding of form.check(values)) {
      if (finding.severity === 'warning') continue;
      errors[finding.path] = finding.code;
      ok = false;
    }
    return { ok, errors };
  },
};
