// Where a fetched order waits: the places of the chosen method, one of which the shopper picks. A
// single place needs no choice.
import type { CartSnapshot, PickupLocation } from 'sealcart';
import { h } from '../ui/dom.js';
import type { Draft } from './draft.js';

export function pickupPlaces({ form, keep }: Draft) {
  const root = h('fieldset.places', { hidden: true }, h('legend', 'Where do you fetch it?'));
  let shown = '';
  const choose = (id: string): void => {
    form.pickupLocation = id;
    keep();
  };

  const show = (snapshot: CartSnapshot): void => {
    const places = placesOf(snapshot);
    const key = JSON.stringify(places);
    if (key === shown) return;
    shown = key;
    if (!chosenPlace(snapshot, form)) choose(places.length === 1 ? places[0]!.id : '');
    root.hidden = places.length === 0;
    const rows = places.map((place) => row(place, place.id === form.pickupLocation, choose));
    root.replaceChildren(root.firstElementChild!, h('div.methods', ...rows));
  };
  return { root, show, ready: (snapshot: CartSnapshot) => isComplete(snapshot, form) };
}

/** The place an order of this cart would be fetched at. */
export function chosenPlace(
  snapshot: CartSnapshot,
  form: { readonly pickupLocation: string },
): PickupLocation | undefined {
  return placesOf(snapshot).find(({ id }) => id === form.pickupLocation);
}

const isComplete = (snapshot: CartSnapshot, form: { readonly pickupLocation: string }): boolean =>
  placesOf(snapshot).length === 0 || chosenPlace(snapshot, form) !== undefined;

const placesOf = ({ shippingMethods, shippingMethod }: CartSnapshot): readonly PickupLocation[] =>
  shippingMethods.find(({ id }) => id === shippingMethod)?.pickup ?? [];

function row(place: PickupLocation, checked: boolean, choose: (id: string) => void): HTMLElement {
  const { id, name, address } = place;
  const radio = h('input', {
    type: 'radio',
    name: 'place',
    value: id,
    checked,
    required: true,
    on: { change: () => choose(id) },
  });
  const where = [address.line1, address.city].filter(Boolean).join(', ');
  return h(
    'label.method',
    radio,
    h('span.method-text', h('strong', name), h('span.soft.small', where)),
  );
}
