// Prices that changed since the shopper saw them: told once, until they are accepted.
import type { CartSnapshot, PriceChange } from 'sealcart';
import type { Shop } from '../store/shop.js';
import { h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';

export function priceNote({ cart, format }: Shop) {
  const list = h('ul.price-changes');
  const accept = h(
    'button.link-button',
    { type: 'button', on: { click: () => void cart.acceptPrices() } },
    'That’s fine',
  );
  const root = h(
    'div.note.price-note',
    { role: 'status', hidden: true },
    icon('warn'),
    h('div', list, accept),
  );
  return {
    root,
    show(snapshot: CartSnapshot): void {
      const { priceChanges, lines } = snapshot;
      root.hidden = priceChanges.length === 0;
      const title = ({ line, sku }: PriceChange): string =>
        lines.find(({ id }) => id === line)?.title || sku;
      const words = (change: PriceChange): string =>
        `${title(change)} is now ${format(change.now)}, it was ${format(change.was)}.`;
      list.replaceChildren(...priceChanges.map((change) => h('li', words(change))));
    },
  };
}
