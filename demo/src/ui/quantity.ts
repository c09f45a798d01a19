// A quantity stepper. It shows what it is told; a person's wish goes to `wish`, which decides.
import { h, setAttribute } from './dom.js';
import { icon } from './icons.js';

export interface Quantity {
  readonly root: HTMLElement;
  show(quantity: number, max: number): void;
  value(): number;
}

interface Wishes {
  label: string;
  min?: number;
  step?: number;
  large?: boolean;
  wish: (quantity: number) => void;
}

export function quantityStepper({ label, min = 1, step = 1, large, wish }: Wishes): Quantity {
  let shown = min;
  let most = Number.MAX_SAFE_INTEGER;
  let written = '';
  const less = button('minus', `Fewer: ${label}`, () => wish(shown - step));
  const more = button('plus', `More: ${label}`, () => wish(shown + step));
  const input = h('input', {
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    maxlength: 13,
    'aria-label': `Quantity of ${label}`,
    on: {
      change: () => typed(),
      focus: () => input.select(),
      keydown: (event) => arrow(event),
    },
  });

  // The text as typed goes on, also 0, 1.5 or 10^12: the core says what is wrong with it.
  function typed(): void {
    const given = Number(input.value.trim().replace(',', '.'));
    if (input.value.trim() !== '' && Number.isFinite(given)) wish(given);
    write();
  }

  // News from the server or another device leaves alone what is just being typed.
  const typing = (): boolean => document.activeElement === input && input.value !== written;

  function write(): void {
    written = String(shown);
    if (input.value !== written) input.value = written;
  }

  function arrow(event: KeyboardEvent): void {
    const by = { ArrowUp: step, ArrowDown: -step }[event.key];
    if (!by) return;
    event.preventDefault();
    if (shown + by >= min && shown + by <= most) wish(shown + by);
  }

  return {
    root: h('span', { class: large ? 'stepper stepper-large' : 'stepper' }, less, input, more),
    value: () => shown,
    show(quantity, max) {
      shown = quantity;
      most = max;
      if (!typing()) write();
      keepFocus(less, quantity <= min, input);
      keepFocus(more, quantity >= max, input);
    },
  };
}

// A button that becomes disabled loses the focus; it goes to the field between the two.
function keepFocus(element: HTMLButtonElement, disabled: boolean, next: HTMLElement): void {
  if (disabled && document.activeElement === element) next.focus();
  setAttribute(element, 'disabled', disabled);
}

const button = (name: 'plus' | 'minus', label: string, click: () => void): HTMLButtonElement =>
  h('button', { type: 'button', 'aria-label': label, on: { click } }, icon(name));
