// Writes the packs phone.txt (validity and types) and phone-formats.txt (how numbers are written).
// node tools/generate/phone-table.mjs FOLDER
//
// FOLDER holds npm libphonenumber-js 1.13.16 (metadata.max.json) and google-libphonenumber 3.2.47,
// which has what the first leaves out: the lengths that are dialled inside an area only, and the
// formats that are not used from abroad. Both are Google's libphonenumber metadata (Apache-2.0).
//
// phone.txt: a line for each calling code, up to an empty line: the code where it is not the one
// before plus 1, and its regions, the main one first, or * for no country; then column by column
// one line for each of these regions (so it packs smallest), and "end":
//   digits for calling abroad (empty: 00), lengths, local lengths, national prefix for parsing, its
//   replacement, leading digits, all numbers, then fixed line, mobile, toll free, premium rate,
//   personal, voicemail, company-wide, pager, internet, shared cost.
// phone-formats.txt: "+CC", and after a tab, in quotes, what stands before an extension where that
// is not " ext. "; then one line a format: digits of each group, national format, leading digits,
// how the national prefix is written, international format ("-": not written so, empty: like the
// national one).
// Patterns are shortened as core/src/validate/pattern.h tells.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

import { isMain, writeFiles } from './store/document.mjs';

const READ_ON = '2026-11-29';
const TYPES = 10;
const letter = (count) => String.fromCharCode(96 + count);

function mask(body) {
  let bits = 0;
  for (const [, from, to] of body.matchAll(/(\d)(?:-(\d))?/g)) {
    for (let digit = +from; digit <= +(to ?? from); digit += 1) bits |= 1 << (9 - digit);
  }
  return bits;
}

// Classes become one character each, runs of digits one letter.
export function shorten(pattern, keepGroups = false) {
  const short = pattern
    .replace(/\[([\d-]+)\]/g, (_, body) => String.fromCodePoint(0x400 + mask(body)))
    .replace(/\\d\{0,(\d+)\}/g, '[0-9]{0,$1}')
    .replace(/\\d\{(\d+),(\d+)\}/g, (_, from, to) => `${letter(+from)}-${letter(+to)}`)
    .replace(/\\d\{(\d+)\}/g, (_, count) => letter(+count))
    .replace(/(?:\\d)+/g, (run) => letter(run.length / 2));
  return keepGroups ? short : short.replaceAll('(?:', '(');
}

function google(folder) {
  const code = readFileSync(`${folder}/google-libphonenumber/dist/libphonenumber.js`, 'utf8');
  const start = code.indexOf('{AC:[');
  let depth = 0;
  let end = start;
  let quoted = false;
  for (; end < code.length; end += 1) {
    if (code[end] === '\\') end += 1;
    else if (code[end] === '"') quoted = !quoted;
    else if (!quoted && '{['.includes(code[end])) depth += 1;
    else if (!quoted && '}]'.includes(code[end])) depth -= 1;
    if (depth === 0) break;
  }
  return runInNewContext(`(${code.slice(start, end + 1)})`);
}

function regionFields(plan, local) {
  const types = Array.from({ length: TYPES }, (_, i) => plan[11]?.[i] || ['']);
  const [fixed, mobile] = types;
  const same = plan[11]?.[1] && mobile[0] === '' ? '=' : undefined;
  return [
    plan[1] === '00' || !plan[1] ? '' : shorten(plan[1]),
    plan[3].map(letter).join(''),
    local.filter((length) => !plan[3].includes(length)).map(letter).join(''),
    shorten(plan[7] || plan[5] || '', true),
    plan[8] || '',
    shorten(plan[10] || ''),
    shorten(plan[2]),
    shorten(fixed[0]),
    same ?? shorten(mobile[0]),
    ...types.slice(2).map((type) => shorten(type[0])),
  ];
}

// The groups `(\d{3})(\d{4,5})` as "cd-e".
function groups(pattern) {
  if (!/^(?:\((?:\d|\[[\d-]+\]|\\d|\{\d+(?:,\d+)?\})+\))+$/.test(pattern)) {
    throw new Error(`a format of another kind: ${pattern}`);
  }
  return shorten(pattern);
}

function formatRow([pattern, format, leading, rule, abroad]) {
  const fields = [groups(pattern), format, shorten(leading), rule, abroad];
  return fields.join('\t').replace(/\t+$/, '');
}

// All formats of a calling code, in their order. Those written inside the country only are missing
// from the smaller metadata and taken from the other.
function formatsOf(plan, other) {
  const formats = (plan[4] || []).map(([pattern, format, leading, rule, , abroad]) => [
    pattern, format, leading?.at(-1) ?? '', rule || plan[6] || '', abroad || '',
  ]);
  const abroad = other?.[20];
  let at = 0;
  for (const [, pattern, format, leading, rule = ''] of other?.[19] ?? []) {
    const last = leading?.at(-1) ?? '';
    const same = (one) => one[1] === pattern && (one[3]?.at(-1) ?? '') === last;
    const local = abroad && !abroad.some(same);
    const found = formats.findIndex(
      (one) => one[0] === pattern && one[1] === format && one[2] === last,
    );
    if (found >= 0) {
      at = found + 1;
      if (local) formats[found][4] = '-';
    } else if (local) {
      formats.splice(at, 0, [pattern, format, last, rule, '-']);
      at += 1;
    }
  }
  return formats;
}

export function generate(folder) {
  const data = JSON.parse(readFileSync(`${folder}/libphonenumber-js/metadata.max.json`, 'utf8'));
  const googles = google(folder);
  const codes = Object.keys({ ...data.country_calling_codes, ...data.nonGeographic });
  const table = [`sealcart-pack phone 1 ${READ_ON}`];
  const plans = [];
  let before = 0;
  const formats = [`sealcart-pack phone-formats 1 ${READ_ON}`];
  for (const code of codes.sort((a, b) => a - b)) {
    const other = data.nonGeographic[code];
    const regions = other ? ['001'] : data.country_calling_codes[code];
    const planOf = (name) => other ?? data.countries[name];
    table.push(`${+code === before + 1 ? '' : code}${other ? '*' : regions.join('')}`);
    before = +code;
    for (const name of regions) {
      const local = googles[other ? code : name]?.[1]?.[10] ?? [];
      plans.push(regionFields(planOf(name), local));
    }
    const rows = formatsOf(planOf(regions[0]), googles[other ? code : regions[0]]).map(formatRow);
    const mark = planOf(regions[0])[13];
    if (rows.length > 0) formats.push(mark ? `+${code}\t"${mark}"` : `+${code}`, ...rows);
    for (const name of regions.slice(1)) {
      if (planOf(name)[4]) console.error(`formats of ${name} are left out`);
    }
  }
  table.push('');
  plans[0].forEach((_, column) => table.push(...plans.map((plan) => plan[column])));
  table.push('end');
  return {
    'core/data/packs/phone.txt': `${table.join('\n')}\n`,
    'core/data/packs/phone-formats.txt': `${formats.join('\n')}\n`,
  };
}

if (isMain(import.meta.url)) writeFiles(generate(process.argv[2]));
