// A labelled field whose error appears beside it: checked when left, then at every keystroke.
import type { CartProblem } from 'sealcart';
import { h, setAttribute } from './dom.js';
import { fieldError } from './messages.js';

export interface FieldSpec {
  /** Path in the form, such as "shippingAddress.city"; with dashes it is the id. */
  path: string;
  label: string;
  optional?: boolean;
  autocomplete?: string;
  type?: 'text' | 'email' | 'tel';
  inputmode?: string;
  maxlength?: number;
  wide?: boolean;
}

type Control = HTMLInputElement | HTMLSelectElement;

export interface Field {
  readonly path: string;
  readonly root: HTMLElement;
  readonly control: Control;
  showProblem(problem: CartProblem | undefined): void;
}

/** Called with the field after input, change and blur; `left` is true for the latter two. */
export type FieldListener = (field: Field, left: boolean) => void;

export const fieldId = (path: string): string => path.replaceAll('.', '-');

export function textField(spec: FieldSpec, value: string, changed: FieldListener): Field {
  const input = h('input.input', {
    id: fieldId(spec.path),
    name: fieldId(spec.path),
    type: spec.type ?? 'text',
    value,
    autocomplete: spec.autocomplete,
    inputmode: spec.inputmode,
    maxlength: spec.maxlength ?? 200,
    enterkeyhint: 'next',
    'aria-required': spec.optional ? null : 'true',
  });
  return field(spec, input, changed);
}

export function selectField(
  spec: FieldSpec,
  choices: readonly { code: string; name: string }[],
  value: string,
  changed: FieldListener,
): Field {
  const select = h(
    'select.input',
    {
      id: fieldId(spec.path),
      name: fieldId(spec.path),
      autocomplete: spec.autocomplete,
      'aria-required': spec.optional ? null : 'true',
    },
    h('option', { value: '' }, 'Please choose'),
    ...choices.map(({ code, name }) => h('option', { value: code }, name)),
  );
  select.value = value;
  return field(spec, select, changed);
}

function field(spec: FieldSpec, control: Control, changed: FieldListener): Field {
  const errorId = `${control.id}-error`;
  const label = h(
    'label',
    { for: control.id },
    spec.label,
    spec.optional && h('span.optional', ' (optional)'),
  );
  const root = h('div', { class: spec.wide ? 'field field-wide' : 'field' }, label, control);
  const result: Field = {
    path: spec.path,
    root,
    control,
    showProblem(problem) {
      root.querySelector('.field-error')?.remove();
      if (problem) root.append(fieldError(errorId, problem));
      setAttribute(control, 'aria-invalid', problem ? 'true' : null);
      setAttribute(control, 'aria-describedby', problem ? errorId : null);
    },
  };
  control.addEventListener('input', () => changed(result, false));
  control.addEventListener('change', () => changed(result, true));
  control.addEventListener('blur', () => changed(result, true));
  return result;
}
