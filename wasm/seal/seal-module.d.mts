/** A refusal. `code` is the name of a status of core/seal (status.def), or `id_invalid`. */
export class SealError extends Error {
  constructor(code: string, message: string);
  readonly code: string;
}

/** The part of the server's quote (wire type `Quote`) that a token is bound to. */
export interface SealedQuote {
  /** quote id, 32 hexadecimal digits */
  id: string;
  /** cart id, 32 hexadecimal digits */
  cart: string;
  /** BLAKE2b-256 of the canonical snapshot, 64 hexadecimal digits */
  cartHash: string;
  /** minor units, 0 to 2^53-1: the amount the shopper sees */
  amount: number;
  /** ISO 4217 */
  currency: string;
  /** decimals of the minor unit, 0 to 4 */
  exponent: number;
  /** Unix milliseconds of the server's clock */
  issuedAtMs: number;
  /** at most 15 minutes after `issuedAtMs` */
  expiresAtMs: number;
}

export interface ManifestCheck {
  /** the signed key manifest, base64url */
  manifest: string;
  /** the merchant the page belongs to, 32 hexadecimal digits; never taken from the manifest */
  merchant: string;
  /** pinned Ed25519 root public keys, 64 hexadecimal digits each, at most four */
  roots: readonly string[];
  /** the highest serial this browser has accepted for the merchant; default 0 */
  lowestSerial?: number;
  /** Unix milliseconds */
  now: number;
}

export interface Sealer {
  /** Verifies the manifest and keeps its keys. Returns its serial, to be remembered. */
  useManifest(check: ManifestCheck): number;
  /**
   * Seals at most 477 bytes of payment data (text is sealed as UTF-8) for the manifest's merchant.
   * Returns the token: 934 characters of base64url. Payload and randomness are wiped from the
   * module's memory before it returns or throws.
   */
  seal(quote: SealedQuote, payload: string | Uint8Array, now: number): string;
  /** Forgets the manifest and wipes the module's memory. */
  close(): void;
}

/** Makes an instance of a compiled seal.wasm. Needs `crypto.getRandomValues`. */
export function openSealer(module: WebAssembly.Module): Sealer;
