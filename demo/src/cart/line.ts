// One line of the cart: picture, name, stepper, save for later, remove. Errors stay with the line
// they belong to.
import { fullName, lineFacts, lineName } from './line-name.js';
import { lineNote, type ToldLine } from './line-note.js';
import type { Later } from '../store/later.js';
import type { Shop } from '../store/shop.js';
import { attemptBeside } from '../ui/attempt.js';
import { h, setText } from '../ui/dom.js';
import type { Kept } from '../ui/dom.js';
import { leaving } from '../ui/leave.js';
import { picture, variantImage } from '../ui/picture.js';
import { quantityStepper } from '../ui/quantity.js';

export function cartLine({ line }: ToldLine, shop: Shop, later: Later): Kept<ToldLine> {
  const { cart, format } = shop;
  const name = fullName(line);
  const problem = h('div', { role: 'alert' });
  const attempt = attemptBeside(problem, `problem-${line.id}`);
  const quantity = quantityStepper({
    label: name,
    wish: (wanted) => void attempt(() => cart.setQuantity(line.id, wanted)),
  });
  const title = (): HTMLElement | null => document.querySelector('#cart-title');
  const leave = leaving(() => root, attempt, title);
  const save = (): void => void leave(() => later.save(line.id), `${name} saved for later.`);
  const remove = (): void => void leave(() => cart.remove(line.id), `${name} removed.`);
  const total = h('span.amount');
  const former = h('s.former.small.amount');
  const unit = h('span.soft.small.amount');
  const saving = h('span.line-saving.amount');
  const note = lineNote(shop, line.id);
  const text = h(
    'div.line-text',
    h('div.line-head', lineName(line), total),
    ...lineFacts(line),
    h('p', former, unit, saving),
    h(
      'div.line-controls',
      quantity.root,
      h(
        'div.line-actions',
        action('Save for later', `Save ${name} for later`, save),
        action('Remove', `Remove ${name}`, remove),
      ),
    ),
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

const action = (words: string, label: string, click: () => void): HTMLElement =>
  h('button.link-button.small', { type: 'button', 'aria-label': label, on: { click } }, words);
