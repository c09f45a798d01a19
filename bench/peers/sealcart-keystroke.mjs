// One key stroke through the package: the brand of a card, a phone number as typed.
import { openPackageForms } from './sealcart-form.mjs';

/** By name: what one key stroke of a form's values costs. */
export async function keystrokes() {
  const forms = await openPackageForms();
  return {
    'card brand and groups': (values) => forms.card(values.card_number.slice(0, 4)).brand,
    'phone as typed': (values) => forms.phone(values.phone, values.country),
  };
}
