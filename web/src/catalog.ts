// The merchant's documents over the network: the store's rules and slices of its catalogue.
import type { Api } from './api.js';
import type { Device } from './device.js';
import type { CatalogSlice, ProductAvailability } from './generated/wire.js';
import type { ProductQuery } from './types.js';

/** SKUs named in one address. */
const SKUS_AT_ONCE = 100;

export class Catalog {
  readonly #asked = new Set<string>();

  constructor(
    private readonly api: Api,
    private readonly store: string,
    private readonly device: Device,
  ) {}

  /** Fetches a slice and loads it into the module. */
  async fetch(query: ProductQuery): Promise<CatalogSlice> {
    const slice = await this.api.json<CatalogSlice>({
      path: `${this.#path()}/catalog?${terms(query)}`,
    });
    this.device.loadCatalog(slice);
    return slice;
  }

  /** Which combinations of a product's options can be had, without its variants. */
  availability(product: string): Promise<ProductAvailability> {
    const path = `${this.#path()}/products/${encodeURIComponent(product)}/availability`;
    return this.api.json<ProductAvailability>({ path });
  }

  /** True when the server knew some of it. */
  async has(query: ProductQuery): Promise<boolean> {
    return (await this.fetch(query)).products.length > 0;
  }

  /** Products of lines that came from elsewhere; each SKU is asked for once. */
  async complete(): Promise<void> {
    const unknown = this.device.read((_, view) => view.unknownSkus());
    const skus = unknown.filter((sku) => !this.#asked.has(sku));
    skus.forEach((sku) => this.#asked.add(sku));
    try {
      await this.#fetchSkus(skus);
    } catch (error) {
      skus.forEach((sku) => this.#asked.delete(sku));
      throw error;
    }
  }

  /** Rules, prices and stock of everything in the cart, as they are now. */
  async refresh(): Promise<void> {
    const json = await this.storeJson();
    await this.device.openStore(json);
    await this.#fetchSkus(this.device.read((_, view) => view.skus()));
  }

  storeJson(): Promise<string> {
    return this.api.text({ path: this.#path() });
  }

  async #fetchSkus(skus: readonly string[]): Promise<void> {
    for (let at = 0; at < skus.length; at += SKUS_AT_ONCE) {
      await this.fetch({ skus: skus.slice(at, at + SKUS_AT_ONCE) });
    }
  }

  #path(): string {
    return `stores/${encodeURIComponent(this.store)}`;
  }
}

// SKUs and product ids are separated by commas, so each is escaped by itself.
function terms(query: ProductQuery): string {
  const list = (values: readonly string[]) => values.map(encodeURIComponent).join(',');
  const found: string[] = [];
  if (query.skus) found.push(`skus=${list(query.skus)}`);
  if (query.products) found.push(`products=${list(query.products)}`);
  if (query.category !== undefined) found.push(`category=${encodeURIComponent(query.category)}`);
  if (query.after !== undefined) found.push(`after=${encodeURIComponent(query.after)}`);
  if (query.limit !== undefined) found.push(`limit=${query.limit}`);
  return found.join('&');
}
