// What the shop's page and the card form's frame say to each other. The first message opens a
// channel; everything after it goes through that channel and reaches nobody else.
import type { Quote } from '../generated/wire.js';

export const OPEN = 'sealcart:open';

/** Looks of the form; each value is checked before it is used. */
export interface Appearance {
  /** Default: what the shopper's system prefers. */
  readonly scheme?: 'light' | 'dark';
  /** CSS colours of page, text, soft text, borders, fields, focus and errors; page: see-through. */
  readonly colors?: Partial<Record<ColorName, string>>;
  /** Corner radius of fields, such as '8px'. */
  readonly radius?: string;
}
export type ColorName = 'paper' | 'text' | 'soft' | 'line' | 'field' | 'accent' | 'error';

export interface OpenMessage {
  readonly kind: typeof OPEN;
  readonly appearance: Appearance;
  /** Of the place in the page where the form is. */
  readonly direction: 'ltr' | 'rtl';
}

export type ToFrame =
  | { readonly kind: 'seal'; readonly quote: Quote; readonly keys: string }
  | { readonly kind: 'focus' };

/** Why nothing was sealed: a code of core's list, and core/seal's own word for it. */
export interface SealRefusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly reason: string;
}

export type FromFrame =
  | { readonly kind: 'ready' }
  | { readonly kind: 'height'; readonly pixels: number }
  | { readonly kind: 'change'; readonly complete: boolean }
  | { readonly kind: 'submit' }
  | { readonly kind: 'sealed'; readonly token: string }
  | ({ readonly kind: 'refused' } & SealRefusal);
