// A page's own <form>, checked by the module: its controls are found by their names, which are the
// paths of the fields (name="shippingAddress.city").
import type { FormField } from '../generated/wire.js';
import { CountryLayout } from './country-layout.js';
import {
  dressControl,
  findControl,
  isControl,
  isTicked,
  setRequired,
  valueOf,
} from './controls.js';
import type { CheckedForm } from './checked-form.js';
import { ErrorSummary } from './error-summary.js';
import { nameField, nameOf } from './field-label.js';
import { FieldNote } from './field-note.js';
import type { FormFinding } from './findings.js';
import type { Forms } from './forms.js';
import { groupTyped } from './typed-groups.js';
import type { FormValues } from './values.js';
import { Voice } from './voice.js';

/** By the paths of the fields; a box is true or false, what is disabled or absent is empty. */
export type BoundValues = Readonly<Record<string, string | boolean>>;

export interface BindOptions {
  /** Submitted and without an error. Without this the browser sends the form as any other. */
  readonly onValid?: (values: BoundValues) => void;
  /** Values of fields that stand elsewhere, such as on another page of the checkout. */
  readonly others?: () => FormValues;
  /** The list of errors comes first in it; default: in the form. */
  readonly summary?: HTMLElement;
  /** Of the heading of that list; default 2. */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
}

export interface FormBinding {
  values(): BoundValues;
  /** Shows all there is to say, as if submitted; true: no error. */
  check(): boolean;
  /** To be called when the page has put in or taken out controls, or has set values itself. */
  refresh(): void;
  /** Takes messages and listeners away; attributes and the order of fields stay. */
  unbind(): void;
}

/**
 * Dresses the controls (autofill, keyboard, label), checks a field when it is left and from
 * then on while it is typed in, groups numbers, and arranges addresses by their country.
 */
export function bindForm(
  element: HTMLFormElement,
  forms: Forms,
  form: CheckedForm,
  options: BindOptions = {},
): FormBinding {
  return new Binding(element, forms, form, options);
}

class Binding implements FormBinding {
  readonly #fields: ReadonlyMap<string, FormField>;
  readonly #notes = new Map<string, FieldNote>();
  readonly #typed = new Set<string>();
  readonly #visited = new Set<string>();
  readonly #addresses: readonly CountryLayout[];
  readonly #voice: Voice;
  readonly #summary: ErrorSummary;
  readonly #bound = new AbortController();

  constructor(
    private readonly element: HTMLFormElement,
    private readonly forms: Forms,
    private readonly form: CheckedForm,
    private readonly options: BindOptions,
  ) {
    this.#fields = new Map(form.fields.map((field) => [field.path, field]));
    this.#addresses = form.fields
      .filter(({ kind }) => kind === 'country')
      .map((country) => this.#address(country));
    element.noValidate = true;
    element.lang = forms.locale;
    element.dir = forms.direction;
    this.#voice = new Voice(element);
    this.#summary = new ErrorSummary(options.summary ?? element, options.headingLevel ?? 2);
    const { signal } = this.#bound;
    element.addEventListener('input', (event) => this.#input(event), { signal });
    element.addEventListener('change', (event) => this.#leave(event), { signal });
    element.addEventListener('focusout', (event) => this.#leave(event), { signal });
    element.addEventListener('submit', (event) => this.#submit(event), { signal });
    this.refresh();
  }

  values(): BoundValues {
    const paths = [...this.#fields.keys()].filter((path) => findControl(this.element, path));
    return Object.fromEntries(paths.map((path) => [path, valueOf(this.element, path)]));
  }

  refresh(): void {
    for (const field of this.#fields.values()) this.#dress(field);
    for (const address of this.#addresses) address.arrange(true);
    this.#groupAll();
    this.#recheck();
  }

  check(): boolean {
    for (const path of this.#fields.keys()) this.#visited.add(path);
    const findings = this.#recheck();
    this.#voice.say(''); // the list says it all
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) this.#summary.clear();
    else this.#summary.show(this.forms.label('check_fields'), this.#rows(errors));
    return errors.length === 0;
  }

  unbind(): void {
    this.#bound.abort();
    this.#voice.remove();
    this.#summary.clear();
    for (const note of this.#notes.values()) note.remove();
    this.#notes.clear();
  }

  #address(country: FormField): CountryLayout {
    const fields = this.form.fields.filter((field) => addressOf(field) === addressOf(country));
    return new CountryLayout(this.element, this.forms, country, fields, (path) => {
      this.#dress(this.#fields.get(path)!);
      this.#notes.get(path)?.describe();
    });
  }

  #dress(field: FormField): void {
    const control = findControl(this.element, field.path);
    if (!control) return;
    dressControl(control, field);
    setRequired(control, field.required === 'yes');
    const optional = field.required !== 'yes' && !isTicked(control);
    const mark = optional ? this.forms.label('optional') : '';
    nameField(control, this.forms.label(field.label ?? ''), mark);
    if (this.#notes.has(field.path)) return;
    const find = () => findControl(this.element, field.path);
    this.#notes.set(field.path, new FieldNote(this.forms, find));
  }

  #input(event: Event): void {
    const field = this.#fieldOf(event);
    if (!field) return;
    this.#typed.add(field.path);
    this.#group(field, event);
    if (field.kind === 'country') {
      for (const address of this.#addresses) address.arrange();
      this.#groupAll();
    }
    this.#recheck();
  }

  // Left or chosen. Who only passes through an empty field is not told to fill it.
  #leave(event: Event): void {
    const field = this.#fieldOf(event);
    if (!field) return;
    const filled = valueOf(this.element, field.path) !== '';
    if (filled || this.#typed.has(field.path)) this.#visited.add(field.path);
    this.#recheck();
    if (event.type !== 'focusout') return;
    // When the focus has arrived: what had to wait for it may be arranged now.
    setTimeout(() => {
      if (this.#bound.signal.aborted) return;
      for (const address of this.#addresses) address.arrange();
    });
  }

  #submit(event: Event): void {
    const isGood = this.check();
    if (!isGood || this.options.onValid) event.preventDefault();
    if (isGood) this.options.onValid?.(this.values());
  }

  // All visited ones at once, for what is said of one field may depend on another: one call.
  #recheck(): readonly FormFinding[] {
    const findings = this.form.check({ ...this.options.others?.(), ...this.values() });
    let news = '';
    for (const [path, note] of this.#notes) {
      if (!this.#visited.has(path)) continue;
      const said = note.show(worst(findings, path));
      if (said) news = `${this.#nameOf(path)}: ${said}`;
    }
    if (news) this.#voice.say(news);
    return findings;
  }

  // From top to bottom, as they stand on the page.
  #rows(errors: readonly FormFinding[]) {
    const rows = errors.map((error) => ({
      control: findControl(this.element, error.path),
      text: `${this.#nameAlone(error.path)}: ${this.forms.message(error)}`,
    }));
    return rows.sort((a, b) => {
      if (!a.control || !b.control) return Number(!a.control) - Number(!b.control);
      const where = a.control.compareDocumentPosition(b.control);
      return where & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
  }

  #nameOf(path: string): string {
    const control = findControl(this.element, path);
    return (control && nameOf(control)) || this.forms.label(this.#fields.get(path)?.label ?? '');
  }

  // Away from its place: a street may be of either address, which the group's legend tells.
  #nameAlone(path: string): string {
    const name = this.#nameOf(path);
    const shown = [...this.#notes.keys()].filter(
      (other) => findControl(this.element, other)?.matches(':enabled') ?? false,
    );
    const shared = shown.filter((other) => this.#nameOf(other) === name);
    const control = findControl(this.element, path);
    const legend = control?.closest('fieldset')?.querySelector('legend')?.textContent;
    return shared.length > 1 && legend ? `${legend}, ${name}` : name;
  }

  #groupAll(): void {
    for (const field of this.#fields.values()) this.#group(field);
  }

  #group(field: FormField, event?: Event): void {
    const input = findControl(this.element, field.path);
    if (!(input instanceof HTMLInputElement)) return;
    if (!event && input === document.activeElement) return; // never under the typist
    if (field.kind === 'cardNumber') {
      groupTyped(input, (text) => this.forms.card(text).display, event);
    } else if (field.kind === 'phone') {
      groupTyped(input, (text) => this.forms.phone(text, this.#countryOf(field)), event);
    }
  }

  // Of its own address, or the first one of the form.
  #countryOf(field: FormField): string {
    const countries = this.form.fields.filter(({ kind }) => kind === 'country');
    const own = countries.find((country) => addressOf(country) === addressOf(field));
    const country = own ?? countries[0];
    return country ? (findControl(this.element, country.path)?.value ?? '') : '';
  }

  #fieldOf({ target }: Event): FormField | undefined {
    return isControl(target) ? this.#fields.get(target.name) : undefined;
  }
}

/** "shippingAddress" of "shippingAddress.city". */
const addressOf = ({ path, address }: FormField): string =>
  address || path.slice(0, Math.max(path.lastIndexOf('.'), 0));

function worst(findings: readonly FormFinding[], path: string): FormFinding | undefined {
  const own = findings.filter((finding) => finding.path === path);
  return own.find(({ severity }) => severity === 'error') ?? own[0];
}
