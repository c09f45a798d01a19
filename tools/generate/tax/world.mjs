// Standard rates of other countries; all of them are estimates. Countries whose taxes are those of
// their regions are in america.mjs.
import { readJson } from '../store/document.mjs';
import { goblRows } from './gobl.mjs';
import { dayOf } from './periods.mjs';

const SOURCE = 'salesTax';

/** A fraction that JSON carries as a double, 0.1494 -> 149400 ppm; exact to a millionth. */
function ppmOfFraction(fraction) {
  const ppm = Math.round(fraction * 1e6);
  if (Math.abs(ppm - fraction * 1e6) > 1e-6) throw new Error(`${fraction} has more decimals`);
  return ppm;
}

export function standardPeriods({ rate, type, before = {} }) {
  const row = (fraction, startsOn, endsOn) => ({
    kind: 'standard',
    name: type.toUpperCase(),
    ratePpm: ppmOfFraction(fraction),
    source: SOURCE,
    startsOn,
    endsOn,
  });
  const ends = Object.keys(before).sort();
  const past = ends.map((end, i) =>
    row(before[end].rate, i > 0 ? dayOf(ends[i - 1]) : undefined, dayOf(end)),
  );
  return [...past, row(rate, ends.length > 0 ? dayOf(ends.at(-1)) : undefined)];
}

/** GOBL's rates where it has the country; what was before its first standard rate stays. */
function withGobl(data, country, standard) {
  const better = goblRows(data, country);
  if (better.length === 0) return standard;
  const first = better.find((row) => row.kind === 'standard').startsOn;
  const past = standard.filter(({ endsOn }) => first && endsOn && endsOn <= first);
  return [...past, ...better];
}

export function worldRates(data, { except }) {
  const { rates } = readJson(data, 'tax/world_standard_rates.json');
  return Object.keys(rates)
    .filter((country) => !except.has(country))
    .sort()
    .flatMap((country) =>
      withGobl(data, country, standardPeriods(rates[country])).map((row) => ({
        country,
        ...row,
        included: true,
        estimate: true,
      })),
    );
}
