// Step 2: the ways to deliver to this address, with what each costs for this cart.
import type { SnapshotMethod } from 'sealcart';
import type { Shop } from '../store/shop.js';
import { daysText } from '../ui/delivery-text.js';
import { h } from '../ui/dom.js';
import type { Step } from './steps.js';

export function deliveryStep({ cart, format }: Shop, done: () => void): Step {
  const list = h('div', { class: 'methods', role: 'radiogroup', 'aria-labelledby': 'delivery-title' });
  const choose = (id: string): void => void cart.setShippingMethod(id).catch(() => undefined);

  const method = (entry: SnapshotMethod): HTMLElement =>
    h('label', { class: 'method' },
      h('input', {
        type: 'radio', name: 'method', value: entry.id, id: `method-${entry.id}`, checked: entry.chosen,
        on: { change: () => choose(entry.id) },
      }),
      h('span', { class: 'method-text' },
        h('strong', {}, entry.name),
        h('span', { class: 'soft small' }, methodText(entry, format))),
      h('span', { class: 'amount' }, entry.amount === 0 ? 'Free' : format(entry.amount)));

  let shown = '';
  const show = (): void => {
    const methods = cart.getSnapshot().shippingMethods;
    const key = JSON.stringify(methods);
    if (key === shown) return;
    shown = key;
    const focused = document.activeElement?.id ?? '';
    list.replaceChildren(...methods.map(method));
    if (focused.startsWith('method-')) document.getElementById(focused)?.focus();
  };
  cart.subscribe(show);
  show();

  const submit = (event: Event): void => {
    event.preventDefault();
    done();
  };
  return {
    root: h('form', { class: 'step', on: { submit } },
      h('h2', { id: 'delivery-title', tabindex: -1 }, 'Delivery'),
      list,
      h('div', { class: 'step-foot' },
        h('a', { class: 'button button-quiet', href: '#address' }, 'Back'),
        h('button', { type: 'submit', class: 'button' }, 'Continue to payment'))),
    ready: () => isChosen(cart.getSnapshot()),
    enter: () => {
      const { shippingMethods, shippingMethod } = cart.getSnapshot();
      const preset = shippingMethods.find((entry) => entry.chosen);
      const valid = shippingMethods.some((entry) => entry.id === shippingMethod);
      if (preset && !valid) choose(preset.id);
    },
  };
}

const isChosen = (snapshot: { shippingMethod: string; shippingMethods: readonly SnapshotMethod[] }): boolean =>
  snapshot.shippingMethods.some((entry) => entry.id === snapshot.shippingMethod);

function methodText(entry: SnapshotMethod, format: (minor: number) => string): string {
  const free = entry.freeFrom !== undefined && entry.amount > 0 ? `. Free from ${format(entry.freeFrom)}` : '';
  return `${daysText(entry)}${free}`;
}
