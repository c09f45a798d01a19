// Compares seeded random numbers with npm libphonenumber-js 1.13.16 and google-libphonenumber.
// node tests/fields/oracle/phone.mjs FOLDER PROGRAM [count]
//
// FOLDER: node_modules with both; PROGRAM: phone_lines of a build. Prints how many numbers differ
// from libphonenumber-js in what it can tell (verdict, E.164, country, type), and how many of these
// google-libphonenumber reads as we do.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, program, count = '40000'] = process.argv.slice(2);
const require = createRequire(path.resolve(folder, 'x.js'));
const js = require('libphonenumber-js/max');
const google = require('google-libphonenumber');
const metadata = require('libphonenumber-js/metadata.max.json');

let state = 20261129n;
function below(limit) {  // SplitMix64
  state = (state + 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn;
  let z = state;
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & 0xffffffffffffffffn;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & 0xffffffffffffffffn;
  return Number((z ^ (z >> 31n)) % BigInt(limit));
}
const pick = (list) => list[below(list.length)];
const digits = (length) => Array.from({ length }, () => below(10)).join('');

const regions = Object.keys(metadata.countries);
const codes = [metadata.country_calling_codes, metadata.nonGeographic].flatMap(Object.keys);

// Random digits, digits that begin as formats of the country do, and changed example numbers.
function drawn() {
  const region = pick(regions);
  const plan = metadata.countries[region];
  const kind = below(8);
  const length = pick(plan[3]) + (below(4) === 0 ? below(3) - 1 : 0);
  let national = digits(Math.max(1, length));
  if (kind < 3) {
    const example = js.getExampleNumber(region, require('libphonenumber-js/examples.mobile.json'));
    const keep = below(6);
    national = (example?.nationalNumber ?? national).slice(0, keep) + national.slice(keep);
  }
  if (kind === 0) return { region, input: `+${plan[0]}${national}` };
  if (kind === 1) return { region, input: `${below(2) ? plan[5] || '' : ''}${national}` };
  if (kind === 2) return { region: pick(regions), input: `+${plan[0]} ${national}` };
  if (kind === 3) return { region, input: national };
  if (kind === 4) return { region: 'ZZ', input: `+${pick(codes)}${digits(4 + below(10))}` };
  if (kind === 5) return { region, input: `${plan[0]}${national}` };
  const home = pick(regions);
  const abroad = /^\d+$/.test(metadata.countries[home][1]) ? metadata.countries[home][1] : '+';
  if (kind === 6) return { region: home, input: `${abroad}${plan[0]}${national}` };
  const separator = pick([' ', '-', '.', ') ', '\u00a0', '\uff0d']);
  const spaced = national.replace(/(\d{2,3})(?=\d)/g, `$1${separator}`);
  const wide = spaced.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  const end = pick(['', '', ' ext. 12', ' x7', ';ext=345', ',,9', ' #8']);
  return { region, input: `+${plan[0]} ${below(2) ? wide : spaced}${end}` };
}

function byJs({ input, region }) {
  const number = js.parsePhoneNumberFromString(input, region === 'ZZ' ? undefined : region);
  const valid = number?.isValid() ?? false;
  const type = number?.getType()?.toLowerCase().replace(/_(\w)/g, (_, c) => c.toUpperCase());
  if (!valid) return { valid };
  const region001 = number.country ?? '001';
  return {
    valid,
    e164: number.number,
    region: region001,
    type,
    extension: number.ext ?? '',
    international: number.formatInternational(),
    national: number.formatNational(),
  };
}

const { PhoneNumberUtil, PhoneNumberFormat } = google;
const util = PhoneNumberUtil.getInstance();
function byGoogle({ input, region }) {
  try {
    const number = util.parse(input, region);
    const valid = util.isValidNumber(number);
    return {
      valid,
      possible: util.isPossibleNumber(number),
      e164: util.format(number, PhoneNumberFormat.E164),
      region: util.getRegionCodeForNumber(number) ?? '',
      national: util.format(number, PhoneNumberFormat.NATIONAL),
      international: util.format(number, PhoneNumberFormat.INTERNATIONAL),
    };
  } catch {
    return { valid: false, possible: false };
  }
}

const plain = (text) => text.replace(/[-. ()/]+/g, ' ').trim();

const rows = Array.from({ length: Number(count) }, drawn);
const lines = rows.map((row) => JSON.stringify(row)).join('\n');
const run = spawnSync(program, { input: `${lines}\n`, maxBuffer: 1 << 30 });
const ours = run.stdout.toString().trim().split('\n').map((line) => JSON.parse(line));

const totals = { numbers: rows.length, valid: 0, differences: 0, asGoogle: 0 };
const other = { possible: 0, national: 0, international: 0 };
rows.forEach((row, i) => {
  const mine = ours[i];
  const wanted = byJs(row);
  const second = byGoogle(row);
  totals.valid += wanted.valid ? 1 : 0;
  const fields = wanted.valid
    ? ['valid', 'e164', 'region', 'type', 'extension'] : ['valid'];
  const wrong = fields.filter((field) => mine[field] !== wanted[field]);
  if (wrong.length > 0) {
    totals.differences += 1;
    const agrees = ['valid', ...(mine.valid ? ['e164', 'region'] : [])]
      .every((field) => mine[field] === second[field]);
    totals.asGoogle += agrees ? 1 : 0;
    console.log(JSON.stringify({ row, wrong, mine, wanted, second }));
  }
  if (mine.possible !== second.possible) other.possible += 1;
  if (!wanted.valid || !mine.valid) return;
  for (const field of ['national', 'international']) {
    const right = mine[field] === second[field] || plain(mine[field]) === plain(wanted[field]);
    if (right) continue;
    other[field] += 1;
    console.log(JSON.stringify({ row, field, mine, wanted, second }));
  }
});
console.log(JSON.stringify({ ...totals, ...other }));
