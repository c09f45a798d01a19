// The standard rates of the EU and the United Kingdom on one day after a source the table does not
// take them from.
import { readJson } from '../store/document.mjs';
import { countsOn } from './periods.mjs';
import { standardPeriods } from './world.mjs';

const DAY = '2026-01-01';

export function crossCheck(data, table) {
  const { rates } = readJson(data, 'tax/world_standard_rates.json');
  const countries = table
    .filter((row) => row.source === 'vatRates' && row.kind === 'standard' && !row.place)
    .map((row) => row.country);
  return {
    source: 'sales-tax 2.23.0',
    day: DAY,
    rates: [...new Set(countries)].map((country) => {
      const period = standardPeriods(rates[country]).find((one) => countsOn(one, DAY));
      return { country, ratePpm: period.ratePpm };
    }),
  };
}
