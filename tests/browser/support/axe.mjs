// axe-core in a page: what breaks WCAG 2.2 A/AA.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Violations of the page and of each frame in it, one sentence each. */
export async function violations(page) {
  const found = [];
  for (const frame of page.frames()) {
    if (!frame.url().startsWith('http')) continue;
    await frame.evaluate(AXE);
    const answer = await frame.evaluate(async (runOnly) => {
      const { violations: list } = await globalThis.axe.run(document, { runOnly, iframes: false });
      return JSON.stringify(
        list.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
        ),
      );
    }, TAGS);
    found.push(...JSON.parse(answer).map((text) => `${new URL(frame.url()).pathname} ${text}`));
  }
  return found;
}
