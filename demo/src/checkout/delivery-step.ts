// Step 2: the ways to deliver to this address, with what each costs for this cart.
import type { CartSnapshot, SnapshotMethod } from 'sealcart';
import type { Shop } from '../store/shop.js';
import { daysText } from '../ui/delivery-text.js';
import { h } from '../ui/dom.js';
import type { Draft } from './draft.js';
import { pickupPlaces } from './pickup-places.js';
import type { Step } from './steps.js';

export function deliveryStep({ cart, format }: Shop, draft: Draft, done: () => void): Step {
  const choose = (id: string): void => void cart.setShippingMethod(id).catch(() => undefined);
  const list = h('div.methods', { role: 'radiogroup', 'aria-labelledby': 'delivery-title' });
  const places = pickupPlaces(draft);
  let shown = '';
  const show = (): void => {
    places.show(cart.getSnapshot());
    const methods = cart.getSnapshot().shippingMethods;
    const key = JSON.stringify(methods);
    if (key === shown) return;
    shown = key;
    const focused = document.activeElement?.id ?? '';
    list.replaceChildren(...methods.map((entry) => choice(entry, format, choose)));
    if (focused.startsWith('method-')) document.getElementById(focused)?.focus();
  };
  cart.subscribe(show);
  show();
  return {
    root: stepForm([list, places.root], done),
    ready: () => isChosen(cart.getSnapshot()) && places.ready(cart.getSnapshot()),
    enter: () => {
      const preset = cart.getSnapshot().shippingMethods.find((entry) => entry.chosen);
      if (preset && !isChosen(cart.getSnapshot())) choose(preset.id);
    },
  };
}

function stepForm(choices: readonly HTMLElement[], done: () => void): HTMLElement {
  const submit = (event: Event): void => {
    event.preventDefault();
    done();
  };
  const foot = h(
    'div.step-foot',
    h('a.button.button-quiet', { href: '#address' }, 'Back'),
    h('button.button', { type: 'submit' }, 'Continue to payment'),
  );
  const title = h('h2', { id: 'delivery-title', tabindex: -1 }, 'Delivery');
  return h('form.step', { on: { submit } }, title, ...choices, foot);
}

function choice(
  entry: SnapshotMethod,
  format: (minor: number) => string,
  choose: (id: string) => void,
): HTMLElement {
  const radio = h('input', {
    type: 'radio',
    name: 'method',
    value: entry.id,
    id: `method-${entry.id}`,
    checked: entry.chosen,
    disabled: !entry.available,
    on: { change: () => choose(entry.id) },
  });
  const { amount, freeFrom } = entry;
  const free = amount && freeFrom !== undefined ? `. Free from ${format(freeFrom)}` : '';
  const note = entry.available ? daysText(entry) + free : 'Not for this order';
  return h(
    'label.method',
    radio,
    h('span.method-text', h('strong', entry.name), h('span.soft.small', note)),
    h('span.amount', amount === undefined ? '' : amount > 0 ? format(amount) : 'Free'),
  );
}

const isChosen = ({ shippingMethod, shippingMethods }: CartSnapshot): boolean =>
  shippingMethods.some((entry) => entry.id === shippingMethod);
