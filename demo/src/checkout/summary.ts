// The cart beside the steps: what, how many, and the totals, always in view.
import type { CartSnapshot, SnapshotLine } from 'sealcart';
import type { Shop } from '../store/shop.js';
import { find, h, keepList, setText } from '../ui/dom.js';
import type { Kept } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { picture, variantImage } from '../ui/picture.js';
import { cartTotals, units } from '../ui/totals.js';
import { address } from '../store/address-bar.js';

export function cartSummary(
  root: HTMLDetailsElement,
  shop: Shop,
): (snapshot: CartSnapshot) => void {
  const list = h('ul.summary-lines', { 'aria-label': 'Items', tabindex: 0 });
  const keepLines = keepList(
    list,
    (line: SnapshotLine) => line.id,
    (line) => summaryLine(line, shop),
  );
  const totals = h('div');
  const head = find('summary', root);
  const title = h('span', 'Your order');
  const total = h('strong.amount');
  head.replaceChildren(title, total, icon('down'));
  find('[data-summary-body]', root).replaceChildren(
    list,
    h('a.small', { href: address('/', { cart: 'open' }) }, 'Change the cart'),
    totals,
  );
  keepOpenWhereWide(root);
  return (snapshot) => {
    setText(title, `Your order, ${units(snapshot.unitCount)}`);
    setText(total, shop.format(snapshot.grandTotal));
    keepLines(snapshot.lines);
    totals.replaceChildren(cartTotals(snapshot, shop.format));
  };
}

function summaryLine(line: SnapshotLine, { format }: Shop): Kept<SnapshotLine> {
  const count = h('span.count');
  const amount = h('span.amount');
  const root = h(
    'li.summary-line',
    h('span.thumb', picture(variantImage(line.product, line.image, line.options), '', true), count),
    h(
      'span',
      h('span.line-title', line.title),
      line.options.length > 0 && h('span.soft.small', line.options.join(', ')),
      ...line.customizations.map(({ name, value }) =>
        h('span.soft.small', `${name}: “${value}”`),
      ),
    ),
    amount,
  );
  return {
    root,
    update(next) {
      setText(count, String(next.quantity));
      count.setAttribute('aria-label', `${next.quantity} ×`);
      setText(amount, format(next.subtotal));
    },
  };
}

// Wide screens show the summary open beside the steps; narrow ones fold it into a bar with the
// total.
function keepOpenWhereWide(root: HTMLDetailsElement): void {
  const wide = matchMedia('(min-width: 901px)');
  const follow = (): void => {
    root.open = wide.matches;
  };
  wide.addEventListener('change', follow);
  follow();
}
