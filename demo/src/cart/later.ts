// What is saved for later, below the cart: each line goes back by one button. The last part of the
// drawer, so that nothing moves when the list comes.
import type { Later } from '../store/later.js';
import type { Shop } from '../store/shop.js';
import { attemptBeside } from '../ui/attempt.js';
import { h, keepList, setText } from '../ui/dom.js';
import type { Kept } from '../ui/dom.js';
import { leaving } from '../ui/leave.js';
import { sentence } from '../ui/messages.js';
import { picture, variantImage } from '../ui/picture.js';
import { units } from '../ui/totals.js';
import { fullName, lineFacts, lineName } from './line-name.js';
import { toldKey, toldLines, type ToldLine } from './line-note.js';

export function laterList({ cart, format }: Shop, later: Later): HTMLElement {
  const title = h('h3', { id: 'later-title', tabindex: -1 });
  const hint = h('p.soft.small', '“Save for later” keeps things here, and out of the total.');
  const list = h('ul.later-lines', { 'aria-labelledby': title.id });
  const keepLines = keepList(list, toldKey, (told) => laterLine(told, later, format, title));
  const root = h('section.later', { 'aria-labelledby': title.id }, title, hint, list);
  let told: ToldLine[] = [];
  let count = 0;
  const show = (): void => {
    const saved = later.list()?.getSnapshot();
    if (saved) [told, count] = [toldLines(saved), saved.unitCount];
    setText(title, count > 0 ? `Saved for later, ${units(count)}` : 'Saved for later');
    hint.hidden = told.length > 0;
    list.hidden = told.length === 0;
    root.hidden = told.length === 0 && cart.getSnapshot().lines.length === 0;
    keepLines(told);
  };
  later.subscribe(show);
  cart.subscribe(show);
  show();
  return root;
}

function laterLine(
  { line }: ToldLine,
  later: Later,
  format: Shop['format'],
  title: HTMLElement,
): Kept<ToldLine> {
  const name = fullName(line);
  const problem = h('div', { role: 'alert' });
  const attempt = attemptBeside(problem, `later-problem-${line.id}`);
  const leave = leaving(
    () => root,
    attempt,
    () => title,
  );
  const button = (words: string, label: string, click: () => void): HTMLElement =>
    h('button.link-button.small', { type: 'button', 'aria-label': label, on: { click } }, words);
  const price = h('span.amount');
  const note = h('p.soft.small');
  const root = h(
    'li.later-line',
    { 'data-sku': line.sku },
    picture(variantImage(line.product, line.image, line.options), '', true),
    h(
      'div.line-text',
      h('div.line-head', lineName(line), price),
      ...lineFacts(line),
      note,
      h(
        'div.line-actions',
        button('Move to the cart', `Move ${name} to the cart`, () =>
          void leave(() => later.takeBack(line.id), `${name} moved to the cart.`),
        ),
        button('Remove', `Remove ${name} from the list`, () =>
          void leave(() => later.list()!.remove(line.id), `${name} removed from the list.`),
        ),
      ),
    ),
    problem,
  );
  return {
    root,
    update({ line: { quantity, unitPrice }, problem: state }) {
      setText(price, quantity > 1 ? `${quantity} × ${format(unitPrice)}` : format(unitPrice));
      setText(note, state ? sentence(state) : '');
      note.hidden = !state;
    },
  };
}
