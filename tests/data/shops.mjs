// The shops that ship, read once, for the tests of this folder.
import { readFileSync } from 'node:fs';

import { readJson, ROOT } from '../../tools/generate/store/document.mjs';

const shop = (id) => ({
  id,
  store: readJson(ROOT, `demo/data/${id}.store.json`),
  catalog: readJson(ROOT, `demo/data/${id}.catalog.json`),
});

export const SHOPS = ['demo', 'demo-eu', 'wholesale'].map(shop);
export const [DEMO, DEMO_EU, WHOLESALE] = SHOPS;

export const variantsOf = ({ catalog }) =>
  catalog.products.flatMap((product) => product.variants.map((variant) => ({ product, variant })));

/** A maximum out of core's one table of limits, such as 'kQuantity'. */
export function limit(name) {
  const table = readFileSync(`${ROOT}/core/include/sealcart/limits.h`, 'utf8');
  return Number(new RegExp(`\\b${name} = ([\\d']+)`).exec(table)[1].replaceAll("'", ''));
}
