// One key stroke: the brand of a card after four digits, a phone number as typed. Runs in the
// peers' folder, where their packages are; microseconds.
import { readFileSync } from 'node:fs';
import { measure } from './../lib/bench.mjs';

const values = JSON.parse(readFileSync('../inputs/forms_valid.json', 'utf8'));
const { openPackageForms } = await import(
  `${process.env.SEALCART_ROOT}/bench/peers/sealcart-form.mjs`
);
const forms = await openPackageForms();
const strokes = {
  'card brand, sealcart': (form) => forms.card(form.card_number.slice(0, 4)).brand,
  'phone as typed, sealcart': (form) => forms.phone(form.phone, form.country),
};
if (process.argv[2] === 'packages') {
  const { creditCardType } = { creditCardType: (await import('credit-card-type')).default };
  const { AsYouType } = await import('libphonenumber-js/min');
  const brandOf = creditCardType.default ?? creditCardType;
  strokes['card brand, credit-card-type'] = (form) => brandOf(form.card_number.slice(0, 4)).length;
  strokes['phone as typed, libphonenumber-js'] = (form) =>
    new AsYouType(form.country).input(form.phone);
}
for (const [name, stroke] of Object.entries(strokes)) {
  let i = 0;
  const { p50, p99, s50 } = measure(() => stroke(values[i++ % values.length]), { samples: 60 });
  console.log(name.padEnd(44), p50, 'p99', p99, 'single', s50);
}
