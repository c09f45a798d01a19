// The snapshot: its numbers as the page reads them without JSON, then the whole of it.
import type { CartSnapshot } from 'sealcart';
import { h } from '../ui/dom.js';
import type { Device } from './device-link.js';
import { table } from './table.js';

const LINE_NUMBERS = [
  'quantity',
  'unitPrice',
  'subtotal',
  'lineDiscount',
  'orderDiscount',
  'tax',
  'total',
] as const;

export function stateView({ cart }: Device): Node[] {
  const snapshot = cart.getSnapshot();
  const { state, pending, head, durable } = snapshot.sync;
  return [
    table(
      'Sync',
      ['state', 'pending', 'head', 'kept on disk'],
      [[state, pending, head, durable ? 'yes' : 'no']],
    ),
    table('Totals, minor units', ['name', 'value'], headNumbers(snapshot)),
    table(
      'Lines, minor units',
      ['SKU', ...LINE_NUMBERS],
      snapshot.lines.map((line) => [line.sku, ...LINE_NUMBERS.map((name) => line[name])]),
    ),
    h('h3', 'Snapshot'),
    h('pre', { dir: 'ltr' }, JSON.stringify(snapshot, null, 2)),
  ];
}

function headNumbers(snapshot: CartSnapshot): (readonly [string, number])[] {
  return Object.entries(snapshot).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
}
