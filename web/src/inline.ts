// The same as 'sealcart' with the module inside: nothing to serve beside it, a third more to load.
import makeGlue from 'sealcart-glue';
import bytes from 'sealcart-wasm';
import { browserEnvironment } from './environment.js';
import { openCart } from './open.js';
import type { Cart, CartOptions } from './types.js';

export * from './index.js';

/** Like createCart() of 'sealcart'; needs no wasmUrl. */
export async function createCart(
  options: Omit<CartOptions, 'wasmUrl' | 'wasmIntegrity' | 'wasmBinary'> = {},
): Promise<Cart> {
  const wasm = { url: 'sealcart/inline', binary: bytes };
  const packs = options.packsUrl ?? new URL('./packs/', import.meta.url);
  return openCart(options, await browserEnvironment(options), wasm, makeGlue, packs);
}
