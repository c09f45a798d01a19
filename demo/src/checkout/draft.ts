// What the shopper has filled in. Kept for this tab, so that going back, reloading or a crash loses
// nothing; it never holds payment data.
import type { Address, CheckoutForm } from 'sealcart';

const EMPTY: Address = {
  name: '', line1: '', line2: '', city: '', region: '', postalCode: '', country: '', phone: '',
};

export interface Draft {
  form: CheckoutForm;
  keep(): void;
  forget(): void;
}

export function openDraft(store: string, profile: string): Draft {
  const key = `checkout:${store}:${profile}`;
  const form: CheckoutForm = { ...emptyForm(), ...read(key) };
  return {
    form,
    keep: () => sessionStorage.setItem(key, JSON.stringify(form)),
    forget: () => sessionStorage.removeItem(key),
  };
}

export const emptyAddress = (): Address => ({ ...EMPTY });

const emptyForm = (): CheckoutForm => ({
  email: '', shippingAddress: emptyAddress(), billingSame: true, note: '',
});

function read(key: string): Partial<CheckoutForm> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<CheckoutForm>;
  } catch {
    return {};
  }
}
