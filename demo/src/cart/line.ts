// One line of the cart: picture, name, stepper, remove. Errors stay with the line they belong to.
import type { SnapshotLine } from 'sealcart';
import { lineNote, type ToldLine } from './line-note.js';
import { address } from '../store/address-bar.js';
import type { Shop } from '../store/shop.js';
import { announce } from '../ui/announce.js';
import { attemptBeside } from '../ui/attempt.js';
import { h, setText } from '../ui/dom.js';
import type { Kept } from '../ui/dom.js';
import { picture, variantImage } from '../ui/picture.js';
import { quantityStepper } from '../ui/quantity.js';

export function cartLine({ line }: ToldLine, shop: Shop): Kept<ToldLine> {
  const { cart, format } = shop;
  const name = [line.title, ...line.options].join(', ');
  const problem = h('div', { role: 'alert' });
  const attempt = attemptBeside(problem, `problem-${line.id}`);
  const quantity = quantityStepper({
    label: name,
    wish: (wanted) => void attempt(() => cart.setQuantity(line.id, wanted)),
  });
  const remove = removeButton(name, () => {
    focusAfter(root);
    void attempt(() => cart.remove(line.id));
    announce(`${name} removed.`);
  });
  const total = h('span.amount');
  const former = h('s.former.small.amount');
  const unit = h('span.soft.small.amount');
  const saving = h('span.line-saving.amount');
  const note = lineNote(shop, line.id);
  const text = h(
    'div.line-text',
    h('div.line-head', lineName(line), total),
    line.options.length > 0 && h('p.soft.small', line.options.join(', ')),
    ...line.customizations.map(({ name: label, value }) =>
      h('p.soft.small.line-text-value', `${label}: “${value}”`),
    ),
    h('p', former, unit, saving),
    h('div.line-controls', quantity.root, remove),
  );
  const image = variantImage(line.product, line.image, line.options);
  const root = h('li.line', { 'data-sku': line.sku }, picture(image, '', true), text);
  root.append(problem, note.root);
  return {
    root,
    update(told) {
      const next = told.line;
      note.show(told);
      quantity.show(next.quantity, next.maxQuantity);
      setText(total, format(next.subtotal));
      const reduced = (next.compareAt ?? 0) > next.unitPrice;
      setText(former, reduced ? format(next.compareAt!) : '');
      setText(unit, `${format(next.unitPrice)} each`);
      setText(saving, next.lineDiscount > 0 ? ` \u2212${format(next.lineDiscount)}` : '');
    },
  };
}

function removeButton(name: string, click: () => void): HTMLElement {
  const label = { 'aria-label': `Remove ${name}` };
  return h('button.link-button.small', { type: 'button', ...label, on: { click } }, 'Remove');
}

const lineName = (line: SnapshotLine): HTMLElement =>
  line.product
    ? h('a.line-title', { href: address('/', { product: line.product }) }, line.title)
    : h('span.line-title', line.title || line.sku);

// The removed button had the focus: the next line's takes it, else the heading of the list.
function focusAfter(root: HTMLElement): void {
  const next = root.nextElementSibling ?? root.previousElementSibling;
  const button = next?.querySelector<HTMLElement>('.link-button');
  (button ?? document.querySelector<HTMLElement>('#cart-title'))?.focus();
}
