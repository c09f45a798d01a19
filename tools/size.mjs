// What a page has to fetch, against bench/budgets.json: `node tools/size.mjs PACKAGE_DIST
// SEAL_SITE`. Brotli 11 and gzip 9, each file by itself, as a server sends them. Ends with 1 when
// over budget.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const budgetFile = join(dirname(fileURLToPath(import.meta.url)), '../bench/budgets.json');

export function sizesOf(files) {
  let [raw, brotli, gzip] = [0, 0, 0];
  for (const file of files) {
    const bytes = readFileSync(file);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    raw += bytes.length;
    brotli += brotliCompressSync(bytes, { params }).length;
    gzip += gzipSync(bytes, { level: 9 }).length;
  }
  return { raw, brotli, gzip };
}

/** A module and everything it imports statically. */
export function closure(entry, seen = new Set()) {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const text = readFileSync(entry, 'utf8');
  for (const [, from] of text.matchAll(/(?:import|from)\s*"(\.\/[^"]+\.js)"/g)) {
    closure(join(dirname(entry), from), seen);
  }
  return seen;
}

// The heaviest pack of a language: each is fetched by itself.
function largestOf(dist, kind) {
  const packs = readdirSync(join(dist, 'packs')).filter((name) => name.startsWith(`${kind}-`));
  const weigh = (name) => sizesOf([join(dist, 'packs', name)]).brotli;
  return [join(dist, 'packs', packs.reduce((a, b) => (weigh(b) > weigh(a) ? b : a)))];
}

function parts(dist, seal) {
  const web = closure(join(dist, 'index.js'));
  const beside = (name) => [...closure(join(dist, name))].filter((file) => !web.has(file));
  const frame = (...names) => names.map((name) => join(seal, name));
  return {
    'cart.wasm + glue + web entry': [join(dist, 'cart.wasm'), ...web],
    'forms.wasm + glue + forms entry': [join(dist, 'forms.wasm'), ...beside('forms.js')],
    'packs/phone.txt': [join(dist, 'packs/phone.txt')],
    'packs/address.txt': [join(dist, 'packs/address.txt')],
    'largest of packs/locale-*.txt': largestOf(dist, 'locale'),
    'largest of packs/messages-*.txt': largestOf(dist, 'messages'),
    'seal.wasm + its JavaScript': frame('seal.wasm', 'seal-worker.js'),
    'card form (frame.js, css, html)': frame('frame.js', 'frame.css', 'frame.html'),
    'elements, beside the web entry': beside('components.js'),
    'seal entry, beside the web entry': beside('seal.js'),
  };
}

/** One row a budget; `over` names what exceeds it. */
export function check(dist, seal, budgets = JSON.parse(readFileSync(budgetFile, 'utf8')).sizes) {
  const found = parts(dist, seal);
  return Object.entries(budgets).map(([name, budget]) => {
    if (!found[name]) throw new Error(`bench/budgets.json names “${name}”, which is not measured`);
    const size = sizesOf(found[name]);
    const over = Object.keys(budget).filter((kind) => size[kind] > budget[kind]);
    return { name, budget, size, over };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [dist, seal] = process.argv.slice(2);
  const rows = check(dist, seal);
  for (const { name, budget, size, over } of rows) {
    const part = (kind) => `${kind} ${size[kind]} of ${budget[kind]}`;
    console.log(
      `${over.length ? '✗' : '✓'} ${name}: ${part('brotli')}, ${part('gzip')}, raw ${size.raw}`,
    );
  }
  const { brotli } = sizesOf([join(dist, 'cart.wasm')]);
  console.log(`  of which cart.wasm: brotli ${brotli}`);
  process.exitCode = rows.some(({ over }) => over.length) ? 1 : 0;
}
