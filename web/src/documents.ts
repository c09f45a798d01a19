// The merchant's rules and the products this tab has seen: what prices are made of. Kept here so
// that a new module instance, and the page after a reload without network, can price the cart
// again.
import type { CatalogSlice, Product } from './generated/wire.js';
import type { CartModule } from './module.js';
import type { Key } from './storage.js';

/** At most this many products go into the module at a time; far below its limit on bytes. */
const SLICE = 500;

export class Documents {
  readonly #products = new Map<string, Product>();
  readonly #stored = new Set<Product>();
  readonly #gone = new Set<string>(); // SKUs the server no longer sells
  /** What the server knows of the shopper; the page's life long. */
  factsJson = '';

  constructor(
    /** Prefix of what is stored: endpoint and store. */
    private readonly scope: string,
    public storeJson: string,
    readonly currency: string,
    private storedJson = '',
  ) {}

  static storeKey(scope: string): Key {
    return ['store', scope];
  }
  static productKeys(scope: string): Key {
    return ['product', scope];
  }

  load(module: CartModule): void {
    module.openStore(this.storeJson);
    if (this.factsJson) module.know(this.factsJson);
    const all = [...this.#products.values()];
    for (let at = 0; at < all.length; at += SLICE) {
      this.#loadInto(module, all.slice(at, at + SLICE));
    }
    const gone = [...this.#gone];
    for (let at = 0; at < gone.length; at += SLICE) {
      this.#loadInto(module, [], gone.slice(at, at + SLICE));
    }
  }

  /** Some product's limit counts what a customer ordered before. */
  limitsCustomers(): boolean {
    return [...this.#products.values()].some((product) => product.maxPerCustomer !== undefined);
  }

  /** Loads products and remembers them; on a refusal nothing is remembered. */
  add(module: CartModule, slice: CatalogSlice): void {
    module.loadCatalog(JSON.stringify(slice));
    slice.gone?.forEach((sku) => this.#gone.add(sku));
    for (const product of slice.products) {
      this.#products.set(product.id, product);
      product.variants.forEach(({ sku }) => this.#gone.delete(sku));
    }
  }

  /** Products that came from storage. */
  remember(products: readonly Product[]): void {
    for (const product of products) {
      this.#products.set(product.id, product);
      this.#stored.add(product);
    }
  }

  /** What was stored may not be there any more. */
  forgetStored(): void {
    this.#stored.clear();
    this.storedJson = '';
  }

  /** What must be stored so that these products can be priced after a reload. */
  unstored(ids: Iterable<string>): [Key, unknown][] {
    const entries: [Key, unknown][] = [];
    if (this.storedJson !== this.storeJson) {
      this.storedJson = this.storeJson;
      entries.push([Documents.storeKey(this.scope), this.storeJson]);
    }
    for (const id of new Set(ids)) {
      const product = this.#products.get(id);
      if (!product || this.#stored.has(product)) continue;
      this.#stored.add(product);
      entries.push([[...Documents.productKeys(this.scope), id], product]);
    }
    return entries;
  }

  #loadInto(module: CartModule, products: Product[], gone: string[] = []): void {
    module.loadCatalog(JSON.stringify({ currency: this.currency, products, gone }));
  }
}
