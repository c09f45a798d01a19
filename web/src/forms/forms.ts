// The checks of core on a page of its own: no cart, no server. One instance of forms.wasm
// with the tables of one language.
import { CartError } from '../errors.js';
import { cardBrands, checkoutForms } from '../generated/forms.js';
import type { AddressLayout, FieldVerdict, FormSchema, ValidateRequest } from '../generated/wire.js';
import type { FormsGlue } from './glue.js';
import { TextArena } from '../text-arena.js';
import { CheckedForm } from './checked-form.js';
import { SEPARATOR, type FormFinding } from './findings.js';

/** What the calendar decides. */
const DATED: ReadonlySet<string> = new Set(['cardExpiry', 'taxId']);

export type CheckoutFormName = keyof typeof checkoutForms;

/** A card number while it is typed. */
export interface TypedCard {
  /** In the groups of its brand, digits only. */
  readonly display: string;
  readonly valid: boolean;
  /** False: no further digit can make it good. */
  readonly potentiallyValid: boolean;
  /** As many digits as some number of the brand has. */
  readonly complete: boolean;
  /** When only one is possible. */
  readonly brand: (typeof cardBrands)[number] | undefined;
  /** Of the security code; 3 while the brand is not known. */
  readonly codeDigits: number;
}

export class Forms {
  readonly #arena: TextArena;
  readonly #forms = new Map<string, CheckedForm>();
  readonly #country = new Map<string, number>();
  #minute = NaN;

  /** @internal */
  constructor(
    private readonly glue: FormsGlue,
    /** BCP 47. */
    readonly locale: string,
    private readonly today: () => Date,
  ) {
    this.#arena = new TextArena(glue);
  }

  /** @internal */
  load(pack: string): void {
    this.#check(this.glue.loadPack(this.#arena.write(pack)));
  }

  /** A form of the checkout. Throws form_unknown. */
  form(name: CheckoutFormName): CheckedForm {
    const schema: FormSchema = checkoutForms[name];
    return this.#open(name, schema, () => this.glue.openForm(this.#arena.write(name)));
  }

  /** A form of the page's own. Throws what is wrong with its description. */
  define(schema: FormSchema): CheckedForm {
    const json = JSON.stringify(schema);
    return this.#open(json, schema, () => this.glue.defineForm(this.#arena.write(json)));
  }

  /** One value alone; the same answer as `sealcart validate`. */
  validate(request: ValidateRequest): FieldVerdict {
    const json = JSON.stringify({ today: isoDay(this.today()), ...request });
    this.#check(this.glue.validate(this.#arena.write(json)));
    return JSON.parse(this.#arena.read()) as FieldVerdict;
  }

  card(typed: string): TypedCard {
    const bits = this.glue.typeCard(this.#arena.write(typed));
    return {
      display: this.#arena.read(),
      valid: (bits & 1) !== 0,
      potentiallyValid: (bits & 2) !== 0,
      complete: (bits & 4) !== 0,
      brand: cardBrands[(bits >> 8) - 1],
      codeDigits: (bits >> 4) & 15 || 3,
    };
  }

  /** A phone number in the groups it is written in, with the digits typed so far. */
  phone(typed: string, country: string): string {
    let letters = this.#country.get(country);
    if (letters === undefined) {
      letters = country.length === 2 ? country.charCodeAt(0) * 256 + country.charCodeAt(1) : 0;
      this.#country.set(country, letters);
    }
    this.#check(this.glue.typePhone(letters, this.#arena.write(typed)));
    return this.#arena.read();
  }

  /** What a finding or any other refusal says, in the language of these forms. */
  message(problem: Pick<FormFinding, 'code' | 'params'>): string {
    const parts = [problem.code, ...Object.entries(problem.params).flat()];
    return this.#text(this.glue.message(this.#arena.write(parts.join(SEPARATOR))));
  }
  /** Text of a label such as 'postal'; empty for a key that is none. */
  label(key: string): string {
    return this.#text(this.glue.label(this.#arena.write(key)));
  }
  get direction(): 'ltr' | 'rtl' {
    return this.glue.rightToLeft() ? 'rtl' : 'ltr';
  }

  /** How an address of a country is asked for; what holds anywhere for an unknown country. */
  addressLayout(country: string): AddressLayout {
    const layout = this.#text(this.glue.addressLayout(this.#arena.write(country)));
    return JSON.parse(layout) as AddressLayout;
  }
  /** Of an ISO 3166-1 code; empty when it is none. */
  countryName(code: string): string {
    return this.#text(this.glue.countryName(this.#arena.write(code)));
  }

  /** `minor` units of the currency (ISO 4217), such as 1999 for 19,99 €. */
  formatMoney(minor: number, currency: string): string {
    return this.#text(this.glue.formatMoney(minor, this.#arena.write(currency)));
  }
  /** A whole number. */
  formatNumber(number: number): string {
    return this.#text(this.glue.formatNumber(number));
  }
  /** Parts per million: 220000 is 22 %. */
  formatPercent(ppm: number): string {
    return this.#text(this.glue.formatPercent(ppm));
  }

  #text(status: number): string {
    this.#check(status);
    return this.#arena.read();
  }

  #open(key: string, schema: FormSchema, open: () => number): CheckedForm {
    const before = this.#forms.get(key);
    if (before) return before;
    const number = open();
    if (number < 0) this.#check(1);
    const dated = schema.fields.some(({ kind }) => DATED.has(kind));
    const prepare = () => {
      if (dated) this.#tellToday();
    };
    const form = new CheckedForm(schema, number, this.glue, this.#arena, prepare);
    this.#forms.set(key, form);
    return form;
  }

  #tellToday(): void {
    const now = this.today();
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute === this.#minute) return; // finding out where midnight is costs more than a check
    this.#minute = minute;
    this.glue.setToday(dayNumber(now));
  }

  #check(status: number): void {
    if (status !== 0) throw CartError.from(JSON.parse(this.#arena.read()));
  }
}

// The shopper's own day: a card is good to the end of its month where it is used.
function dayNumber(now: Date): number {
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000);
}

function isoDay(now: Date): string {
  return new Date(dayNumber(now) * 86_400_000).toISOString().slice(0, 10);
}
