// The controls of a page's form, found by the paths of their fields.
import { setAttribute } from '../elements/dom.js';
import type { FormField, RegionChoice } from '../generated/wire.js';
import { TYPING } from './field-attributes.js';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export const isControl = (node: unknown): node is Control =>
  node instanceof HTMLInputElement ||
  node instanceof HTMLSelectElement ||
  node instanceof HTMLTextAreaElement;

/** The first one of that name; of radio buttons all have it. */
export function findControl(form: HTMLFormElement, path: string): Control | undefined {
  for (const element of form.elements) {
    if (isControl(element) && element.name === path) return element;
  }
  return undefined;
}

/** What stands there; nothing where the control is disabled, or there is none. */
export function valueOf(form: HTMLFormElement, path: string): string | boolean {
  const control = findControl(form, path);
  if (!control || control.matches(':disabled')) return '';
  if (control.type === 'checkbox') return (control as HTMLInputElement).checked;
  if (control.type !== 'radio') return control.value;
  const all = [...form.elements].filter((element) => isControl(element) && element.name === path);
  return (all as HTMLInputElement[]).find((radio) => radio.checked)?.value ?? '';
}

/** As if it had been typed: the page's own listeners hear of it. */
export function enter(control: Control, value: string): void {
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What the field's kind asks for; what the page says itself stays. */
export function dressControl(control: Control, field: FormField): void {
  const typed = control instanceof HTMLInputElement && !isTicked(control);
  const wanted: Record<string, string | number | undefined> = {
    ...(typed && TYPING[field.kind]),
    autocomplete: field.autocomplete || undefined,
    enterkeyhint: typed ? 'next' : undefined,
  };
  if (!control.id) control.id = field.path.replaceAll('.', '-');
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== undefined && !control.hasAttribute(name)) {
      control.setAttribute(name, String(value));
    }
  }
}

export const isTicked = (control: Control): boolean =>
  control.type === 'checkbox' || control.type === 'radio';

/**
 * The element that is all the field's own: its control, label and message, and of no other field
 * anything.
 */
export function boxOf(form: HTMLFormElement, control: Control): HTMLElement {
  const others = [...form.elements].filter((other) => isControl(other) && other !== control);
  let box: HTMLElement = control;
  for (;;) {
    const { parentElement } = box;
    if (!parentElement || parentElement === form) return box;
    if (others.some((other) => parentElement.contains(other))) return box;
    box = parentElement;
  }
}

// Of a text field only.
const TYPED_ONLY = ['type', 'value', 'maxlength', 'inputmode', 'enterkeyhint', 'spellcheck'];

/** The same field as a list of choices. */
export function asSelect(
  control: Control,
  choices: readonly RegionChoice[],
  nameOf: (choice: RegionChoice) => string,
  none: string,
): HTMLSelectElement {
  const select = control instanceof HTMLSelectElement ? control : become(control, 'select');
  const options = choices.map((choice) => new Option(nameOf(choice), choice.value));
  select.replaceChildren(new Option(none, ''), ...options);
  return select;
}

/** The same field to be typed in. */
export function asInput(control: Control): HTMLInputElement {
  return control instanceof HTMLInputElement ? control : become(control, 'input');
}

function become<K extends 'select' | 'input'>(
  control: Control,
  name: K,
): HTMLElementTagNameMap[K] {
  const next = document.createElement(name);
  for (const attribute of control.attributes) {
    if (name === 'select' && TYPED_ONLY.includes(attribute.name)) continue;
    next.setAttribute(attribute.name, attribute.value);
  }
  control.replaceWith(next);
  return next;
}

export function setRequired(control: Control, required: boolean): void {
  if (!isTicked(control)) setAttribute(control, 'aria-required', required ? 'true' : undefined);
}
