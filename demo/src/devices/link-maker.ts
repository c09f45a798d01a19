// A link that opens this cart anywhere: for an e-mail or a note to oneself.
import type { Cart } from 'sealcart';
import { address } from '../store/address-bar.js';
import { attemptBeside } from '../ui/attempt.js';
import { h } from '../ui/dom.js';

const DAYS = 30;

export function linkMaker(cart: Cart, made: () => void): HTMLElement {
  const place = h('div', { role: 'status' });
  const problem = h('div', { role: 'alert' });
  const attempt = attemptBeside(problem, 'link-problem');
  const base = new URL(address('/devices.html'), location.origin);
  const click = (): void =>
    void attempt(async () => {
      const { url } = await cart.restoreLink({ days: DAYS, base });
      const field = h('input.input', {
        readonly: true,
        value: url,
        id: 'restore-link',
        dir: 'ltr',
        'aria-label': 'Link to this cart',
      });
      place.replaceChildren(field);
      field.select();
      made();
    });
  const button = { type: 'button', id: 'make-link', on: { click } };
  return h(
    'section.card',
    { 'aria-labelledby': 'link-title' },
    h('h2', { id: 'link-title' }, 'A link for later'),
    h('p.soft', `Opens this cart on any device for ${DAYS} days. Keep it to yourself.`),
    h('button.button.button-quiet', button, 'Make a link'),
    place,
    problem,
  );
}
