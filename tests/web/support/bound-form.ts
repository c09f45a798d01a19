// A page with a form of the checkout, bound, as a merchant would write it: a label and a control a
// field, nothing else.
import type { BrowserContext, Page } from 'puppeteer-core';
import { inPage, openTab } from './chromium.js';

export const COUNTRIES = ['US', 'GB', 'DE', 'IT', 'JP', 'IE', 'AU'];

const build = (name: string, locale: string) => `
  const { openForms, bindForm } = await import('/sealcart/forms.js');
  const today = () => new Date(2026, 10, 29);
  globalThis.forms = await openForms({ locale: '${locale}', today });
  const checked = forms.form('${name}');
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const options = ${JSON.stringify(COUNTRIES)}.map((code) =>
    make('option', { value: code }, forms.countryName(code)));
  const controlOf = ({ path, kind }) => {
    const names = { id: path.replace('.', '-'), name: path };
    if (kind === 'country') {
      return make('select', names, make('option', { value: '' }), ...options.splice(0));
    }
    return make('input', kind === 'consent' ? { ...names, type: 'checkbox' } : names);
  };
  const rows = checked.fields.map((field) => {
    const control = controlOf(field);
    return make('div', {}, make('label', { htmlFor: control.id }), control);
  });
  const form = make('form', { id: 'form' }, ...rows, make('button', {}, 'Send'));
  document.querySelector('main').append(form);
  globalThis.sent = [];
  globalThis.binding = bindForm(form, forms, checked, { onValid: (values) => sent.push(values) });
`;

export interface BoundForm {
  readonly page: Page;
  readonly complaints: string[];
  /** By the path of the field. */
  value(path: string): Promise<string>;
  focusedField(): Promise<string>;
  /** What stands beside a field; empty: nothing. */
  note(path: string): Promise<string>;
  /** Paths of the fields that are shown, from top to bottom. */
  order(): Promise<string[]>;
  read<T>(expression: string): Promise<T>;
}

export async function boundForm(
  context: BrowserContext,
  name: string,
  locale = 'en',
): Promise<BoundForm> {
  const { page, complaints } = await openTab(context);
  await inPage(page, build(name, locale));
  const read = <T>(expression: string) => inPage<T>(page, `return ${expression};`);
  const control = (path: string) => `document.querySelector('[name="${path}"]')`;
  return {
    page,
    complaints,
    read,
    value: (path) => read(`${control(path)}.value`),
    focusedField: () => read('document.activeElement.name ?? ""'),
    note: (path) =>
      read(
        `[...document.querySelectorAll('[data-field-note] > span')].find((note) =>
           ${control(path)}.getAttribute('aria-describedby').includes(note.id)).textContent`,
      ),
    order: () =>
      read(
        `[...document.querySelectorAll('form [name]')]
           .filter((field) => field.offsetParent).map((field) => field.name)`,
      ),
  };
}
