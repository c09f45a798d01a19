// Option pickers, in words. Which values go together is the module's answer (cart.options).
import type { Cart, OptionValue, Variant } from 'sealcart';
import type { ShopProduct } from './catalog.js';

export type Selection = Record<string, string>;

export interface ValueState {
  value: string;
  possible: boolean;
  /** Why not, in words; empty when possible. */
  why: string;
}

/** The first variant that can be bought, as a selection. */
export function firstSelection(cart: Cart, product: ShopProduct): Selection {
  const { nearest } = cart.options(product.id);
  return Object.fromEntries(nearest.map(({ name, value }) => [name, value]));
}

export function variantOf(
  cart: Cart,
  product: ShopProduct,
  selection: Selection,
): Variant | undefined {
  const { sku } = cart.options(product.id, selection);
  return product.variants.find((variant) => variant.sku === sku);
}

/**
 * The state of each value of one option. An option is held against the ones before it only, so
 * every variant stays reachable; the ones after it follow (see `adjusted`).
 */
export function valueStates(
  cart: Cart,
  product: ShopProduct,
  position: number,
  selection: Selection,
): ValueState[] {
  const before = product.options.slice(0, position).map(({ name }) => name);
  const chosen = Object.fromEntries(before.map((name) => [name, selection[name] ?? '']));
  const shown = cart.options(product.id, chosen).options[position]!;
  return shown.values.map((state) => {
    const why = whyNot(state, Object.values(chosen));
    return { value: state.value, possible: why === '', why };
  });
}

/** The selection after choosing a value: later options keep theirs where it is still possible. */
export function adjusted(
  cart: Cart,
  product: ShopProduct,
  position: number,
  value: string,
  old: Selection,
): Selection {
  const kept: Selection = {};
  product.options.forEach(({ name }, i) => {
    const wanted = i === position ? value : old[name];
    const { values } = cart.options(product.id, kept).options[i]!;
    const state = values.find((shown) => shown.value === wanted)?.state;
    if (i <= position || state === 'orderable') kept[name] = wanted!;
  });
  const { nearest, sku } = cart.options(product.id, kept, product.options[position]!.name);
  return sku ? kept : Object.fromEntries(nearest.map((choice) => [choice.name, choice.value]));
}

function whyNot(state: OptionValue, before: readonly string[]): string {
  if (state.state === 'orderable') return '';
  const name = [state.value, ...before].join(' in ');
  return state.state === 'soldOut' ? `${name} is sold out` : `${name} is not made`;
}
