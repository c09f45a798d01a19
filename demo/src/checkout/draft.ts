// What the shopper has filled in. Kept for this tab, so that going back, reloading or a crash loses
// nothing; it never holds payment data.
import type { Address } from 'sealcart';
import type { Forms } from 'sealcart/forms';

export type AddressDraft = { -readonly [Name in keyof Address]-?: string };

/** A CheckoutForm that is being filled in. */
export interface FormDraft {
  email: string;
  shippingAddress: AddressDraft;
  billingSame: boolean;
  billingAddress?: AddressDraft;
  note: string;
  /** Id of a place; empty: the order is delivered. */
  pickupLocation: string;
}

const EMPTY: AddressDraft = {
  name: '',
  line1: '',
  line2: '',
  city: '',
  region: '',
  postalCode: '',
  country: '',
  phone: '',
};

export interface Draft {
  readonly form: FormDraft;
  keep(): void;
  forget(): void;
}

export function openDraft(store: string, profile: string): Draft {
  const key = `checkout:${store}:${profile}`;
  const form: FormDraft = { ...emptyForm(), ...read(key) };
  return {
    form,
    keep: () => sessionStorage.setItem(key, JSON.stringify(form)),
    forget: () => sessionStorage.removeItem(key),
  };
}

/** Nothing is missing or wrong: the same checks as the server's. */
export function isComplete({ shippingAddress, billingAddress, ...rest }: FormDraft, forms: Forms) {
  const values = { ...rest, shippingAddress, ...(billingAddress && { billingAddress }) };
  const findings = forms.form('checkout').check(values);
  return findings.every(({ severity }) => severity === 'warning');
}

export const emptyAddress = (): AddressDraft => ({ ...EMPTY });

const emptyForm = (): FormDraft => ({
  email: '',
  shippingAddress: emptyAddress(),
  billingSame: true,
  note: '',
  pickupLocation: '',
});

function read(key: string): Partial<FormDraft> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<FormDraft>;
  } catch {
    return {};
  }
}
