// Taxes that come on top of the price: provinces of Canada, states of the United States.
import { ratePpm, readJson } from '../store/document.mjs';
import { dayOf } from './periods.mjs';

const percentOf = (text) => String(Number(text)); // "1E+1" is how one table writes 10

/** Two taxes of one price, or one harmonised tax of their sum. */
function provinceRates({ province, gst, kind, second_rate: second, total, history }) {
  const tax = (name, percent, more) => ({
    country: 'CA',
    region: province,
    kind: 'standard',
    name,
    ratePpm: ratePpm(percent),
    source: 'salesTax',
    ...more,
  });
  const federal = ratePpm(gst);
  const own = ratePpm(percentOf(second));
  if (kind === 'hst') {
    const [change] = Object.keys(history ?? {});
    const day = change && dayOf(change);
    const now = tax('HST', percentOf(total), { startsOn: day });
    if (!change) return [now];
    const ppm = federal + ratePpm(percentOf(history[change].rate * 100));
    return [{ ...now, ratePpm: ppm, startsOn: undefined, endsOn: day }, now];
  }
  if (own === 0) return [tax('GST', gst)];
  const sum = ratePpm(percentOf(total));
  const compound = sum !== federal + own;
  if (compound && sum * 1e6 !== federal * 1e6 + own * (1e6 + federal)) {
    throw new Error(`${province}: the total is neither the sum nor compound`);
  }
  return [tax('GST', gst), tax(kind.toUpperCase(), percentOf(second), compound && { compound })];
}

/** Before the province is known only the federal tax is. */
const federalRate = ({ gst }) => ({
  country: 'CA',
  kind: 'standard',
  name: 'GST',
  ratePpm: ratePpm(gst),
  source: 'salesTax',
  estimate: true,
});

export function canadianRates(data) {
  const { rows } = readJson(data, 'tax/canada.json');
  return [federalRate(rows[0]), ...rows.flatMap(provinceRates)];
}

/**
 * State taxes without those of counties and cities. The note of the source lists changes that none
 * of its tables has; they are read from it.
 */
export function stateRates(data) {
  const { note, rows } = readJson(data, 'tax/us_state_rates.json');
  const changes = new Map(
    [...note.matchAll(/([A-Z]{2}) ([\d.]+)% since (\d{4}-\d{2})/g)].map(
      ([, state, percent, month]) => [state, { percent, day: `${month}-01` }],
    ),
  );
  return [...rows]
    .sort((a, b) => (a.state < b.state ? -1 : 1))
    .flatMap(({ state, state_rate: percent }) => {
      const tax = (rate, times) => ({
        country: 'US',
        region: state,
        kind: 'standard',
        name: 'Sales tax',
        ratePpm: ratePpm(rate),
        source: 'stateTables',
        estimate: true,
        ...times,
      });
      const change = changes.get(state);
      if (!change) return [tax(percent)];
      return [tax(percent, { endsOn: change.day }), tax(change.percent, { startsOn: change.day })];
    });
}
