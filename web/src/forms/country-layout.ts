// The fields of one address as its country writes them: which there are, in which order, on which
// line, by which name.
import { setAttribute } from '../elements/dom.js';
import type {
  AddressLayout,
  FieldKind,
  FormField,
  LayoutPart,
  RegionChoice,
} from '../generated/wire.js';
import { asInput, asSelect, boxOf, findControl, setRequired, type Control } from './controls.js';
import { nameField } from './field-label.js';
import type { Forms } from './forms.js';
import { reorder } from './reorder.js';

const PART: Partial<Record<FieldKind, string>> = {
  personName: 'name',
  addressLine: 'line1',
  city: 'city',
  region: 'region',
  postalCode: 'postalCode',
};

interface Part {
  readonly field: FormField;
  readonly control: Control;
  readonly box: HTMLElement;
  /** Undefined: addresses of the country do not speak of it. */
  readonly layout: LayoutPart | undefined;
}

export class CountryLayout {
  readonly #regions = new Map<string, string>(); // chosen or typed, by country
  #country: string | undefined;
  #waiting = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly forms: Forms,
    private readonly country: FormField,
    private readonly fields: readonly FormField[],
    /** A control was put in the place of another one. */
    private readonly replaced: (path: string) => void,
  ) {}

  /** Follows the country; `anew` also when it is the same. */
  arrange(anew = false): void {
    const control = findControl(this.form, this.country.path);
    if (!control || (!anew && !this.#waiting && control.value === this.#country)) return;
    const layout = this.forms.addressLayout(control.value);
    this.#waiting = false;
    this.#arrangeRegion(control.value, layout);
    const parts = this.#parts(layout);
    for (const part of parts) this.#show(part, layout);
    reorder(inOrder(parts, layout.parts).map(({ box }) => box));
    setLines(parts);
    this.#country = control.value;
  }

  #parts(layout: AddressLayout): Part[] {
    const parts: Part[] = [];
    for (const field of this.fields) {
      const control = findControl(this.form, field.path);
      if (!control) continue;
      const part = layout.parts.find((entry) => entry.field === this.#partOf(field));
      parts.push({ field, control, box: boxOf(this.form, control), layout: part });
    }
    return parts;
  }

  // In the words of an Address, by kind: a form of the page's own may name its fields otherwise.
  #partOf(field: FormField): string | undefined {
    const first = this.fields.find(({ kind }) => kind === field.kind);
    return first === field ? PART[field.kind] : undefined;
  }

  // What the country has no use for is hidden and not sent, but keeps its value.
  #show({ field, control, box, layout: part }: Part, { postalExample }: AddressLayout): void {
    const byCountry = field.required === 'byCountry';
    const unused = byCountry && !part;
    const held = unused && box.contains(document.activeElement);
    if (held) this.#waiting = true;
    else if (byCountry && box.hidden !== unused) box.hidden = control.disabled = unused;
    const required = field.required === 'yes' || (byCountry && part?.need === 'required');
    const mayStayEmpty = byCountry ? part?.need === 'optional' : field.required !== 'yes';
    setRequired(control, required);
    const label = this.forms.label(part?.label || field.label || '');
    nameField(control, label, mayStayEmpty ? this.forms.label('optional') : '');
    if (field.kind === 'postalCode' && control instanceof HTMLInputElement) {
      const digits = /^\d+$/.test(postalExample);
      setAttribute(control, 'inputmode', digits ? 'numeric' : 'text');
    }
  }

  // A choice where the country has a list, else typed. Each country keeps its own region.
  #arrangeRegion(country: string, { regions }: AddressLayout): void {
    const field = this.fields.find(({ kind }) => kind === 'region');
    const control = field && findControl(this.form, field.path);
    if (!control) return;
    const focused = control === document.activeElement;
    if (focused && regions.length > 0 !== control instanceof HTMLSelectElement) {
      this.#waiting = true;
      return;
    }
    const value = this.#regionFor(country, control, regions);
    const none = this.forms.label('please_choose');
    const next =
      regions.length > 0
        ? asSelect(control, regions, (choice) => this.#regionName(choice), none)
        : asInput(control);
    next.value = value;
    if (next !== control) this.replaced(field.path);
  }

  #regionFor(country: string, control: Control, regions: readonly RegionChoice[]): string {
    const { value } = control;
    const before = this.#country;
    if (before !== undefined && before !== country) this.#regions.set(before, value);
    // What was typed may be meant for the new country; what was chosen is of the old one.
    const carries = before === country || control instanceof HTMLInputElement;
    const wanted = this.#regions.get(country) ?? (carries || before === undefined ? value : '');
    if (regions.length === 0 || wanted.trim() === '') return wanted.trim() && wanted;
    return regions.find((choice) => isNamed(choice, wanted))?.value ?? '';
  }

  // Both names, the one in the letters of the page first: it is what is typed to find it.
  #regionName({ name, latinName }: RegionChoice): string {
    if (!latinName || latinName === name) return name;
    const latin = /\p{Script=Latin}/u.test(this.forms.label('country'));
    return latin ? `${latinName} · ${name}` : `${name} · ${latinName}`;
  }
}

function isNamed({ value, name, latinName }: RegionChoice, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [value, name, latinName].some((known) => known?.toLowerCase() === wanted);
}

// The country first; further lines of the address behind its first; what the layout does not speak
// of (phone) last.
function inOrder(parts: readonly Part[], order: readonly LayoutPart[]): Part[] {
  const shown = parts.filter(({ layout }) => layout);
  shown.sort((a, b) => order.indexOf(a.layout!) - order.indexOf(b.layout!));
  const rest = parts.filter(({ layout }) => !layout);
  const first = rest.filter(({ field }) => field.kind === 'country');
  const further = rest.filter(({ field }) => field.kind === 'addressLine');
  const last = rest.filter((part) => !first.includes(part) && !further.includes(part));
  const line = shown.findIndex(({ field }) => field.kind === 'addressLine');
  shown.splice(line < 0 ? shown.length : line + 1, 0, ...further);
  return [...first, ...shown, ...last];
}

// For the page's styles: data-line counts from 0, data-line-share is how many stand on the line.
function setLines(parts: readonly Part[]): void {
  const lines = new Map<number, number>();
  for (const { layout } of parts) {
    if (layout) lines.set(layout.line, (lines.get(layout.line) ?? 0) + 1);
  }
  for (const { box, layout } of parts) {
    setAttribute(box, 'data-line', layout && String(layout.line));
    setAttribute(box, 'data-line-share', String(layout ? lines.get(layout.line) : 1));
  }
}
