// Writes core/data/packs/messages-XX.txt from core/data/messages/XX.def: one line a code.
// node tools/generate/message-packs.mjs
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isMain, ROOT, writeFiles } from './store/document.mjs';

const FOLDER = path.join(ROOT, 'core/data/messages');
const WRITTEN_ON = '2026-11-29';

function pack(locale) {
  const text = readFileSync(path.join(FOLDER, `${locale}.def`), 'utf8');
  const rows = [...text.matchAll(/^SEALCART_MESSAGE\((\w+), "([^"\\]*)"\)$/gm)];
  if (rows.length !== text.match(/^SEALCART_MESSAGE\(/gm).length) {
    throw new Error(`${locale}: a row`);
  }
  const lines = rows.map(([, code, message]) => `${code}\t${message}`);
  return [`sealcart-pack messages-${locale} 1 ${WRITTEN_ON}`, ...lines, ''].join('\n');
}

export function generate() {
  const locales = readdirSync(FOLDER).map((name) => path.parse(name).name);
  return Object.fromEntries(
    locales.map((locale) => [`core/data/packs/messages-${locale}.txt`, pack(locale)]),
  );
}

if (isMain(import.meta.url)) writeFiles(generate());
