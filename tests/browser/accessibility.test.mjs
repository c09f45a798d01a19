// axe-core over every state of the shop, light and dark, wide and narrow: no violation of WCAG 2.2
// A/AA, and nothing scrolls sideways (1.4.10, which axe does not look at).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './support/axe.mjs';
import { VIEW } from './support/browser.mjs';
import { openedShop } from './support/opened-shop.mjs';
import { walkShop } from './support/walk.mjs';

const { shop, chromium } = await openedShop();

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
