// Writes the pages of demo/ into the folder of a site, each <!--include PART name="value"…--> made
// of demo/parts/PART.html with its {name}s filled in: `node tools/dev/demo-pages.mjs SITE`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const demo = fileURLToPath(new URL('../../demo/', import.meta.url));
const site = process.argv[2];

function part(name, attributes) {
  const values = Object.fromEntries(
    [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
  );
  const text = readFileSync(`${demo}parts/${name}.html`, 'utf8').trimEnd();
  return text.replaceAll(/\{(\w+)\}/g, (_, key) => {
    if (!(key in values)) throw new Error(`include ${name} lacks ${key}`);
    return values[key];
  });
}

for (const page of readdirSync(demo).filter((name) => name.endsWith('.html'))) {
  const text = readFileSync(demo + page, 'utf8');
  const include = /<!--include ([\w-]+)([^>]*)-->/g;
  writeFileSync(`${site}/${page}`, text.replaceAll(include, (_, name, more) => part(name, more)));
}
