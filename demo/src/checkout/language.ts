// The language of the form and its messages; the shop's own pages are English.
import { LOCALES } from 'sealcart/forms';
import type { FormLocale } from 'sealcart/forms';
import { address } from '../store/address-bar.js';
import { formLocale } from '../store/shop.js';
import { h } from '../ui/dom.js';

const NAMES: Readonly<Record<FormLocale, string>> = {
  en: 'English',
  'en-GB': 'English (UK)',
  sq: 'Shqip',
  fa: 'فارسی',
  it: 'Italiano',
  ru: 'Русский',
  pt: 'Português',
  'pt-PT': 'Português (Portugal)',
};

/** What was typed is kept by the draft, so the page may be loaded anew. */
export function chooseLanguage(select: HTMLSelectElement): void {
  const options = LOCALES.map((locale) =>
    h('option', { value: locale, lang: locale }, NAMES[locale]),
  );
  select.replaceChildren(...options);
  select.value = formLocale();
  select.addEventListener('change', () => {
    location.assign(address('/checkout.html', { lang: select.value }) + location.hash);
  });
}
