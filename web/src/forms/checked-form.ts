// One form of the module: a call for all fields, or for the one that is being typed in.
import { CartError } from '../errors.js';
import type { FormField, FormSchema } from '../generated/wire.js';
import type { FormsGlue } from './glue.js';
import type { TextArena } from '../text-arena.js';
import { readFindings, type FormFinding } from './findings.js';
import { valueReader, withoutSeparators, type FormValues } from './values.js';

const NONE: readonly FormFinding[] = Object.freeze([]);

export class CheckedForm {
  readonly #read: (values: FormValues) => string;
  readonly #places: ReadonlyMap<string, number>;

  /** @internal */
  constructor(
    readonly schema: FormSchema,
    private readonly number: number,
    private readonly glue: FormsGlue,
    private readonly arena: TextArena,
    private readonly prepare: () => void,
  ) {
    this.#read = valueReader(schema.fields);
    this.#places = new Map(schema.fields.map(({ path }, place) => [path, place]));
  }

  get fields(): readonly FormField[] {
    return this.schema.fields;
  }

  /** All there is to say, in the order of the fields; nothing: it can be sent. */
  check(values: FormValues): readonly FormFinding[] {
    return this.#ask(values, (length) => this.glue.checkForm(this.number, length));
  }

  /** What there is to say about one field, beside the values of the others. */
  checkField(path: string, values: FormValues): readonly FormFinding[] {
    const place = this.#places.get(path);
    if (place === undefined) throw new CartError({ code: 'field_unknown', path });
    return this.#ask(values, (length) => this.glue.checkFormField(this.number, place, length));
  }

  #ask(values: FormValues, call: (length: number) => number): readonly FormFinding[] {
    this.prepare();
    let count = call(this.arena.write(this.#read(values)));
    if (count < 0) count = call(this.arena.write(withoutSeparators(this.fields, values)));
    if (count < 0) throw CartError.from(JSON.parse(this.arena.read()));
    return count === 0 ? NONE : readFindings(this.arena.read(), this.fields);
  }
}
