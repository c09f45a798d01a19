// Writes the reference table of tax rates that the command line ships: tools/cli/tax/rates.json.
// node tools/generate/tax-rates.mjs [data folder; default ../shared/data]
//
// How the sources are put together is said in tools/cli/tax/SOURCES.md.
import { DEFAULT_DATA, documentText, isMain, writeFiles } from './store/document.mjs';
import { canadianRates, stateRates } from './tax/america.mjs';
import { crossCheck } from './tax/cross-check.mjs';
import { europeanRates, KIND_ORDER } from './tax/eu.mjs';
import { worldRates } from './tax/world.mjs';

const CROSS_CHECK = 'tests/data/tax/standard_rates.json';
export const TAX_TABLE = 'tools/cli/tax/rates.json';
const READ_ON = '2026-11-28';

const SOURCES = [
  { id: 'vatRates', name: 'ibericode/vat-rates@5abb1e1 of 2025-08-12', licence: 'MIT' },
  { id: 'gobl', name: 'invopop/gobl@7a4ad62 data/regimes of 2026-07', licence: 'Apache-2.0' },
  { id: 'salesTax', name: 'sales-tax 2.23.0', licence: 'MIT' },
  { id: 'stateTables', name: 'published tables of state rates', licence: 'facts' },
];

// No country of ISO 3166-1.
const UNASSIGNED = ['XK'];

const FIELDS = [
  'country',
  'region',
  'place',
  'postalCodes',
  'market',
  'kind',
  'name',
  'ratePpm',
  'included',
  'compound',
  'estimate',
  'startsOn',
  'endsOn',
  'source',
];

const inFieldOrder = (row) =>
  Object.fromEntries(
    FIELDS.filter((field) => row[field] !== undefined).map((field) => [field, row[field]]),
  );

// A country before its places; the kinds in their order; then by time. Taxes of one place and kind
// that count at the same time stay in the order they are charged in.
function sortKey(row) {
  return [
    row.country,
    row.region ?? '',
    row.place ?? '',
    String(KIND_ORDER.indexOf(row.kind)),
    row.startsOn ?? '',
  ].join('\t');
}

export function taxRates(data = DEFAULT_DATA) {
  const europe = europeanRates(data);
  const named = [...europe.map((row) => row.country), 'CA', 'US', ...UNASSIGNED];
  const rows = [
    ...europe,
    ...canadianRates(data),
    ...stateRates(data),
    ...worldRates(data, { except: new Set(named) }),
  ];
  return rows
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0))
    .map(inFieldOrder);
}

export function generate(data = DEFAULT_DATA) {
  const table = { readOn: READ_ON, sources: SOURCES, rates: taxRates(data) };
  return {
    [TAX_TABLE]: documentText(table),
    [CROSS_CHECK]: documentText(crossCheck(data, table.rates)),
  };
}

if (isMain(import.meta.url)) writeFiles(generate(process.argv[2]));
