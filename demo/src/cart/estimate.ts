// Where the parcel may go: enough for exact tax and shipping before the whole address is known.
// Names of places are loaded when there is something to estimate for.
import type { CartSnapshot } from 'sealcart';
import type { Forms } from 'sealcart/forms';
import { regionsOf, servedCountries } from '../store/places.js';
import type { Place } from '../store/places.js';
import type { Shop } from '../store/shop.js';
import { h } from '../ui/dom.js';

export function placeEstimate(shop: Shop) {
  const { cart } = shop;
  let forms: Forms | undefined;
  const country = h(
    'select.input',
    { id: 'estimate-country', on: { change: () => send('') } },
    h('option', { value: '' }, 'Country'),
  );
  const region = h('select.input', {
    id: 'estimate-region',
    on: { change: () => send(region.value) },
  });
  const regionField = h(
    'div',
    h('label.visually-hidden', { for: 'estimate-region' }, 'State or province'),
    region,
  );
  regionField.hidden = true;
  const load = async (): Promise<void> => {
    if (cart.getSnapshot().lines.length === 0) return;
    const loaded = await shop.forms();
    if (forms) return; // another call was first
    forms = loaded;
    country.append(...servedCountries(shop.store, forms).map(option));
    show(cart.getSnapshot());
  };
  const send = (code: string): void => {
    if (country.value)
      void cart.setDestination({ country: country.value, ...(code && { region: code }) });
  };
  let shown = '';
  const show = ({ destination }: CartSnapshot): void => {
    // Without names of places there is no estimate to choose, and the cart works all the same.
    if (!forms) return void load().catch(() => undefined);
    const key = `${destination.country}-${destination.region}`;
    if (key === shown) return;
    shown = key;
    country.value = destination.country;
    const known = regionsOf(destination.country, forms);
    regionField.hidden = !known;
    region.replaceChildren(
      h('option', { value: '' }, known?.word ?? ''),
      ...(known?.places ?? []).map(option),
    );
    region.value = destination.region ?? '';
  };
  return {
    root: h(
      'div',
      h('label.label', { for: 'estimate-country' }, 'Estimate tax and shipping for'),
      h('div.estimate-fields', country, regionField),
    ),
    show,
  };
}

const option = ({ code, name }: Place): HTMLElement => h('option', { value: code }, name);
