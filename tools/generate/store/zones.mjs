// Tax zones and rates from the published tables. Rates are those in force on RATES_OF; they are
// inputs for a demo shop and no tax advice.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { readJson, ratePpm, ROOT } from './document.mjs';

export const RATES_OF = '2026-01-01';

// A choice of states whose rates show 0, 1, 2 and 3 decimals. State part only, no local taxes.
const STATES = {
  CA: 'California',
  CO: 'Colorado',
  FL: 'Florida',
  IL: 'Illinois',
  MA: 'Massachusetts',
  MN: 'Minnesota',
  MO: 'Missouri',
  NY: 'New York',
  PA: 'Pennsylvania',
  TX: 'Texas',
  WA: 'Washington',
};

// Provinces that share a rate share a zone.
const PROVINCES = [
  ['ca-gst', 'Canada: Alberta and the territories', ['AB', 'NT', 'NU', 'YT'], 'GST'],
  ['ca-bc-mb', 'Canada: British Columbia and Manitoba', ['BC', 'MB'], 'GST + PST'],
  ['ca-sk', 'Canada: Saskatchewan', ['SK'], 'GST + PST'],
  ['ca-qc', 'Canada: Quebec', ['QC'], 'GST + QST'],
  ['ca-on', 'Canada: Ontario', ['ON'], 'HST'],
  ['ca-ns', 'Canada: Nova Scotia', ['NS'], 'HST'],
  [
    'ca-atlantic',
    'Canada: New Brunswick, Newfoundland, Prince Edward Island',
    ['NB', 'NL', 'PE'],
    'HST',
  ],
];

const ELSEWHERE = { AL: 'VAT', AU: 'GST', CH: 'VAT', JP: 'consumption tax', NO: 'VAT', NZ: 'GST' };

const countryName = new Intl.DisplayNames(['en'], { type: 'region' });

const rate = (zone, category, label, percent, included) => ({
  id: `${zone}-${category}`,
  zone,
  category,
  name: `${label} ${percent} %`,
  ratePpm: ratePpm(percent),
  ...(included ? { included } : {}),
});

const sameRate = (zone, categories, label, percent, included) =>
  categories.map((category) => rate(zone, category, label, percent, included));

export function unitedStates(data) {
  const percents = new Map(
    readJson(data, 'tax/us_state_rates.json').rows.map((row) => [row.state, row.state_rate]),
  );
  const zones = [];
  const taxRates = [];
  for (const [state, name] of Object.entries(STATES)) {
    const id = `us-${state.toLowerCase()}`;
    zones.push({ id, name, places: [{ country: 'US', regions: [state] }] });
    taxRates.push(
      ...sameRate(id, ['standard', 'digital'], `${state} sales tax`, percents.get(state)),
    );
  }
  zones.push({ id: 'us', name: 'United States, other states', places: [{ country: 'US' }] });
  return { zones, taxRates };
}

export function canada(data) {
  const totals = new Map(
    readJson(data, 'tax/canada.json').rows.map((row) => [row.province, row.total]),
  );
  const zones = [];
  const taxRates = [];
  for (const [id, name, regions, label] of PROVINCES) {
    const percents = new Set(regions.map((region) => totals.get(region)));
    if (percents.size !== 1) throw new Error(`${id} joins provinces of different rates`);
    zones.push({ id, name, places: [{ country: 'CA', regions }] });
    taxRates.push(...sameRate(id, ['standard', 'digital'], label, [...percents][0]));
  }
  return { zones, taxRates };
}

/** The entry of each country that is in force on RATES_OF. */
function vatInForce(data) {
  const inForce = new Map();
  for (const entry of readJson(data, 'tax/vat_rates_eu.json').entries) {
    const from = entry.effective_from ?? '';
    const known = inForce.get(entry.country);
    if (from <= RATES_OF && (!known || from > (known.effective_from ?? ''))) {
      inForce.set(entry.country, entry);
    }
  }
  return [...inForce.values()].sort((a, b) => (a.country < b.country ? -1 : 1));
}

/**
 * The EU members, and the United Kingdom when asked for. Food takes the first reduced rate listed,
 * to show a second rate; whether a juice falls under it differs by country.
 */
export function europe(data, { included, food, britain }) {
  const zones = [];
  const taxRates = [];
  for (const { country, rates } of vatInForce(data)) {
    if (country === 'GB' && !britain) continue;
    const id = country === 'GB' ? 'gb' : `eu-${country.toLowerCase()}`;
    zones.push({ id, name: countryName.of(country), places: [{ country }] });
    const categories = food ? ['standard', 'digital'] : ['standard'];
    taxRates.push(...sameRate(id, categories, 'VAT', rates.standard, included));
    if (!food) continue;
    const reduced = rates.reduced ?? rates.reduced1 ?? rates.standard;
    taxRates.push(rate(id, 'food', 'VAT', reduced, included));
  }
  return { zones, taxRates };
}

export function elsewhere(data) {
  const { rates } = readJson(data, 'tax/world_standard_rates.json');
  const zones = [];
  const taxRates = [];
  for (const [country, label] of Object.entries(ELSEWHERE)) {
    const id = country.toLowerCase();
    const percent = String(Math.round(rates[country].rate * 1e6) / 1e4);
    zones.push({ id, name: countryName.of(country), places: [{ country }] });
    taxRates.push(...sameRate(id, ['standard', 'digital', 'food'], label, percent));
  }
  return { zones, taxRates };
}

/** Every country ISO 3166-1 assigns that no zone names yet, as core knows them. */
export function restOfWorld(zones) {
  const table = readFileSync(path.join(ROOT, 'core/data/countries.inc'), 'utf8');
  const codes = [...table.matchAll(/^"([A-Z]+)"/gm)].flatMap(([, row]) => row.match(/../g));
  if (codes.length < 200) throw new Error('core/data/countries.inc holds too few countries');
  const named = new Set(zones.flatMap((zone) => zone.places.map((place) => place.country)));
  return {
    id: 'world',
    name: 'Rest of the world',
    places: codes.filter((country) => !named.has(country)).map((country) => ({ country })),
  };
}
