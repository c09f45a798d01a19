// A label and a control for a field of the form. The binding of sealcart/forms does the rest: it
// names, dresses and checks them, and writes what there is to say behind the control.
import { h } from './dom.js';

type Control = HTMLInputElement | HTMLSelectElement;

export const fieldId = (path: string): string => path.replaceAll('.', '-');

export const textField = (path: string, value: string): HTMLElement =>
  field(h('input.input', { id: fieldId(path), name: path, value }));

export function selectField(
  path: string,
  none: string,
  choices: readonly { code: string; name: string }[],
  value: string,
): HTMLElement {
  const options = choices.map(({ code, name }) => h('option', { value: code }, name));
  const select = h(
    'select.input',
    { id: fieldId(path), name: path },
    h('option', { value: '' }, none),
    ...options,
  );
  select.value = value;
  return field(select);
}

const field = (control: Control): HTMLElement =>
  h('div.field', h('label', { for: control.id }), control);
