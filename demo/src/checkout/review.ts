// Contact, address and delivery once more, each with the way back to change it.
import type { Address, PickupLocation, SnapshotMethod } from 'sealcart';
import { regionName } from '../store/places.js';
import type { Forms } from 'sealcart/forms';
import type { Shop } from '../store/shop.js';
import { daysText } from '../ui/delivery-text.js';
import { h } from '../ui/dom.js';
import type { FormDraft } from './draft.js';
import { chosenPlace } from './pickup-places.js';
import type { StepName } from './steps.js';

export function reviewList({ cart }: Shop, forms: Forms, form: FormDraft) {
  const root = h('dl.review');
  let shown = '';
  const show = (): void => {
    const method = cart.getSnapshot().shippingMethods.find((entry) => entry.chosen);
    const place = chosenPlace(cart.getSnapshot(), form);
    const { shippingAddress, billingAddress } = form;
    const billed = billingAddress ? addressLines(billingAddress, forms) : ['Same address'];
    const key = JSON.stringify([form, method]);
    if (key === shown) return;
    shown = key;
    root.replaceChildren(
      part('Contact', [form.email], 'address'),
      part('Deliver to', addressLines(shippingAddress, forms), 'address'),
      part('Billing', billed, 'address'),
      part('Delivery', method ? deliveryLines(method, place) : [], 'delivery'),
    );
  };
  cart.subscribe(show);
  return { root, show };
}

const deliveryLines = (method: SnapshotMethod, place?: PickupLocation): string[] =>
  place
    ? [method.name, place.name, place.address.line1, daysText(method)]
    : [method.name, daysText(method)];

/** An address as lines of text, as written on a parcel. */
export function addressLines(address: Address, forms: Forms): string[] {
  const region = address.region ? regionName(address.country, address.region, forms) : '';
  const town = [address.city, region, address.postalCode].filter(Boolean).join(', ');
  return [
    address.name,
    address.line1,
    address.line2 ?? '',
    town,
    forms.countryName(address.country),
    address.phone ?? '',
  ].filter(Boolean);
}

function part(name: string, lines: readonly string[], step: StepName): HTMLElement {
  return h(
    'div',
    h('dt', name),
    h('dd', ...lines.map((line) => h('span', line))),
    h('dd', h('a.small', { href: `#${step}`, 'aria-label': `Change: ${name}` }, 'Change')),
  );
}
