// Between the frame and its worker.
import type { Quote } from '../generated/wire.js';
import type { SealRefusal } from './protocol.js';

/** What this origin trusts: served beside the frame, never taken from the shop's page. */
export interface Pins {
  /** 32 hexadecimal digits. */
  readonly merchant: string;
  /** Ed25519 public keys that may sign a key manifest, 64 hexadecimal digits each. */
  readonly roots: readonly string[];
}

export interface SealTask {
  readonly quote: Quote;
  /** The signed key manifest; it came through the shop's page. */
  readonly keys: string;
  readonly pins: Pins;
  /** No older manifest than this is accepted. */
  readonly lowestSerial: number;
  /** UTF-8 of the payment data; moved, not copied. */
  readonly payload: ArrayBuffer;
}

export type SealResult =
  { readonly token: string; readonly serial: number } | { readonly refusal: SealRefusal };
