// Where the store ships to, by the names the module has for places.
import type { Forms } from 'sealcart/forms';
import type { StoreDocument } from './store-document.js';

export interface Place {
  code: string;
  name: string;
}

/** The countries of the zones that some shipping method serves, by name. */
export function servedCountries(store: StoreDocument, forms: Forms): Place[] {
  const served = new Set(store.shippingMethods.flatMap((method) => method.zones));
  const codes = new Set(
    store.zones
      .filter((zone) => served.has(zone.id))
      .flatMap((zone) => zone.places.map((place) => place.country)),
  );
  const { compare } = new Intl.Collator(forms.locale);
  return [...codes]
    .map((code) => ({ code, name: forms.countryName(code) || code }))
    .sort((a, b) => compare(a.name, b.name));
}

/** Regions to choose from, and the word for one; undefined where none are chosen. */
export function regionsOf(
  country: string,
  forms: Forms,
): { word: string; places: Place[] } | undefined {
  const { regions, parts } = forms.addressLayout(country);
  const part = parts.find(({ field }) => field === 'region');
  if (!part || regions.length === 0) return undefined;
  const places = regions.map(({ value, name, latinName }) => ({
    code: value,
    name: latinName || name,
  }));
  return { word: forms.label(part.label), places };
}

export function regionName(country: string, code: string, forms: Forms): string {
  const known = regionsOf(country, forms)?.places.find((place) => place.code === code);
  return known?.name ?? code;
}
