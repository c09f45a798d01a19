// The values of a form as one text, in the order of its fields.
import type { FormField } from '../generated/wire.js';
import { SEPARATOR } from './findings.js';

/**
 * By the paths of the fields, flat ({'shippingAddress.city': 'Roma'}) or nested
 * ({shippingAddress: {city: 'Roma'}}). A box is true or false; what is absent is empty.
 */
export interface FormValues {
  readonly [name: string]: string | number | boolean | undefined | FormValues;
}

type Reader = (values: FormValues) => string;

/** Reads the fields of one form, one after the other. */
export function valueReader(fields: readonly FormField[]): Reader {
  const paths = fields.map(({ path }) => path);
  const readers = paths.map((path) => (path.includes('.') ? readerOf(path) : undefined));
  return (values) => {
    let joined = '';
    for (let i = 0; i < paths.length; i++) {
      if (i > 0) joined += SEPARATOR;
      const value = readers[i] ? readers[i]!(values) : values[paths[i]!];
      joined += typeof value === 'string' ? value : text(value);
    }
    return joined;
  };
}

/** The same, where a value holds the separator itself: it stays a character nobody may enter. */
export function withoutSeparators(fields: readonly FormField[], values: FormValues): string {
  return fields
    .map(({ path }) => readerOf(path)(values).replaceAll(SEPARATOR, '\x01'))
    .join(SEPARATOR);
}

function readerOf(path: string): Reader {
  const names = path.split('.');
  if (names.length === 1) return (values) => text(values[path]);
  const [outer, inner] = [names[0]!, names.slice(1).join('.')];
  const nested = readerOf(inner);
  return (values) => {
    const part = values[outer];
    return typeof part === 'object' ? nested(part) : text(values[path]);
  };
}

function text(value: FormValues[string]): string {
  if (typeof value === 'string') return value;
  if (value === true) return '1';
  return typeof value === 'number' ? String(value) : '';
}
