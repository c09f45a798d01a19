// Packs the real carts of the replay for shipping; the text inside stays as it is.
// node tools/generate/carts-sample.mjs [data folder; default ../shared/data]
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { DEFAULT_DATA, isMain, readText, ROOT, writeFiles } from './store/document.mjs';

export const CARTS_FILE = 'tests/data/carts_sample.jsonl.gz';

/** The text of the carts in the repository; '' when there are none yet. */
export function shippedCarts() {
  const file = path.join(ROOT, CARTS_FILE);
  return existsSync(file) ? gunzipSync(readFileSync(file)).toString() : '';
}

export const sourceCarts = (data = DEFAULT_DATA) =>
  readText(data, 'transactions/carts_sample.jsonl').replaceAll('\r\n', '\n');

// Compressors differ between Node versions: an equal text keeps the file it has.
if (isMain(import.meta.url)) {
  const carts = sourceCarts(process.argv[2]);
  if (carts !== shippedCarts()) writeFiles({ [CARTS_FILE]: gzipSync(carts, { level: 9 }) });
}
