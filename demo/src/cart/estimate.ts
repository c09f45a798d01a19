// Where the parcel may go: enough for exact tax and shipping before the whole address is known.
import type { CartSnapshot } from 'sealcart';
import { regionsOf, servedCountries } from '../store/places.js';
import type { Place } from '../store/places.js';
import type { Shop } from '../store/shop.js';
import { h } from '../ui/dom.js';

export function placeEstimate({ cart, store }: Shop) {
  const country = h(
    'select.input',
    { id: 'estimate-country', on: { change: () => send('') } },
    h('option', { value: '' }, 'Country'),
    ...servedCountries(store).map(option),
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
  const send = (code: string): void => {
    if (country.value)
      void cart.setDestination({ country: country.value, ...(code && { region: code }) });
  };
  let shown = '';
  return {
    root: h(
      'div',
      h('label.label', { for: 'estimate-country' }, 'Estimate tax and shipping for'),
      h('div.estimate-fields', country, regionField),
    ),
    show({ destination }: CartSnapshot): void {
      const key = `${destination.country}-${destination.region}`;
      if (key === shown) return;
      shown = key;
      country.value = destination.country;
      const known = regionsOf(destination.country);
      regionField.hidden = !known;
      region.replaceChildren(
        h('option', { value: '' }, known?.word ?? ''),
        ...(known?.places ?? []).map(option),
      );
      region.value = destination.region ?? '';
    },
  };
}

const option = ({ code, name }: Place): HTMLElement => h('option', { value: code }, name);
