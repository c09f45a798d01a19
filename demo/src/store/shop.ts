// Opens the shop: the cart module, the store's rules, and the choices of the address bar.
import { createCart } from 'sealcart';
import type { Cart, CartOptions } from 'sealcart';
import { LOCALES, openForms } from 'sealcart/forms';
import type { FormLocale, Forms } from 'sealcart/forms';
import { query, takeSharedCart } from './address-bar.js';
import type { OpenList } from './later.js';
import { qaOptions } from '../qa/device-link.js';
import { readStore } from './store-document.js';
import type { StoreDocument } from './store-document.js';

// Subresource integrity of cart.wasm, written in by the build: a page never runs a module of
// another release than its own.
declare const CART_WASM_INTEGRITY: string;
declare const FORMS_WASM_INTEGRITY: string;

export interface Shop {
  readonly cart: Cart;
  readonly store: StoreDocument;
  /** Opens another cart beside this one. */
  readonly openList: OpenList;
  readonly format: (minor: number) => string;
  /** Checks, messages and names of places; loaded when they are first asked for. */
  readonly forms: () => Promise<Forms>;
  /** The prices contain the tax (VAT countries) or it comes on top (US, Canada). */
  readonly taxIncluded: boolean;
}

export async function openShop(): Promise<Shop> {
  const store = query('store') || undefined;
  const shared = takeSharedCart();
  const options: CartOptions = {
    wasmIntegrity: CART_WASM_INTEGRITY,
    locale: formLocale(),
    ...(store && { store }),
    ...qaOptions(),
  };
  const cart = await createCart({ ...options, ...(shared && { cart: shared }) });
  const beside = (name: string): string => [options.profile, name].filter(Boolean).join(' ');
  const document = await readStore(cart.getSnapshot().store);
  return {
    cart,
    store: document,
    openList: (access, name) => createCart({ ...options, cart: access, profile: beside(name) }),
    format: (minor) => cart.formatMoney(minor),
    forms: formsOnce(),
    taxIncluded: pricesContainTax(document),
  };
}

/** The language of forms, messages and amounts: ?lang=it; the shop's own words are English. */
export function formLocale(): FormLocale {
  const wanted = query('lang');
  return LOCALES.find((locale) => locale === wanted) ?? 'en';
}

function formsOnce(): () => Promise<Forms> {
  let opened: Promise<Forms> | undefined;
  return () => {
    opened ??= openForms({ locale: formLocale(), wasmIntegrity: FORMS_WASM_INTEGRITY });
    opened.catch(() => (opened = undefined)); // the next call tries again
    return opened;
  };
}

function pricesContainTax(store: StoreDocument): boolean {
  const home = store.taxRates.filter((rate) => rate.zone === store.defaultZone);
  return home.length > 0 && home.every((rate) => rate.included);
}
