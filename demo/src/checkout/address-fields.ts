// The fields of one address. The country decides whether there is a state to choose, and its word.
import type { Address } from 'sealcart';
import { regionsOf, servedCountries } from '../store/places.js';
import type { Shop } from '../store/shop.js';
import { h } from '../ui/dom.js';
import { selectField, textField } from '../ui/field.js';
import type { Field, FieldListener, FieldSpec } from '../ui/field.js';

type Part = 'shippingAddress' | 'billingAddress';

export interface AddressFields {
  readonly root: HTMLElement;
  fields(): readonly Field[];
}

/** Writes every change into `address` and then calls `changed`. */
export function addressFields(part: Part, address: Address, shop: Shop, changed: FieldListener): AddressFields {
  const kind = part === 'shippingAddress' ? 'shipping' : 'billing';
  const listen: FieldListener = (field, left) => {
    const name = field.path.slice(part.length + 1) as keyof Address;
    const before = address[name];
    address[name] = field.control.value;
    if (name === 'country' && before !== address.country) {
      address.region = '';
      arrange();
    }
    changed(field, left);
  };
  const text = (name: keyof Address, label: string, autocomplete: string, more: Partial<FieldSpec> = {}): Field =>
    textField({ path: `${part}.${name}`, label, autocomplete: `${kind} ${autocomplete}`, ...more }, address[name] ?? '', listen);

  const country = selectField(
    { path: `${part}.country`, label: 'Country', autocomplete: `${kind} country`, wide: true },
    servedCountries(shop.store), address.country, listen);
  const before = [
    country,
    text('name', 'Full name', 'name', { wide: true }),
    text('line1', 'Street and number', 'address-line1', { wide: true }),
    text('line2', 'Flat, floor, company', 'address-line2', { wide: true, optional: true }),
    text('city', 'Town or city', 'address-level2'),
  ];
  const after = [
    text('postalCode', 'Postal code', 'postal-code', { maxlength: 16 }),
    text('phone', 'Phone for the courier', 'tel', { type: 'tel', optional: true }),
  ];
  const root = h('div', { class: 'address' });
  let shown: readonly Field[] = [];

  function arrange(): void {
    shown = [...before, ...regionField(), ...after];
    const focused = document.activeElement;
    root.replaceChildren(...shown.map((field) => field.root));
    if (focused instanceof HTMLElement && root.contains(focused)) focused.focus();
  }

  function regionField(): Field[] {
    const known = regionsOf(address.country);
    if (!known) return [];
    return [selectField(
      { path: `${part}.region`, label: known.word, autocomplete: `${kind} address-level1` },
      known.places, address.region ?? '', listen)];
  }

  arrange();
  return { root, fields: () => shown };
}
