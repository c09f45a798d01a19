// Draws the pictures of the demo catalogue, the shop's logos and its favicon.
// node tools/generate/artwork.mjs
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { drawArt } from './art/index.mjs';
import { LOGOS } from './art/logo.mjs';
import { isMain, readJson, ROOT, writeFiles } from './store/document.mjs';
import { pictureOf } from './store/products.mjs';

export const ART_FOLDER = 'demo/public/art';

/** { 'path in the repository': SVG text } from the committed catalogue; needs no other data. */
export function generate() {
  const files = {};
  for (const product of readJson(ROOT, 'demo/data/demo.catalog.json').products) {
    for (const variant of product.variants) {
      const file = `demo/public/${pictureOf(product, variant)}`;
      const options = Object.fromEntries(
        product.options.map(({ name }, at) => [name, variant.options[at]]),
      );
      files[file] ??= drawArt(product.id, options);
    }
  }
  for (const [name, draw] of Object.entries(LOGOS)) files[`demo/public/${name}`] = draw();
  return files;
}

if (isMain(import.meta.url)) {
  const files = generate();
  for (const name of readdirSync(path.join(ROOT, ART_FOLDER))) {
    if (name.endsWith('.svg') && !files[`${ART_FOLDER}/${name}`])
      rmSync(path.join(ROOT, ART_FOLDER, name));
  }
  writeFiles(files);
}
