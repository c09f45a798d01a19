// The last requests of this page of the device, newest first.
import type { Device } from './device-link.js';
import { table } from './table.js';

export function requestView({ requests }: Device): Node[] {
  const rows = requests.map((row) => [
    new Date(row.at).toLocaleTimeString('en', { hour12: false }),
    row.method,
    row.path,
    row.status || 'no answer',
    `${row.ms} ms`,
  ]);
  return [table('Requests', ['time', 'method', 'path', 'status', 'took'], rows.reverse())];
}
