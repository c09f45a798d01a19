// VAT of the 27 members of the EU and the United Kingdom, with postal exceptions.
import { ratePpm, readJson } from '../store/document.mjs';
import { extendedByGobl } from './gobl.mjs';
import { joined, withEnds } from './periods.mjs';
import { postalRanges } from './postal.mjs';

const SOURCE = 'vatRates';

const KINDS = {
  standard: 'standard',
  reduced: 'reduced',
  reduced1: 'reduced',
  reduced2: 'reduced2',
  super_reduced: 'superReduced',
  parking: 'parking',
  press_publications: 'pressPublications',
};
export const KIND_ORDER = [...new Set(Object.values(KINDS)), 'increased', 'special'];

function rowsOf({ startsOn, endsOn, rates, exceptions }) {
  const vat = (kind, percent, place = {}) => ({
    ...place,
    kind,
    name: 'VAT',
    ratePpm: ratePpm(percent),
    included: true,
    source: SOURCE,
    startsOn,
    endsOn,
  });
  return [
    ...Object.entries(rates).map(([kind, percent]) => vat(KINDS[kind], percent)),
    ...exceptions.map(({ name, postcode, standard }) =>
      vat('standard', standard, { place: name, postalCodes: postalRanges(postcode) }),
    ),
  ];
}

export function europeanRates(data) {
  const { source, entries } = readJson(data, 'tax/vat_rates_eu.json');
  const writtenOn = /\d{4}-\d{2}-\d{2}/.exec(source)[0];
  const countries = [...new Set(entries.map((entry) => entry.country))].sort();
  return countries.flatMap((country) => {
    const own = entries
      .filter((entry) => entry.country === country)
      .sort((a, b) => ((a.effective_from ?? '') < (b.effective_from ?? '') ? -1 : 1));
    const periods = withEnds(own, (entry) => entry.effective_from);
    const rows = joined(periods.flatMap(rowsOf));
    const market = country === 'GB' ? {} : { market: 'EU' };
    return extendedByGobl(data, country, rows, writtenOn).map((row) => ({
      country,
      ...market,
      ...row,
    }));
  });
}
