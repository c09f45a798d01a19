// How a line is called.
import type { SnapshotLine } from 'sealcart';
import { address } from '../store/address-bar.js';
import { h } from '../ui/dom.js';

export const fullName = (line: SnapshotLine): string => [line.title, ...line.options].join(', ');

/** What it was chosen with. */
export const lineFacts = (line: SnapshotLine): HTMLElement[] => [
  ...(line.options.length > 0 ? [h('p.soft.small', line.options.join(', '))] : []),
  ...line.customizations.map(({ name, value }) =>
    h('p.soft.small.line-text-value', `${name}: “${value}”`),
  ),
];

export const lineName = (line: SnapshotLine): HTMLElement =>
  line.product
    ? h('a.line-title', { href: address('/', { product: line.product }) }, line.title)
    : h('span.line-title', line.title || line.sku);
