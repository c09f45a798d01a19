// One line of the cart: picture, name, stepper, remove. Errors stay with the line they belong to.
import type { SnapshotLine } from 'sealcart';
import { address } from '../store/address-bar.js';
import type { Shop } from '../store/shop.js';
import type { Kept } from '../ui/dom.js';
import { h, setText } from '../ui/dom.js';
import { announce } from '../ui/announce.js';
import { fieldError, isProblem } from '../ui/messages.js';
import { picture, variantImage } from '../ui/picture.js';
import { quantityStepper } from '../ui/quantity.js';

export function cartLine(line: SnapshotLine, { cart, format }: Shop): Kept<SnapshotLine> {
  const name = [line.title, ...line.options].join(', ');
  const problem = h('div', { role: 'alert' });
  const attempt = async (edit: () => Promise<unknown>): Promise<void> => {
    problem.replaceChildren();
    try {
      await edit();
    } catch (error) {
      if (!isProblem(error)) throw error;
      problem.replaceChildren(fieldError(`problem-${line.id}`, error));
    }
  };
  const quantity = quantityStepper({
    label: name,
    wish: (wanted) => void attempt(() => cart.setQuantity(line.id, wanted)),
  });
  const remove = (): void => {
    focusAfter(root);
    void attempt(() => cart.remove(line.id));
    announce(`${name} removed.`);
  };
  const total = h('span', { class: 'amount' });
  const unit = h('span', { class: 'soft small amount' });
  const saving = h('span', { class: 'line-saving amount' });
  const root = h('li', { class: 'line', 'data-line': line.id, 'data-sku': line.sku },
    picture(variantImage(line.product, line.image, line.options), '', true),
    h('div', { class: 'line-text' },
      h('div', { class: 'line-head' }, lineName(line), total),
      line.options.length > 0 && h('p', { class: 'soft small' }, line.options.join(', ')),
      h('p', {}, unit, saving),
      h('div', { class: 'line-controls' }, quantity.root,
        h('button', { type: 'button', class: 'link-button small', 'aria-label': `Remove ${name}`, on: { click: remove } },
          'Remove'))),
    problem);
  return {
    root,
    update(next) {
      quantity.show(next.quantity, next.maxQuantity);
      setText(total, format(next.subtotal));
      setText(unit, `${format(next.unitPrice)} each`);
      setText(saving, next.lineDiscount > 0 ? ` \u2212${format(next.lineDiscount)}` : '');
    },
  };
}

const lineName = (line: SnapshotLine): HTMLElement =>
  line.product
    ? h('a', { href: address('/', { product: line.product }), class: 'line-title' }, line.title)
    : h('span', { class: 'line-title' }, line.title || line.sku);

// The removed button had the focus: the next line's takes it, else the heading of the list.
function focusAfter(root: HTMLElement): void {
  const next = root.nextElementSibling ?? root.previousElementSibling;
  const target = next?.querySelector<HTMLElement>('.link-button') ?? document.querySelector<HTMLElement>('#cart-title');
  target?.focus();
}
