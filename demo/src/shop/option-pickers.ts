// One radio group for each option. What can't be chosen is disabled and says why: the arrow keys
// pass over it, so the group itself is described by the reasons.
import type { Cart } from 'sealcart';
import type { ShopProduct } from '../store/catalog.js';
import { adjusted, valueStates } from '../store/options.js';
import type { Selection, ValueState } from '../store/options.js';
import { h } from '../ui/dom.js';
import { hasSwatch, swatch } from './swatch.js';

export function optionPickers(
  cart: Cart,
  product: ShopProduct,
  start: Selection,
  changed: (selection: Selection) => void,
): HTMLElement {
  const root = h('div.options');
  let selection = start;
  const show = (): void => {
    const focused = document.activeElement?.id;
    root.replaceChildren(...product.options.map((_, position) => group(position)));
    if (focused) document.getElementById(focused)?.focus();
  };
  const choose = (position: number, value: string): void => {
    selection = adjusted(cart, product, position, value, selection);
    show();
    changed(selection);
  };
  const group = (position: number): HTMLElement => {
    const { name } = product.options[position]!;
    const states = valueStates(cart, product, position, selection);
    const whys = states.filter((state) => !state.possible).map((state) => state.why);
    const why = whys.length > 0 && h('p.option-why.soft.small', `${whys.join('. ')}.`);
    if (why) why.id = `option-${position}-why`;
    return h(
      'fieldset.option',
      { 'aria-describedby': why && why.id },
      h('legend.label', `${name}: `, h('span.soft', selection[name] ?? '')),
      h(
        'div.option-values',
        ...states.map((state, i) =>
          choice(`option-${position}-${i}`, name, state, selection[name] === state.value, () =>
            choose(position, state.value),
          ),
        ),
      ),
      why,
    );
  };
  show();
  return root;
}

function choice(
  id: string,
  name: string,
  state: ValueState,
  checked: boolean,
  pick: () => void,
): HTMLElement {
  return h(
    'label.option-value',
    { title: state.possible ? null : state.why },
    h('input', {
      type: 'radio',
      id,
      name,
      value: state.value,
      checked,
      disabled: !state.possible,
      on: { change: pick },
    }),
    hasSwatch(state.value) && swatch(state.value),
    h('span.value-name', state.value),
    !state.possible && h('span.visually-hidden', ` (${state.why})`),
  );
}
