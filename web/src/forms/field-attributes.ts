// How a control is typed in, by the kind of its field: keyboard and direction.
import type { FieldKind } from '../generated/wire.js';

interface Typing {
  readonly type?: 'email' | 'tel';
  readonly inputmode?: 'email' | 'tel' | 'numeric';
  /** What is read from left to right in every language. */
  readonly dir?: 'ltr';
  readonly spellcheck?: 'false';
  readonly autocapitalize?: 'none' | 'words' | 'characters';
}

// No lengths: a browser cuts what is pasted without a word, the module says what is too long.
export const TYPING: Readonly<Record<FieldKind, Typing>> = {
  text: {},
  email: {
    type: 'email',
    inputmode: 'email',
    dir: 'ltr',
    spellcheck: 'false',
    autocapitalize: 'none',
  },
  phone: { type: 'tel', inputmode: 'tel', dir: 'ltr' },
  personName: { spellcheck: 'false', autocapitalize: 'words' },
  companyName: { spellcheck: 'false', autocapitalize: 'words' },
  addressLine: { spellcheck: 'false' },
  city: { spellcheck: 'false', autocapitalize: 'words' },
  region: { spellcheck: 'false', autocapitalize: 'words' },
  postalCode: { spellcheck: 'false', autocapitalize: 'characters' },
  country: {},
  cardNumber: { inputmode: 'numeric', dir: 'ltr' },
  cardExpiry: { inputmode: 'numeric', dir: 'ltr' },
  cardCode: { inputmode: 'numeric', dir: 'ltr' },
  cardHolder: { spellcheck: 'false', autocapitalize: 'characters' },
  iban: { dir: 'ltr', spellcheck: 'false', autocapitalize: 'characters' },
  taxId: { dir: 'ltr', spellcheck: 'false', autocapitalize: 'characters' },
  quantity: { inputmode: 'numeric' },
  number: { inputmode: 'numeric' },
  date: {},
  choice: {},
  consent: {},
  code: { dir: 'ltr', spellcheck: 'false', autocapitalize: 'characters' },
};
