// <sealcart-totals>: subtotal, discount, shipping, fees, tax and the total, which is read aloud
// when it changes.
import type { Cart, CartSnapshot } from '../types.js';
import { make, setText } from './dom.js';
import { StoreElement } from './store-element.js';
import { totalsStyles } from './styles.js';

type Row = readonly [label: string, amount: string];

export class TotalsElement extends StoreElement {
  protected override readonly styles = totalsStyles;

  protected override draw(root: ShadowRoot, cart: Cart, snapshot: CartSnapshot): void {
    const rows = rowsOf(cart, snapshot);
    const list = root.querySelector('dl') ?? root.appendChild(make('dl'));
    while (list.children.length > rows.length * 2) list.lastElementChild!.remove();
    while (list.children.length < rows.length * 2) list.append(make('dt'), make('dd'));
    rows.forEach(([label, amount], i) => {
      const [term, value] = [list.children[2 * i]!, list.children[2 * i + 1]!];
      setText(term, label);
      setText(value, amount);
      for (const node of [term, value]) node.classList.toggle('grand', i === rows.length - 1);
    });
    const live = root.querySelector('output') ?? root.appendChild(make('output', liveAttributes));
    setText(live, `${rows.at(-1)![0]} ${rows.at(-1)![1]}`);
  }
}

const liveAttributes = { class: 'visually-hidden', 'aria-live': 'polite' };

// What is zero and needs no line has none; shipping and total are always there.
function rowsOf(cart: Cart, snapshot: CartSnapshot): Row[] {
  const money = (minor: number) => cart.formatMoney(minor);
  const { estimate } = snapshot;
  const rows: Row[] = [['Subtotal', money(snapshot.itemSubtotal)]];
  if (snapshot.discountTotal > 0) rows.push(['Discount', `−${money(snapshot.discountTotal)}`]);
  const shipping = snapshot.shippingTotal === 0 ? 'Free' : money(snapshot.shippingTotal);
  rows.push([estimate ? 'Shipping, estimated' : 'Shipping', shipping]);
  if (snapshot.feeTotal > 0) rows.push(['Fees', money(snapshot.feeTotal)]);
  for (const { name, tax, included } of snapshot.taxes) {
    if (tax > 0) rows.push([included ? `${name} (included)` : name, money(tax)]);
  }
  rows.push([estimate ? 'Total, estimated' : 'Total', money(snapshot.grandTotal)]);
  return rows;
}
