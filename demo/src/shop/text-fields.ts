// Texts a product takes, such as an engraving: a field each, with what is left of its bytes.
import type { CustomizationField } from 'sealcart';
import { h, setText } from '../ui/dom.js';

const DEFAULT_BYTES = 500;
const encoder = new TextEncoder();

export interface TextFields {
  readonly root: HTMLElement;
  /** By name; empty ones are left to the module, which leaves them out. */
  values(): Record<string, string>;
}

export function textFields(fields: readonly CustomizationField[]): TextFields {
  const inputs = fields.map((field) => ({ field, input: inputOf(field) }));
  return {
    root: h('div.text-fields', ...inputs.map(({ field, input }) => shown(field, input))),
    values: () => Object.fromEntries(inputs.map(({ field, input }) => [field.name, input.value])),
  };
}

const idOf = ({ name }: CustomizationField): string => `text-${name.replaceAll(/\W+/g, '-')}`;

const inputOf = (field: CustomizationField): HTMLInputElement =>
  h('input.input', {
    id: idOf(field),
    name: field.name,
    autocomplete: 'off',
    required: field.required ?? false,
    'aria-describedby': `${idOf(field)}-left`,
  });

// Bytes are what the module counts: an emoji takes four.
function shown(field: CustomizationField, input: HTMLInputElement): HTMLElement {
  const max = field.maxBytes ?? DEFAULT_BYTES;
  const left = h('p.soft.small', { id: `${idOf(field)}-left`, 'aria-live': 'polite' });
  const count = (): void => {
    const over = encoder.encode(input.value).length - max;
    setText(left, over > 0 ? `${over} characters too many` : `Room for ${-over} characters`);
    left.classList.toggle('too-many', over > 0);
  };
  input.addEventListener('input', count);
  count();
  const label = field.required ? field.name : `${field.name} (optional)`;
  return h('div.field', h('label', { for: input.id }, label), input, left);
}
