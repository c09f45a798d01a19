// Every change of money with the rule behind it.
import { h } from '../ui/dom.js';
import type { Device } from './device-link.js';
import { table } from './table.js';

export function traceView({ cart }: Device): Node[] {
  const { lines, grandTotal } = cart.getSnapshot();
  const sku = (id: string | undefined): string =>
    lines.find((line) => line.id === id)?.sku ?? 'order';
  const rows = cart
    .explain()
    .map((entry) => [
      entry.kind,
      entry.name,
      sku(entry.line),
      cart.formatMoney(entry.base),
      cart.formatMoney(entry.amount),
    ]);
  return [
    table(
      'Adjustments, in the order they are made',
      ['kind', 'rule', 'of', 'base', 'amount'],
      rows,
    ),
    h('p', h('strong', `Grand total ${cart.formatMoney(grandTotal)}`)),
  ];
}
