// Devices of a cart over HTTP: paired, restored, signed in.
import { createHmac, randomBytes } from 'node:crypto';

import { hex, Shopper } from './shopper.mjs';

export const freshCapability = () => randomBytes(32).toString('base64url');
export const secretOf = (offer) => offer.link.split('#pair=')[1];

// Another device of the same cart, with a capability of its own that opens nothing yet.
export function stranger(shopper, replica = 8) {
  return new Shopper(shopper.programs, { cart: shopper.cart, replica });
}

export async function offer(shopper, headers) {
  const body = { base: `${shopper.programs.url}/cart.html` };
  return shopper.post(`/v1/carts/${shopper.cart}/pairings`, body, headers);
}

export const claim = (device, given) =>
  device.post('/v1/pairings/claim', { label: 'Phone', ...given });

export function approve(shopper, pairing, scopes) {
  const path = `/v1/carts/${shopper.cart}/pairings/${pairing.id}/approve`;
  return shopper.post(path, { check: pairing.check, ...(scopes ? { scopes } : {}) });
}

export async function paired(shopper, { scopes, replica } = {}) {
  const device = stranger(shopper, replica);
  const { json } = await claim(device, { code: (await offer(shopper)).json.code });
  const { status } = await approve(shopper, json, scopes);
  if (status !== 200) throw new Error(`not paired: ${status}`);
  return device;
}

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

// As the merchant's site signs it.
export function loginToken(programs, more = {}) {
  const exp = Math.floor(Date.now() / 1000) + 60;
  const claims = { sub: 'customer 1', aud: 'tea', exp, jti: hex(8), ...more };
  const content = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  const mac = createHmac('sha256', programs.loginSecret()).update(content);
  return `${content}.${mac.digest('base64url')}`;
}

// Signs this device in; it sends its fresh capability from the answer on.
export async function signIn(device, more = {}, token = loginToken(device.programs)) {
  const capability = freshCapability();
  const answer = await device.post('/v1/login', { token, capability, ...more });
  if (answer.status === 200) device.capability = capability;
  return answer;
}
