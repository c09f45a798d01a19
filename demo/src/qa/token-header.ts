// The clear header of a sealed payment token, as anybody on the way may read it. The rest is
// ciphertext: it opens with the payment worker's key only, so all there is to show is its length.
//
// Layout (token v1, 700 bytes, big-endian): magic "WCT1", suite, flags, 2 reserved, then the fields
// below; core/seal/include/sealcart/seal/header.h is the source.

export interface HeaderField {
  name: string;
  value: string;
}

const HEADER_BYTES = 140;

export function readTokenHeader(token: string): HeaderField[] {
  const bytes = fromBase64Url(token);
  if (bytes.length < HEADER_BYTES) return [{ name: 'not a token', value: `${bytes.length} bytes` }];
  const view = new DataView(bytes.buffer);
  let at = 0;
  const take = (length: number): Uint8Array => bytes.subarray(at, (at += length));
  const hex = (length: number): string =>
    [...take(length)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const text = (length: number): string => new TextDecoder().decode(take(length));
  const integer = (): string => view.getBigInt64((at += 8) - 8).toString();
  const time = (): string => new Date(Number(view.getBigInt64((at += 8) - 8))).toISOString();
  const field = (name: string, value: string): HeaderField => ({ name, value });
  return [
    field('magic', text(4)),
    field('suite', hex(1)),
    field('flags', hex(1)),
    field('reserved', hex(2)),
    field('key id', hex(8)),
    field('merchant', hex(16)),
    field('cart', hex(16)),
    field('quote', hex(16)),
    field('cart state (BLAKE2b-256)', hex(32)),
    field('amount, minor units', integer()),
    field('currency', text(3)),
    field('exponent', hex(1)),
    field('issued', time()),
    field('expires', time()),
    field('token id', hex(16)),
    field('sealed body', `${bytes.length - HEADER_BYTES} bytes, opaque`),
  ];
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
