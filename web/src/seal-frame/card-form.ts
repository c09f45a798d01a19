// The fields of the card: grouped as they are typed, checked when they are left, then at each key.
import {
  cardOf,
  cardProblems,
  groupedExpiry,
  groupedNumber,
  type Card,
  type CardField,
  type CardTexts,
} from './card-checks.js';

const FIELDS: readonly CardField[] = ['number', 'expiry', 'code', 'name'];
const GROUPED: Partial<Record<CardField, (text: string) => string>> = {
  number: groupedNumber,
  expiry: groupedExpiry,
};

export class CardForm {
  onchange: (complete: boolean) => void = () => {};
  onsubmit: () => void = () => {};
  readonly #touched = new Set<CardField>();

  constructor(private readonly form: HTMLFormElement) {
    for (const field of FIELDS) {
      const input = this.#input(field);
      input.addEventListener('input', (event) => {
        group(input, GROUPED[field], event as InputEvent);
        this.#show();
      });
      input.addEventListener('blur', () => {
        if (input.value !== '') this.#touched.add(field);
        this.#show();
      });
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.read()) this.onsubmit();
    });
  }

  /** The card, or nothing; then every problem is shown. */
  read(): Card | undefined {
    FIELDS.forEach((field) => this.#touched.add(field));
    return this.#show() ? cardOf(this.#texts()) : undefined;
  }

  /** To the first field with a problem. */
  focus(): void {
    const problems = cardProblems(this.#texts(), new Date());
    this.#input(FIELDS.find((field) => problems[field]) ?? 'number').focus();
  }

  /** A line below the fields, read aloud. */
  tell(text: string): void {
    this.form.querySelector('#status')!.textContent = text;
  }

  #show(): boolean {
    const problems = cardProblems(this.#texts(), new Date());
    for (const field of FIELDS) {
      const problem = this.#touched.has(field) ? (problems[field] ?? '') : '';
      const line = this.form.querySelector(`#${field}-error`)!;
      if (line.textContent !== problem) line.textContent = problem;
      this.#input(field).setAttribute('aria-invalid', String(problem !== ''));
    }
    const complete = Object.keys(problems).length === 0;
    this.onchange(complete);
    return complete;
  }

  #texts(): CardTexts {
    const [number, expiry, code, name] = FIELDS.map((field) => this.#input(field).value);
    return { number: number!, expiry: expiry!, code: code!, name: name! };
  }

  #input(field: CardField): HTMLInputElement {
    return this.form.elements.namedItem(field) as HTMLInputElement;
  }
}

// Only while typing at the end or pasting: a caret in the middle, or a deletion, is left alone.
function group(
  input: HTMLInputElement,
  format: ((text: string) => string) | undefined,
  event: InputEvent,
): void {
  if (!format || event.inputType?.startsWith('delete')) return;
  if (input.selectionStart !== input.value.length) return;
  const text = format(input.value);
  if (text !== input.value) input.value = text;
}
