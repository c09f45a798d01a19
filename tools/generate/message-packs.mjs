// Writes core/data/packs/messages-XX.txt from messages/XX.def and labels/XX.def of core/data: one
// line a code, then one line a label.
// node tools/generate/message-packs.mjs
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isMain, ROOT, writeFiles } from './store/document.mjs';

const DATA = path.join(ROOT, 'core/data');
const WRITTEN_ON = '2026-11-29';

/** [[code or key, text]] of a list core/data/FOLDER/XX.def. */
function rowsOf(folder, macro, locale) {
  const text = readFileSync(path.join(DATA, folder, `${locale}.def`), 'utf8');
  const rows = [...text.matchAll(new RegExp(`^${macro}\\((\\w+), "([^"\\\\]*)"\\)$`, 'gm'))];
  if (rows.length !== text.match(new RegExp(`^${macro}\\(`, 'gm')).length) {
    throw new Error(`${folder}/${locale}.def: a row`);
  }
  return rows.map(([, name, shown]) => [name, shown]);
}

function pack(locale) {
  const rows = [
    ...rowsOf('messages', 'SEALCART_MESSAGE', locale),
    ...rowsOf('labels', 'SEALCART_LABEL', locale),
  ];
  if (new Set(rows.map(([name]) => name)).size !== rows.length) {
    throw new Error(`${locale}: a label has the name of a code`);
  }
  const lines = rows.map((row) => row.join('\t'));
  return [`sealcart-pack messages-${locale} 1 ${WRITTEN_ON}`, ...lines, ''].join('\n');
}

export function generate() {
  const locales = readdirSync(path.join(DATA, 'messages')).map((name) => path.parse(name).name);
  return Object.fromEntries(
    locales.map((locale) => [`core/data/packs/messages-${locale}.txt`, pack(locale)]),
  );
}

if (isMain(import.meta.url)) writeFiles(generate());
