// What there is to say about one field, beside it. The element stays in its place, so that a page
// can keep room for it.
import { make, setAttribute, setText } from '../elements/dom.js';
import { enter, type Control } from './controls.js';
import type { FormFinding } from './findings.js';
import type { Forms } from './forms.js';

export class FieldNote {
  readonly #text: HTMLElement;
  readonly #use = make('button', { type: 'button', hidden: '' });
  readonly #root: HTMLElement;
  #shown = '';

  constructor(
    private readonly forms: Forms,
    private readonly control: () => Control | undefined,
  ) {
    const { id, type } = control()!;
    this.#text = make('span', { id: `${id}-note` });
    this.#root = make('div', { 'data-field-note': '' }, this.#text, this.#use);
    // Radio buttons are many: the message stands behind the group.
    const group = type === 'radio' ? control()!.closest('fieldset') : undefined;
    if (group) group.append(this.#root);
    else (control()!.closest('label') ?? control()!).after(this.#root);
    this.#use.addEventListener('click', () => this.#apply());
    this.describe();
  }

  /** Also when the control is another one by now. */
  describe(): void {
    const control = this.control()!;
    const before = control.getAttribute('aria-describedby')?.split(/\s+/) ?? [];
    const ids = [...new Set([...before, this.#text.id])];
    setAttribute(control, 'aria-describedby', ids.join(' '));
  }

  /** The message when it is news. */
  show(finding: FormFinding | undefined): string {
    const message = finding ? this.forms.message(finding) : '';
    const shown = finding ? `${finding.severity}${finding.suggestion}${message}` : '';
    const invalid = finding?.severity === 'error' ? 'true' : undefined;
    const control = this.control();
    if (control) setAttribute(control, 'aria-invalid', invalid);
    if (shown === this.#shown) return '';
    this.#shown = shown;
    setAttribute(this.#root, 'data-severity', finding?.severity);
    setAttribute(this.#root, 'data-code', finding?.code);
    setText(this.#text, message);
    this.#offer(finding?.suggestion ?? '');
    return message;
  }

  remove(): void {
    this.#root.remove();
    const control = this.control();
    if (!control) return;
    const ids = control.getAttribute('aria-describedby')?.split(/\s+/) ?? [];
    const left = ids.filter((id) => id !== this.#text.id).join(' ');
    setAttribute(control, 'aria-describedby', left || undefined);
    setAttribute(control, 'aria-invalid', undefined);
  }

  #offer(suggestion: string): void {
    this.#use.hidden = suggestion === '';
    this.#use.value = suggestion;
    const words = `${this.forms.label('use')} `;
    this.#use.replaceChildren(...(suggestion ? [words, make('bdi', {}, suggestion)] : []));
  }

  #apply(): void {
    const control = this.control();
    if (!control) return;
    control.focus(); // first: the button goes away
    enter(control, this.#use.value);
  }
}
