// Promotion codes: enter, see, take out.
import type { CartSnapshot } from 'sealcart';
import type { Shop } from '../store/shop.js';
import { h, setAttribute } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { fieldError, isProblem } from '../ui/messages.js';

export function promoCode({ cart }: Shop) {
  const problem = h('div', { role: 'alert', id: 'promo-problem' });
  const input = h('input', {
    class: 'input', id: 'promo', name: 'promo', autocomplete: 'off', autocapitalize: 'characters',
    spellcheck: 'false', maxlength: 64, placeholder: 'Promotion code', 'aria-describedby': 'promo-problem', enterkeyhint: 'done',
  });
  const codes = h('ul', { class: 'codes', 'aria-label': 'Codes in the cart' });
  const apply = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!input.value.trim()) return input.focus();
    try {
      await cart.applyCode(input.value.trim());
      input.value = '';
      showProblem(null);
    } catch (error) {
      if (!isProblem(error)) throw error;
      showProblem(fieldError('promo-error', error));
      input.focus();
    }
  };
  const showProblem = (message: HTMLElement | null): void => {
    problem.replaceChildren(...(message ? [message] : []));
    setAttribute(input, 'aria-invalid', message ? 'true' : null);
  };
  const chip = (entry: CartSnapshot['codes'][number]): HTMLElement => {
    const waits = entry.applied ? '' : ' (not used yet)';
    return h('li', { class: 'code', 'data-idle': !entry.applied }, `${entry.code}${waits}`,
      h('button', {
        type: 'button', class: 'icon-button', 'aria-label': `Remove the code ${entry.code}`,
        on: { click: () => void cart.removeCode(entry.code) },
      }, icon('close')));
  };
  return {
    root: h('div', { class: 'promo' },
      h('form', { on: { submit: (event) => void apply(event) } },
        h('label', { class: 'visually-hidden', for: 'promo' }, 'Promotion code'), input,
        h('button', { class: 'button button-quiet', type: 'submit' }, 'Apply')),
      problem, codes),
    show(snapshot: CartSnapshot): void {
      codes.hidden = snapshot.codes.length === 0;
      codes.replaceChildren(...snapshot.codes.map(chip));
    },
  };
}
