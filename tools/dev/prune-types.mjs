// Takes out of a folder the type files that no entry of the package leads to.
// `node tools/dev/prune-types.mjs DIST ENTRY...`
import { readdirSync, readFileSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [dist, ...entries] = process.argv.slice(2);
const reached = new Set();

function reach(file) {
  if (reached.has(file)) return;
  reached.add(file);
  for (const [, from] of readFileSync(file, 'utf8').matchAll(/["'](\.{1,2}\/[^"']+)\.js["']/g)) {
    reach(join(dirname(file), `${from}.d.ts`));
  }
}

function prune(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) prune(path);
    else if (entry.name.endsWith('.d.ts') && !reached.has(path)) rmSync(path);
  }
  if (folder !== dist && readdirSync(folder).length === 0) rmdirSync(folder);
}

entries.forEach((name) => reach(join(dist, `${name}.d.ts`)));
prune(dist);
