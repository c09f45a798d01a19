// How a control is typed in, by the kind of its field: keyboard, length, direction.
import type { FieldKind } from '../generated/wire.js';

interface Typing {
  readonly type?: 'email' | 'tel';
  readonly inputmode?: 'email' | 'tel' | 'numeric';
  readonly maxlength?: number;
  /** What is read from left to right in every language. */
  readonly dir?: 'ltr';
  readonly spellcheck?: 'false';
  readonly autocapitalize?: 'none' | 'words' | 'characters';
}

// Lengths leave room for separators; what is really too long the module says.
export const TYPING: Readonly<Record<FieldKind, Typing>> = {
  text: { maxlength: 500 },
  email: {
    type: 'email',
    inputmode: 'email',
    maxlength: 254,
    dir: 'ltr',
    spellcheck: 'false',
    autocapitalize: 'none',
  },
  phone: { type: 'tel', inputmode: 'tel', maxlength: 40, dir: 'ltr' },
  personName: { maxlength: 200, spellcheck: 'false', autocapitalize: 'words' },
  companyName: { maxlength: 200, spellcheck: 'false', autocapitalize: 'words' },
  addressLine: { maxlength: 200, spellcheck: 'false' },
  city: { maxlength: 200, spellcheck: 'false', autocapitalize: 'words' },
  region: { maxlength: 200, spellcheck: 'false', autocapitalize: 'words' },
  postalCode: { maxlength: 16, spellcheck: 'false', autocapitalize: 'characters' },
  country: { maxlength: 2 },
  cardNumber: { inputmode: 'numeric', maxlength: 32, dir: 'ltr' },
  cardExpiry: { inputmode: 'numeric', maxlength: 10, dir: 'ltr' },
  cardCode: { inputmode: 'numeric', maxlength: 4, dir: 'ltr' },
  cardHolder: { maxlength: 200, spellcheck: 'false', autocapitalize: 'characters' },
  iban: { maxlength: 64, dir: 'ltr', spellcheck: 'false', autocapitalize: 'characters' },
  taxId: { maxlength: 64, dir: 'ltr', spellcheck: 'false', autocapitalize: 'characters' },
  quantity: { inputmode: 'numeric', maxlength: 8 },
  number: { inputmode: 'numeric', maxlength: 17 },
  date: {},
  choice: {},
  consent: {},
  code: { maxlength: 64, dir: 'ltr', spellcheck: 'false', autocapitalize: 'characters' },
};
