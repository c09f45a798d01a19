// Step 1: contact and addresses. The form is bound to the module, which makes the same checks as
// the server and says them in the language of the form.
import { bindForm } from 'sealcart/forms';
import type { BoundValues, Forms } from 'sealcart/forms';
import type { Shop } from '../store/shop.js';
import { find, h } from '../ui/dom.js';
import { textField } from '../ui/field.js';
import { addressFields } from './address-fields.js';
import { keepDestination } from './destination.js';
import { emptyAddress, isComplete } from './draft.js';
import type { AddressDraft, Draft, FormDraft } from './draft.js';
import type { Step } from './steps.js';

export function addressStep(shop: Shop, forms: Forms, draft: Draft, done: () => void): Step {
  const { form } = draft;
  const summary = h('div.summary-slot');
  const billing = billingPart(shop, forms, form);
  const root = h(
    'form.step',
    { id: 'address-form', 'aria-labelledby': 'address-title' },
    h('h2', { id: 'address-title', tabindex: -1 }, forms.label('contact')),
    summary,
    h('div.address', textField('email', form.email)),
    h(
      'fieldset',
      h('legend', forms.label('shipping_address')),
      addressFields('shippingAddress', form.shippingAddress, shop, forms),
    ),
    h('div.billing', billing.box, billing.fields),
    h('button.button.button-wide', { type: 'submit' }, forms.label('next_step')),
  );
  const binding = bindForm(root, forms, forms.form('checkout'), {
    summary,
    headingLevel: 3,
    others: () => ({ pickupLocation: form.pickupLocation, note: form.note }),
    onValid: done,
  });
  const keep = (): void => {
    if (billing.follow()) binding.refresh();
    write(form, binding.values());
    draft.keep();
    keepDestination(shop.cart, form.shippingAddress);
  };
  root.addEventListener('input', keep);
  root.addEventListener('focusout', keep); // an address may be rearranged when a field is left
  return { root, ready: () => isComplete(form, forms) };
}

function billingPart(shop: Shop, forms: Forms, form: FormDraft) {
  const tick = h('input', { type: 'checkbox', id: 'billingSame', name: 'billingSame' });
  tick.checked = form.billingSame;
  const address = addressFields(
    'billingAddress',
    form.billingAddress ?? emptyAddress(),
    shop,
    forms,
  );
  const fields = h('fieldset', h('legend', forms.label('billing_address')), address);
  fields.hidden = fields.disabled = tick.checked;
  return {
    box: h('div', h('label.check', tick, h('span', { 'data-label': true }))),
    fields,
    /** True when the fields came or went. */
    follow: (): boolean => {
      if (fields.hidden === tick.checked) return false;
      fields.hidden = fields.disabled = tick.checked;
      const country = find<HTMLSelectElement>('select', address); // most often the same one
      country.value ||= form.shippingAddress.country;
      return true;
    },
  };
}

function write(form: FormDraft, values: BoundValues): void {
  form.email = String(values['email']);
  form.billingSame = values['billingSame'] === true;
  form.shippingAddress = addressIn(values, 'shippingAddress');
  if (form.billingSame) delete form.billingAddress;
  else form.billingAddress = addressIn(values, 'billingAddress');
}

function addressIn(values: BoundValues, part: string): AddressDraft {
  const address = emptyAddress();
  for (const name of Object.keys(address) as (keyof AddressDraft)[]) {
    address[name] = String(values[`${part}.${name}`] ?? '');
  }
  return address;
}
