// Ordering by SKU for people who know what they want: an entry row, a pasted list, and the whole
// catalogue as a table, one page at a time.
import type { Shop } from '../store/shop.js';
import { h } from '../ui/dom.js';
import { find } from '../ui/dom.js';
import { catalogTable } from './catalog-table.js';
import { skuEntry } from './sku-entry.js';

export async function showQuickOrder(view: HTMLElement, shop: Shop, search: string): Promise<void> {
  const known = view.querySelector('[data-quick-order]');
  find('#categories').replaceChildren(h('p.soft.small', 'Trade prices in pounds, VAT included'));
  if (!known) {
    view.replaceChildren(
      h(
        'div.lead',
        { 'data-quick-order': '' },
        h('div.lead-text', h('h1', { tabindex: -1 }, 'Quick order'), h('p.soft', volumeText(shop))),
      ),
      skuEntry(shop),
      h('section', { 'aria-labelledby': 'table-title', id: 'catalog' }),
    );
  }
  await catalogTable(view.querySelector<HTMLElement>('#catalog')!, shop, search);
}

function volumeText({ store }: Shop): string {
  const names = store.promotions
    .filter((promotion) => !promotion.code)
    .map((promotion) => promotion.name);
  return names.length > 0
    ? `${names.join(', ')}, taken off by itself.`
    : 'Enter SKUs and quantities.';
}
