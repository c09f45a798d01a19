// GOBL's regimes: dated rates of 24 countries. They extend the VAT table where they know more, and
// stand alone for countries it does not have.
import { ratePpm, readJson } from '../store/document.mjs';
import { withEnds } from './periods.mjs';

const SOURCE = 'gobl';

// Their words for the kinds of rates, and ours.
const KINDS = {
  general: 'standard',
  reduced: 'reduced',
  intermediate: 'reduced2',
  'super-reduced': 'superReduced',
  increased: 'increased',
  special: 'special',
};

/**
 * Series of one country, one for each kind and region, oldest first. Left out: taxes withheld,
 * surcharges of a scheme between traders, the tax of the Canary Islands, islands without a postal
 * code.
 */
export function goblSeries(data, country) {
  const entries = readJson(data, 'tax/regimes_gobl.json').entries.filter(
    (entry) => entry.country === country && KINDS[entry.rate] && /^(VAT|GST)$/.test(entry.tax),
  );
  const series = new Map();
  for (const entry of entries) {
    const region = entry.ext?.['pt-region'];
    const key = `${entry.rate} ${region}`;
    if (!series.has(key)) series.set(key, { kind: KINDS[entry.rate], region, periods: [] });
    series.get(key).periods.push({
      name: entry.tax,
      ratePpm: ratePpm(entry.percent),
      since: entry.since,
    });
  }
  for (const one of series.values()) {
    one.periods.sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1));
    one.periods = withEnds(one.periods, (period) => period.since).map(
      ({ since: _, ...period }) => period,
    );
  }
  return [...series.values()];
}

/** All rates of a country that the VAT table does not have. */
export const goblRows = (data, country) =>
  goblSeries(data, country).flatMap(({ kind, periods }) =>
    periods.map(({ name, ...period }) => ({ kind, name, ...period, source: SOURCE })),
  );

/**
 * What came before: a row of the VAT table without a start is the last of several rates when GOBL
 * dates that rate, and another before it.
 */
function withHistory(rows, series) {
  return rows.flatMap((row) => {
    if (row.startsOn !== undefined || row.postalCodes) return [row];
    for (const { region, periods } of series) {
      const at = periods.findIndex(
        (period) => period.ratePpm === row.ratePpm && period.endsOn === row.endsOn,
      );
      if (region || at < 1) continue;
      const earlier = periods.slice(0, at).map((period) => ({
        ...row,
        ...period,
        source: SOURCE,
      }));
      return [...earlier, { ...row, startsOn: periods[at].startsOn }];
    }
    return [row];
  });
}

/** Changes after the VAT table was written, for the rate that GOBL had until then. */
function withLaterChanges(rows, series, writtenOn) {
  return rows.flatMap((row) => {
    if (row.endsOn !== undefined || row.postalCodes) return [row];
    for (const { region, periods } of series) {
      const at = periods.findIndex((period) => period.startsOn > writtenOn);
      if (region || at < 1 || periods[at - 1].ratePpm !== row.ratePpm) continue;
      const later = periods.slice(at).map((period) => ({ ...row, ...period, source: SOURCE }));
      return [{ ...row, endsOn: periods[at].startsOn }, ...later];
    }
    return [row];
  });
}

// Where both tables name a place, GOBL's is newer and knows the reduced rates too.
const REGIONS = { Madeira: 'PT-MA', Azores: 'PT-AC' };

function withRegions(rows, series) {
  return rows.flatMap((row) => {
    const region = REGIONS[row.place];
    if (!region) return [row];
    return series
      .filter((one) => one.region === region)
      .flatMap(({ kind, periods }) =>
        periods.map((period) => ({ ...row, kind, ...period, source: SOURCE })),
      );
  });
}

export function extendedByGobl(data, country, rows, writtenOn) {
  const series = goblSeries(data, country);
  return withRegions(
    withLaterChanges(withHistory(rows, series), series, writtenOn),
    series,
  );
}
