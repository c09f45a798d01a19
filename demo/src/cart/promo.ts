// Promotion codes: enter, see, take out.
import type { CartSnapshot, SnapshotCode } from 'sealcart';
import type { Shop } from '../store/shop.js';
import { attemptBeside } from '../ui/attempt.js';
import { h, setAttribute } from '../ui/dom.js';
import { codeReason } from '../ui/code-reason.js';
import { icon } from '../ui/icons.js';

export function promoCode({ cart, store }: Shop) {
  const problem = h('div', { role: 'alert', id: 'promo-problem' });
  const attempt = attemptBeside(problem, 'promo-error');
  const input = codeInput();
  const codes = h('ul.codes', { 'aria-label': 'Codes in the cart' });
  const apply = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!input.value.trim()) return input.focus();
    const taken = await attempt(() => cart.applyCode(input.value.trim()));
    setAttribute(input, 'aria-invalid', taken ? null : 'true');
    if (taken) input.value = '';
    else input.focus();
  };
  const form = h(
    'form',
    { on: { submit: (event) => void apply(event) } },
    h('label.visually-hidden', { for: 'promo' }, 'Promotion code'),
    input,
    h('button.button.button-quiet', { type: 'submit' }, 'Apply'),
  );
  return {
    root: h('div.promo', form, problem, codes),
    show(snapshot: CartSnapshot): void {
      codes.hidden = snapshot.codes.length === 0;
      const remove = (code: string) => () => void attempt(() => cart.removeCode(code));
      codes.replaceChildren(
        ...snapshot.codes.map((entry) => chip(entry, codeReason(entry, store), remove(entry.code))),
      );
    },
  };
}

const codeInput = (): HTMLInputElement =>
  h('input.input', {
    id: 'promo',
    name: 'promo',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    maxlength: 64,
    placeholder: 'Promotion code',
    'aria-describedby': 'promo-problem',
    enterkeyhint: 'done',
  });

function chip({ code, applied }: SnapshotCode, why: string, click: () => void): HTMLElement {
  const reason = !applied && h('span.code-reason', why);
  const label = { 'aria-label': `Remove the code ${code}` };
  const remove = h('button.icon-button', { type: 'button', ...label, on: { click } });
  remove.append(icon('close'));
  return h('li.code', { 'data-idle': !applied }, code, reason, remove);
}
