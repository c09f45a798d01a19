// The operation log: facts in the order the server gave them, then what still waits here.
import type { LogRow } from 'sealcart';
import type { Device } from './device-link.js';
import { table } from './table.js';

export function logView({ cart }: Device): Node[] {
  const rows = cart
    .log()
    .map((row) => [
      row.index === undefined ? 'waits' : String(row.index),
      row.op.kind,
      what(row),
      `${row.op.replica % 10_000}#${row.op.n}`,
      row.state,
    ]);
  return [
    table(
      'Operations this tab has seen',
      ['index', 'kind', 'what', 'replica', 'state'],
      rows.reverse(),
    ),
  ];
}

function what({ op }: LogRow): string {
  if (op.sku) return op.units ? `${op.sku} × ${op.units}` : op.sku;
  if (op.destination)
    return [op.destination.country, op.destination.region, op.destination.postalCode]
      .filter(Boolean)
      .join(' ');
  return op.value ?? '';
}
