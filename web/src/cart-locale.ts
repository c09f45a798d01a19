// How a cart writes amounts: English comes with the module, every other language is a pack.
import { knownLocale, type Locale } from './locales.js';
import { loadPack } from './packs.js';
import type { Storage } from './storage.js';

export class CartLocale {
  readonly #locale: Locale;
  readonly #pack: Promise<string> | undefined;

  /** Begins to fetch the pack. Throws locale_unknown. */
  constructor(wanted: string | undefined, packs: string | URL) {
    // English is written alike wherever it is spoken.
    this.#locale = /^en(-|$)/i.test(wanted ?? 'en') ? 'en' : knownLocale(wanted);
    if (this.#locale === 'en') return;
    this.#pack = loadPack(packs, `locale-${this.#locale}`);
    this.#pack.catch(() => {}); // text() is awaited after what may fail sooner
  }

  /** The pack; kept, so that amounts are written as ever without a network. */
  async text(storage: Storage): Promise<string | undefined> {
    if (!this.#pack) return undefined;
    const key = ['pack', `locale-${this.#locale}`];
    try {
      const text = await this.#pack;
      await storage.write({ put: [[key, text]] }).catch(() => {}); // a full disk
      return text;
    } catch (error) {
      const stored = (await storage.get(key)) as string | undefined;
      if (stored === undefined) throw error;
      return stored;
    }
  }
}
