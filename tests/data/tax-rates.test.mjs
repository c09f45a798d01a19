// The reference table of tax rates: agrees with a second source, changes on the day of each change.
import assert from 'node:assert/strict';
import test from 'node:test';

import {
  DEFAULT_DATA,
  hasSourceData,
  readJson,
  ROOT,
} from '../../tools/generate/store/document.mjs';
import { countsOn } from '../../tools/generate/tax/periods.mjs';
import { postalRanges } from '../../tools/generate/tax/postal.mjs';

const { rates, sources } = readJson(ROOT, 'tools/cli/tax/rates.json');
const skip = hasSourceData() ? false : 'no ../shared/data beside the repository';

/** Rates of a place on a day, such as { standard: [190000] }. */
function ratesOn(day, country, { region, place } = {}) {
  const found = {};
  for (const rate of rates) {
    if (rate.country !== country || rate.region !== region || rate.place !== place) continue;
    if (countsOn(rate, day)) (found[rate.kind] ??= []).push(rate.ratePpm);
  }
  return found;
}

test('28 of 28 standard rates agree with another source', () => {
  const check = readJson(ROOT, 'tests/data/tax/standard_rates.json');
  assert.equal(check.rates.length, 28);
  for (const { country, ratePpm } of check.rates) {
    assert.deepEqual(ratesOn(check.day, country).standard, [ratePpm], country);
  }
});

test('a rate counts from its first day on, and not on the day the next one starts', () => {
  const standard = (day, country) => ratesOn(day, country).standard;
  for (const [country, before, change, after] of [
    ['DE', 190000, '2020-07-01', 160000],
    ['DE', 160000, '2021-01-01', 190000],
    ['IE', 230000, '2020-09-01', 210000],
    ['LU', 160000, '2024-01-01', 170000],
    ['FI', 240000, '2024-09-01', 255000],
    ['SK', 200000, '2025-01-01', 230000],
    ['EE', 220000, '2025-07-01', 240000],
    ['RO', 190000, '2025-08-01', 210000],
    ['CH', 77000, '2024-01-01', 81000],
    ['ES', 180000, '2012-09-01', 210000],
    ['SG', 80000, '2024-01-01', 90000],
  ]) {
    const eve = new Date(Date.parse(change) - 1).toISOString().slice(0, 10);
    assert.deepEqual(standard(eve, country), [before], `${country} on ${eve}`);
    assert.deepEqual(standard(change, country), [after], `${country} on ${change}`);
  }
  assert.deepEqual(ratesOn('2020-12-31', 'DE'), { standard: [160000], reduced: [50000] });
  assert.deepEqual(ratesOn('2025-12-31', 'FI').reduced2, [140000]);
  assert.deepEqual(ratesOn('2026-01-01', 'FI').reduced2, [135000]);
});

test('no place has two rates of one kind on one day but for taxes of different names', () => {
  const days = [...new Set(rates.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]))];
  for (const day of days.filter(Boolean)) {
    const seen = new Set();
    for (const rate of rates.filter((one) => countsOn(one, day))) {
      const key = [rate.country, rate.region, rate.place, rate.kind, rate.name].join(' ');
      assert.ok(!seen.has(key), `${key} twice on ${day}`);
      seen.add(key);
    }
  }
});

test('provinces levy one harmonised tax, or the federal tax and their own, none compound', () => {
  const on = (day, region) => ratesOn(day, 'CA', { region }).standard;
  assert.deepEqual(on('2026-01-01', 'QC'), [50000, 99750]);
  assert.deepEqual(on('2026-01-01', 'ON'), [130000]);
  assert.deepEqual(on('2026-01-01', 'AB'), [50000]);
  assert.deepEqual(on('2025-03-31', 'NS'), [150000]);
  assert.deepEqual(on('2025-04-01', 'NS'), [140000]);
  assert.ok(rates.every((rate) => !rate.compound));
  assert.equal(new Set(rates.filter((r) => r.country === 'CA').map((r) => r.region)).size, 14);
});

test('states have their own decimals and the changes the source tells of', () => {
  const on = (day, region) => ratesOn(day, 'US', { region }).standard;
  assert.deepEqual(on('2026-01-01', 'MN'), [68750]);
  assert.deepEqual(on('2026-01-01', 'MO'), [42250]);
  assert.deepEqual(on('2024-12-31', 'LA'), [44500]);
  assert.deepEqual(on('2025-01-01', 'LA'), [50000]);
  assert.equal(new Set(rates.filter((r) => r.country === 'US').map((r) => r.region)).size, 51);
});

test('states and countries beyond Europe and Canada are estimates, the others are not', () => {
  for (const rate of rates) {
    const european = rate.market === 'EU' || rate.country === 'GB';
    const sure = european || (rate.country === 'CA' && rate.region !== undefined);
    assert.equal(rate.estimate ?? false, !sure, `${rate.country} ${rate.region ?? ''}`);
  }
});

test('every source is named and used', () => {
  assert.deepEqual(
    new Set(rates.map((rate) => rate.source)),
    new Set(sources.map((source) => source.id)),
  );
});

const inRanges = (code, ranges) =>
  ranges.some((range) => {
    const [first, last = first] = range.split('-');
    const start = code.slice(0, first.length);
    return first <= start && start <= last;
  });

test('ranges hold exactly the postal codes of the expressions they are made of', { skip }, () => {
  const places = readJson(DEFAULT_DATA, 'tax/vat_rates_eu.json').entries.flatMap((entry) =>
    entry.exceptions.map((exception) => ({ country: entry.country, ...exception })),
  );
  assert.equal(new Set(places.map((place) => place.name)).size, 17);
  for (const { country, name, postcode } of places) {
    const whole = new RegExp(`^(?:${postcode})$`);
    const ranges = postalRanges(postcode);
    const digits = country === 'AT' || country === 'PT' ? 4 : 5;
    for (let n = 0; n < 10 ** digits; ++n) {
      const code = String(n).padStart(digits, '0');
      if (whole.test(code) !== inRanges(code, ranges)) assert.fail(`${name}: ${code}`);
    }
    const row = rates.find((rate) => rate.country === country && rate.place === name);
    assert.deepEqual(row.postalCodes, ranges, name);
  }
});

test('an expression that is no range of codes is refused', () => {
  assert.throws(() => postalRanges('12[137]'), /leaves out/);
  assert.throws(() => postalRanges('1?2'), /no range/);
});
