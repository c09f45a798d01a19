// <sealcart-lines>: the line items of the cart with their quantities.
//
// Slot `empty`: what stands there while the cart has no lines.
import type { CartProblem } from '../errors.js';
import type { Cart, CartSnapshot } from '../types.js';
import { make } from './dom.js';
import { LineRow } from './line-row.js';
import { StoreElement } from './store-element.js';
import { linesStyles } from './styles.js';

export class LinesElement extends StoreElement {
  protected override readonly styles = linesStyles;
  #rows = new Map<string, LineRow>();
  readonly #rowsOf = new WeakMap<Cart, Map<string, LineRow>>();

  protected override draw(root: ShadowRoot, cart: Cart, snapshot: CartSnapshot): void {
    this.#rows = this.#rowsOf.get(cart) ?? new Map();
    this.#rowsOf.set(cart, this.#rows);
    const list = root.querySelector('ul') ?? root.appendChild(make('ul', { 'aria-label': 'Cart' }));
    const empty = root.querySelector('.empty') ?? root.appendChild(emptyNote());
    list.hidden = snapshot.lines.length === 0;
    (empty as HTMLElement).hidden = snapshot.lines.length > 0;
    const rows = snapshot.lines.map((line, i) => {
      const row = this.#rows.get(line.id) ?? new LineRow(cart);
      this.#rows.set(line.id, row);
      const here = ({ path }: CartProblem): boolean => path.startsWith(`lines[${i}]`);
      const notices = snapshot.notices.filter(here);
      const conflict = notices.find(({ code }) => code === 'quantity_conflict');
      row.show(line, snapshot.problems.find(here), conflict ?? notices[0]);
      return row.element;
    });
    for (const id of this.#rows.keys()) {
      if (!snapshot.lines.some((line) => line.id === id)) this.#rows.delete(id);
    }
    // Moving a node loses its focus, so only what is out of place is touched.
    if (rows.some((row, i) => list.children[i] !== row)) list.replaceChildren(...rows);
    while (list.children.length > rows.length) list.lastElementChild!.remove();
  }
}

function emptyNote(): HTMLElement {
  return make('div', { class: 'empty' }, make('slot', { name: 'empty' }, 'Your cart is empty.'));
}
