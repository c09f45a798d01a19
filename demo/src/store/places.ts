// Where the store ships to, by name. Country names come from the browser; amounts never do.
import { REGIONS } from './regions.js';
import type { StoreDocument } from './store-document.js';

export interface Place {
  code: string;
  name: string;
}

const names = new Intl.DisplayNames(['en'], { type: 'region' });

export const countryName = (code: string): string => (code ? (names.of(code) ?? code) : '');

/** The countries of the zones that some shipping method serves, by name. */
export function servedCountries(store: StoreDocument): Place[] {
  const served = new Set(store.shippingMethods.flatMap((method) => method.zones));
  const codes = new Set(
    store.zones
      .filter((zone) => served.has(zone.id))
      .flatMap((zone) => zone.places.map((place) => place.country)),
  );
  return [...codes]
    .map((code) => ({ code, name: countryName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Countries whose addresses name a state or province; the word for it, and the list. */
export function regionsOf(country: string): { word: string; places: Place[] } | undefined {
  const known = REGIONS[country];
  if (!known) return undefined;
  const places = known.list.split('|').map((entry) => {
    const [code = '', name = ''] = entry.split(':');
    return { code, name };
  });
  return { word: known.word, places };
}

export function regionName(country: string, code: string): string {
  return regionsOf(country)?.places.find((place) => place.code === code)?.name ?? code;
}
