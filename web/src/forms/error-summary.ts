// All errors of a form on top of it, each with a link to its field. It takes the focus, so that a
// screen reader reads it and the next Tab goes into it (W3C WAI, technique G139).
import { make } from '../elements/dom.js';
import type { Control } from './controls.js';

export interface SummaryRow {
  /** Undefined: no control of the page has this field. */
  readonly control: Control | undefined;
  readonly text: string;
}

export class ErrorSummary {
  #root: HTMLElement | undefined;

  constructor(
    private readonly place: HTMLElement,
    private readonly level: number,
  ) {}

  show(title: string, rows: readonly SummaryRow[]): void {
    const id = `${(this.place.closest('form') ?? this.place).id || 'form'}-errors`;
    const heading = make(`h${this.level}` as 'h2', { id }, title);
    const list = make('ul', {}, ...rows.map((row) => make('li', {}, link(row))));
    const attributes = { role: 'region', tabindex: '-1', 'aria-labelledby': id };
    const root = make('div', { ...attributes, 'data-error-summary': '' }, heading, list);
    this.clear();
    this.place.prepend(root);
    this.#root = root;
    root.focus();
  }

  clear(): void {
    this.#root?.remove();
    this.#root = undefined;
  }
}

function link({ control, text }: SummaryRow): HTMLElement | string {
  if (!control) return text;
  const anchor = make('a', { href: `#${control.id}` }, text);
  anchor.addEventListener('click', (event) => {
    event.preventDefault(); // the fragment may be the page's own
    document.getElementById(control.id)?.focus();
  });
  return anchor;
}
