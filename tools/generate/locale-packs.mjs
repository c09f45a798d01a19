// Writes core/data/packs/locale-XX.txt: how amounts, numbers and percentages are written in a
// language, its plural rules and the names of countries.
// node tools/generate/locale-packs.mjs FOLDER [OUT LOCALE...]
//
// Also tests/data/fields/plural_cases.jsonl, the samples CLDR gives with its plural rules.
// FOLDER holds node_modules with cldr-core, cldr-numbers-full and cldr-localenames-full of the
// version below (Unicode-3.0). OUT and locales: other locales into another folder, to try them.
//
// A pattern in a pack is a positive and a negative text; # is the number, ¤ the currency, - and %
// the signs of the locale, the rest stands for itself. "spaced" patterns are those for a symbol
// that has a letter beside the number (CLDR's alphaNextToNumber). docs/LOCALES.md has the format.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isMain, ROOT } from './store/document.mjs';

const CLDR = '48.2.0';
const READ_ON = '2026-11-29';
export const LOCALES = ['en', 'en-GB', 'sq', 'fa', 'it', 'ru', 'pt', 'pt-PT'];

const reader = (folder) => (file) =>
  JSON.parse(readFileSync(path.join(folder, 'node_modules', file), 'utf8'));

/** { code: decimals of ISO 4217 } of the currencies core knows. */
function isoExponents() {
  const text = readFileSync(path.join(ROOT, 'core/data/currencies.inc'), 'utf8');
  const rows = text.matchAll(/SEALCART_CURRENCY\((\w{3}), (\d)\)/g);
  return Object.fromEntries([...rows].map(([, code, digits]) => [code, Number(digits)]));
}

/** "¤#,##0.00;(¤#,##0.00)" -> ["¤#", "(¤#)"] */
function signedPattern(pattern) {
  if (/[']/.test(pattern)) throw new Error(`a quoted pattern: ${pattern}`);
  const [positive, negative] = pattern
    .split(';')
    .map((part) => part.replace(/[#0][#0.,]*/, '#'));
  return [positive, negative ?? `-${positive}`];
}

function groupSizes(pattern) {
  const groups = pattern.split(';')[0].replace(/\..*/, '').match(/[#0,]+/)[0].split(',');
  const primary = groups.at(-1).length;
  return [primary, groups.length > 2 ? groups.at(-2).length : primary];
}

/** CLDR's afterCurrency and beforeCurrency: [[:^S:]&[:^Z:]] beside the number. */
function isSpaced(symbol, pattern) {
  const beside = pattern.indexOf('¤') < pattern.indexOf('#') ? [...symbol].at(-1) : [...symbol][0];
  return /[^\p{S}\p{Z}]/u.test(beside);
}

function numberRows(numbers, digits) {
  const system = numbers.defaultNumberingSystem;
  const symbols = numbers[`symbols-numberSystem-${system}`];
  if (symbols.currencyDecimal || symbols.currencyGroup) throw new Error('marks of money alone');
  const money = numbers[`currencyFormats-numberSystem-${system}`];
  const decimal = numbers[`decimalFormats-numberSystem-${system}`].standard;
  const percent = numbers[`percentFormats-numberSystem-${system}`].standard;
  const sizes = [numbers.minimumGroupingDigits, ...groupSizes(decimal)];
  if (`${groupSizes(money.standard)}` !== `${groupSizes(decimal)}`) {
    throw new Error('two groupings');
  }
  return [
    ['digits', digits[system]._digits],
    ['marks', symbols.decimal, symbols.group, symbols.minusSign, symbols.percentSign],
    ['grouping', ...sizes],
    ['number', ...signedPattern(decimal)],
    ['percent', ...signedPattern(percent)],
    ['money', ...signedPattern(money.standard)],
    ['money-spaced', ...signedPattern(money['standard-alphaNextToNumber'])],
    ['accounting', ...signedPattern(money.accounting)],
    ['accounting-spaced', ...signedPattern(money['accounting-alphaNextToNumber'])],
  ];
}

function displayDigits(fractions, exponents) {
  return Object.keys(exponents)
    .sort()
    .map((code) => [code, Number((fractions[code] ?? fractions.DEFAULT)._digits)])
    .filter(([code, digits]) => digits !== exponents[code])
    .map(([code, digits]) => code + digits);
}

/** Symbols that are not the code; a second column marks the few that are spaced. */
function symbolRows(currencies, exponents, pattern) {
  return Object.keys(exponents)
    .filter((code) => currencies[code]?.symbol && currencies[code].symbol !== code)
    .sort()
    .map((code) => [code, currencies[code].symbol])
    .map(([code, symbol]) => (isSpaced(symbol, pattern) ? [code, symbol, '+'] : [code, symbol]));
}

function pluralRules(rules) {
  return Object.entries(rules)
    .map(([name, rule]) => [name.replace('pluralRule-count-', ''), rule.split('@')[0].trim()])
    .filter(([, rule]) => rule !== '')
    .map(([category, rule]) => `${category}: ${rule}`);
}

function direction(read, locale) {
  const { likelySubtags } = read('cldr-core/supplemental/likelySubtags.json').supplemental;
  const { scriptMetadata } = read('cldr-core/scriptMetadata.json');
  const [, script] = likelySubtags[locale.split('-')[0]].split('-');
  return scriptMetadata[script].rtl === 'YES' ? 'rtl' : 'ltr';
}

function pack(read, locale) {
  const main = (name, file) => read(`${name}/main/${locale}/${file}.json`).main[locale];
  const { numbers } = main('cldr-numbers-full', 'numbers');
  const { currencies } = main('cldr-numbers-full', 'currencies').numbers;
  const { territories } = main('cldr-localenames-full', 'territories').localeDisplayNames;
  const supplemental = (file) => read(`cldr-core/supplemental/${file}.json`).supplemental;
  const plurals = supplemental('plurals')['plurals-type-cardinal'];
  const { fractions } = supplemental('currencyData').currencyData;
  const exponents = isoExponents();
  const money = numbers[`currencyFormats-numberSystem-${numbers.defaultNumberingSystem}`].standard;
  const symbols = symbolRows(currencies, exponents, money);
  const countries = Object.entries(territories).filter(([code]) => /^[A-Z]{2}$/.test(code));
  return [
    [`sealcart-pack locale-${locale} 1 ${READ_ON}`],
    ['direction', direction(read, locale)],
    ...numberRows(numbers, supplemental('numberingSystems').numberingSystems),
    ['plural', ...pluralRules(plurals[locale] ?? plurals[locale.split('-')[0]])],
    ['display-digits', displayDigits(fractions, exponents).join(' ')],
    ['symbols', symbols.length],
    ...symbols,
    ['countries', countries.length],
    ...countries,
  ];
}

/** "1, 2~4, 0.0~0.2" -> every number of the list; forms with an exponent are left out. */
function samples(list) {
  return list.split(',').flatMap((item) => {
    const [low, high = low] = item.trim().split('~');
    if (!/^[\d.]+$/.test(low)) return [];
    const decimals = low.split('.')[1]?.length ?? 0;
    const unit = (text) => Number(text.replace('.', ''));
    const count = unit(high) - unit(low) + 1;
    return Array.from({ length: count }, (_, i) =>
      ((unit(low) + i) / 10 ** decimals).toFixed(decimals),
    );
  });
}

/** The samples CLDR gives with each plural rule. */
function pluralCases(read, locales) {
  const rules = read('cldr-core/supplemental/plurals.json').supplemental['plurals-type-cardinal'];
  const rows = locales.flatMap((l) =>
    Object.entries(rules[l] ?? {}).flatMap(([name, rule]) => {
      const category = name.replace('pluralRule-count-', '');
      const lists = rule.split(/@integer|@decimal/).slice(1);
      return lists.flatMap(samples).map((n) => JSON.stringify({ l, n, category }));
    }),
  );
  return `${rows.join('\n')}\n`;
}

export function generate(folder, locales = LOCALES) {
  const read = reader(folder);
  const { version } = read('cldr-core/package.json');
  if (version !== CLDR) throw new Error(`CLDR ${version}, not ${CLDR}`);
  const packs = locales.map((locale) => {
    const rows = pack(read, locale).map((fields) => fields.join('\t'));
    return [`core/data/packs/locale-${locale}.txt`, `${rows.join('\n')}\n`];
  });
  const cases = ['tests/data/fields/plural_cases.jsonl', pluralCases(read, locales)];
  return Object.fromEntries([...packs, cases]);
}

if (isMain(import.meta.url)) {
  const [folder, out = ROOT, ...locales] = process.argv.slice(2);
  const files = generate(folder, locales.length > 0 ? locales : LOCALES);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(out, file)), { recursive: true });
    writeFileSync(path.join(out, file), text);
    console.log(`${file}: ${Buffer.byteLength(text)} bytes`);
  }
}
