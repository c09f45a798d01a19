// Exact numbers and stable text for the generated documents.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const DEFAULT_DATA = path.join(ROOT, '../shared/data');

/** True when the source tables lie beside the repository; they do not ship with it. */
export const hasSourceData = (folder = DEFAULT_DATA) => existsSync(path.join(folder, 'catalog'));

export const readText = (folder, file) => readFileSync(path.join(folder, file), 'utf8');
export const readJson = (folder, file) => JSON.parse(readText(folder, file));
export const readLines = (folder, file) => readText(folder, file).trim().split('\n');

/** "75.000" -> 7500, exactly; a third decimal other than 0 is an error. */
export function minorUnits(decimal) {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (whole === undefined || !/^0*$/.test(fraction.slice(2))) {
    throw new Error(`"${decimal}" is no amount with two decimals`);
  }
  return Number(whole + fraction.slice(0, 2).padEnd(2, '0'));
}

/** "14.975" (percent) -> 149750 parts per million, exactly. */
export function ratePpm(percent) {
  const [whole, fraction = ''] = percent.split('.');
  if (!/^\d+$/.test(whole) || fraction.length > 4) throw new Error(`"${percent}" is no percentage`);
  return Number(whole + fraction.padEnd(4, '0'));
}

const GRAMS_PER_POUND = 45359237n; // in 10^-5 g, the international pound of 1959

/** "2.4" (pounds) -> 1089 grams, rounded half up. */
export function gramsOfPounds(pounds) {
  const [whole, fraction = ''] = pounds.split('.');
  const scale = 100000n * 10n ** BigInt(fraction.length);
  return Number((BigInt(whole + fraction) * GRAMS_PER_POUND * 2n + scale) / (2n * scale));
}

/** JSON with one entry of each top-level list on a line: small, and a change is a readable diff. */
export function documentText(document) {
  const fields = Object.entries(document).map(([name, value]) => {
    const isList = Array.isArray(value) && typeof value[0] === 'object';
    const text = isList
      ? `[\n${value.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}

/** Writes { 'path in the repository': content } and prints one line for each file. */
export function writeFiles(files) {
  for (const [file, content] of Object.entries(files)) {
    const target = path.join(ROOT, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
    console.log(`${file}: ${Buffer.byteLength(content)} bytes`);
  }
}

/** True when the module was started by its own name, not imported. */
export const isMain = (url) =>
  process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(url);
