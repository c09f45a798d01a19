// Country, region and postal code of the form decide tax and shipping: they go to the cart at once.
import type { Cart } from 'sealcart';
import type { AddressDraft } from './draft.js';

export function keepDestination(cart: Cart, address: AddressDraft): void {
  if (!address.country) return;
  const wanted = {
    country: address.country,
    region: address.region,
    postalCode: address.postalCode,
  };
  const now = cart.getSnapshot().destination;
  const same =
    now.country === wanted.country &&
    (now.region ?? '') === wanted.region &&
    (now.postalCode ?? '') === wanted.postalCode;
  // A refusal is told by the form's own checks.
  if (!same) void cart.setDestination(wanted).catch(() => undefined);
}
