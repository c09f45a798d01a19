// The fields of one address. The country decides whether there is a state to choose, and its word.
import { regionsOf, servedCountries } from '../store/places.js';
import type { Shop } from '../store/shop.js';
import { h } from '../ui/dom.js';
import { selectField, textField } from '../ui/field.js';
import type { Field, FieldListener, FieldSpec } from '../ui/field.js';
import type { AddressDraft } from './draft.js';

type Part = 'shippingAddress' | 'billingAddress';
type Name = keyof AddressDraft;

export interface AddressFields {
  readonly root: HTMLElement;
  fields(): readonly Field[];
}

// Names of the HTML standard for autofill; "shipping" or "billing" goes before them.
const AUTOFILL: Record<Name, string> = {
  country: 'country',
  name: 'name',
  line1: 'address-line1',
  line2: 'address-line2',
  city: 'address-level2',
  region: 'address-level1',
  postalCode: 'postal-code',
  phone: 'tel',
};

/** Writes every change into `address` and then calls `changed`. */
export function addressFields(
  part: Part,
  address: AddressDraft,
  shop: Shop,
  changed: FieldListener,
): AddressFields {
  const kind = part === 'shippingAddress' ? 'shipping' : 'billing';
  const spec = (name: Name, label: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
    path: `${part}.${name}`,
    label,
    autocomplete: `${kind} ${AUTOFILL[name]}`,
    ...more,
  });
  const listen: FieldListener = (field, left) => {
    const name = field.path.slice(part.length + 1) as Name;
    const moved = name === 'country' && address.country !== field.control.value;
    address[name] = field.control.value;
    if (moved) {
      address.region = '';
      arrange();
    }
    changed(field, left);
  };
  const text = (name: Name, label: string, more: Partial<FieldSpec> = {}): Field =>
    textField(spec(name, label, more), address[name], listen);
  const choice = (name: Name, label: string, places: Parameters<typeof selectField>[1]): Field =>
    selectField(spec(name, label, { wide: name === 'country' }), places, address[name], listen);

  const first = [
    choice('country', 'Country', servedCountries(shop.store)),
    text('name', 'Full name', { wide: true }),
    text('line1', 'Street and number', { wide: true }),
    text('line2', 'Flat, floor, company', { wide: true, optional: true }),
    text('city', 'Town or city'),
  ];
  const last = [
    text('postalCode', 'Postal code', { maxlength: 16 }),
    text('phone', 'Phone for the courier', { type: 'tel', optional: true }),
  ];
  const root = h('div.address', ...[...first, ...last].map((field) => field.root));
  let region: Field | undefined;
  // Only this field comes and goes: the one that is being typed in must stay where it is.
  function arrange(): void {
    const known = regionsOf(address.country);
    region?.root.remove();
    region = known && choice('region', known.word, known.places);
    if (region) last[0]!.root.before(region.root);
  }
  arrange();
  return { root, fields: () => [...first, ...(region ? [region] : []), ...last] };
}
