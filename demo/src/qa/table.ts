// A plain table for the inspector.
import { h } from '../ui/dom.js';

// Only long values, such as paths, are broken into lines.
const LONG = 16;
const kind = (value: string | number): string => {
  if (typeof value === 'number') return 'number';
  return value.length > LONG ? 'long' : '';
};

export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): HTMLElement {
  const cell = (value: string | number): HTMLElement => h('td', { class: kind(value) }, value);
  const numbers = heads.map((_, i) => typeof rows[0]?.[i] === 'number');
  return h(
    'table.rows',
    h('caption', caption),
    h(
      'thead',
      h(
        'tr',
        ...heads.map((name, i) =>
          h('th', { scope: 'col', class: numbers[i] ? 'number' : '' }, name),
        ),
      ),
    ),
    h('tbody', ...rows.map((row) => h('tr', ...row.map(cell)))),
  );
}
