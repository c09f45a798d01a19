// Languages and places this release has packs for.
import { CartError } from './errors.js';

/** Languages of messages, labels, amounts and names of countries. */
export const LOCALES = ['en', 'en-GB', 'sq', 'fa', 'it', 'ru', 'pt', 'pt-PT'] as const;
export type Locale = (typeof LOCALES)[number];

/** Throws locale_unknown. */
export function knownLocale(locale: unknown): Locale {
  const known = LOCALES.find((name) => name === locale);
  if (known) return known;
  const params = { locale: String(locale).slice(0, 64) };
  throw new CartError({ code: 'locale_unknown', path: 'locale', params });
}
