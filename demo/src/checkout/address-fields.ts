// The fields of one address, in the order they have before the country is known; the binding
// arranges them by the country.
import type { Forms } from 'sealcart/forms';
import { servedCountries } from '../store/places.js';
import type { Shop } from '../store/shop.js';
import { h } from '../ui/dom.js';
import { selectField, textField } from '../ui/field.js';
import type { AddressDraft } from './draft.js';

const TYPED = ['name', 'line1', 'line2', 'city', 'region', 'postalCode', 'phone'] as const;

export function addressFields(
  part: 'shippingAddress' | 'billingAddress',
  address: AddressDraft,
  { store }: Shop,
  forms: Forms,
): HTMLElement {
  const country = selectField(
    `${part}.country`,
    forms.label('please_choose'),
    servedCountries(store, forms),
    address.country,
  );
  const rest = TYPED.map((name) => textField(`${part}.${name}`, address[name]));
  return h('div.address', country, ...rest);
}
