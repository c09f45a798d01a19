// axe-core over every state of the shop, light and dark, wide and narrow: no violation of WCAG 2.2
// A/AA, and nothing scrolls sideways (1.4.10, which axe does not look at).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { VIEW } from './support/browser.mjs';
import { openedShop } from './support/opened-shop.mjs';
import { walkShop } from './support/walk.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

const { shop, chromium } = await openedShop();

/** Violations of the page and of each frame in it, one sentence each. */
async function violations(page) {
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

for (const scheme of ['light', 'dark']) {
  for (const [name, view] of Object.entries(VIEW)) {
    test(`no violation, no sideways scrolling anywhere, ${scheme}, ${name}`, async () => {
      let states = 0;
      for await (const [state, page] of walkShop(chromium, shop, { view, scheme })) {
        assert.deepEqual(await violations(page), [], state);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= view.width, `${state} is ${wide} px wide`);
        states += 1;
      }
      console.log(`${states} states without a violation, ${scheme}, ${view.width} px`);
    });
  }
}
