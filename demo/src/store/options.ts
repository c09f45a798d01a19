// Which option values go together. The module decides what a complete selection is (cart.choose);
// this tells a person beforehand which values are still possible, and why the others are not.
import type { Variant } from 'sealcart';
import { isSoldOut } from './catalog.js';
import type { ShopProduct } from './catalog.js';

export type Selection = Record<string, string>;

export interface ValueState {
  value: string;
  possible: boolean;
  /** Why not, in words; empty when possible. */
  why: string;
}

/** The first variant that can be bought, as a selection. */
export function firstSelection(product: ShopProduct): Selection {
  return selectionOf(
    product,
    product.variants.find((variant) => !isSoldOut(variant)) ?? product.variants[0]!,
  );
}

export function selectionOf(product: ShopProduct, variant: Variant): Selection {
  return Object.fromEntries(
    product.options.map((option, i) => [option.name, variant.options[i] ?? '']),
  );
}

export function variantOf(product: ShopProduct, selection: Selection): Variant | undefined {
  return product.variants.find((variant) =>
    product.options.every((option, i) => variant.options[i] === selection[option.name]),
  );
}

/**
 * The state of each value of one option. An option is held against the ones before it only, so
 * every variant stays reachable; the ones after it follow (see `adjusted`).
 */
export function valueStates(
  product: ShopProduct,
  position: number,
  selection: Selection,
): ValueState[] {
  return product.options[position]!.values.map((value) => {
    const why = whyNot(product, position, value, selection);
    return { value, possible: why === '', why };
  });
}

/** The selection after choosing a value: later options keep theirs where it is still possible. */
export function adjusted(
  product: ShopProduct,
  position: number,
  value: string,
  old: Selection,
): Selection {
  const wanted = { ...old, [product.options[position]!.name]: value };
  const fitting = buyable(product).filter((variant) =>
    agrees(product, variant, wanted, position + 1),
  );
  const kept = fitting.find((variant) => agrees(product, variant, wanted, product.options.length));
  const next = kept ?? fitting[0];
  return next ? selectionOf(product, next) : wanted;
}

function whyNot(
  product: ShopProduct,
  position: number,
  value: string,
  selection: Selection,
): string {
  const wanted = { ...selection, [product.options[position]!.name]: value };
  const made = product.variants.filter((variant) => agrees(product, variant, wanted, position + 1));
  if (made.some((variant) => !isSoldOut(variant))) return '';
  const before = product.options.slice(0, position).map((option) => selection[option.name]);
  const name = [value, ...before].filter(Boolean).join(' in ');
  return made.length > 0 ? `${name} is sold out` : `${name} is not made`;
}

const buyable = (product: ShopProduct): Variant[] =>
  product.variants.filter((variant) => !isSoldOut(variant));

const agrees = (product: ShopProduct, variant: Variant, wanted: Selection, upTo: number): boolean =>
  product.options.slice(0, upTo).every((option, i) => variant.options[i] === wanted[option.name]);
