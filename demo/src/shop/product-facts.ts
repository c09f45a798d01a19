// Delivery and data of a variant, below the buy button.
import type { Variant } from 'sealcart';
import type { Shop } from '../store/shop.js';
import { h } from '../ui/dom.js';
import { daysText } from '../ui/delivery-text.js';

export function productFacts(variant: Variant, { store, format }: Shop): HTMLElement {
  const home = store.shippingMethods.filter((method) => method.zones.includes(store.defaultZone));
  const list = h('dl.facts');
  for (const method of home) {
    const free = method.freeFrom === undefined ? '' : `, free from ${format(method.freeFrom)}`;
    const cost = method.amount === 0 ? 'Free' : format(method.amount);
    list.append(fact(method.name, `${cost}${free}. ${daysText(method)}.`));
  }
  if (variant.weightG) list.append(fact('Weight', weight(variant.weightG)));
  list.append(fact('SKU', variant.sku));
  return list;
}

const fact = (name: string, value: string): HTMLElement => h('div', h('dt', name), h('dd', value));

const weight = (grams: number): string =>
  grams >= 1000 ? `${(grams / 1000).toFixed(1)} kg` : `${grams} g`;
