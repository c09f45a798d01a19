// Reads the catalogue page by page. Every slice also goes into the module, so adding never waits.
import type { Cart, Product, ProductOption, Variant } from 'sealcart';

const PAGE = 100; // the most the server gives at a time

const seen = new Map<string, ShopProduct>();

/** A product with what the catalogue may leave out filled in. */
export interface ShopProduct extends Product {
  readonly description: string;
  readonly category: string;
  readonly image: string;
  readonly options: readonly ProductOption[];
}

export interface Page {
  products: ShopProduct[];
  /** Continue after this product; empty: that was all. */
  next: string;
}

export async function readPage(cart: Cart, after: string, limit = PAGE): Promise<Page> {
  const slice = await cart.products({ ...(after && { after }), limit });
  const products = slice.products.map(whole);
  for (const product of products) seen.set(product.id, product);
  return { products, next: products.length === limit ? products.at(-1)!.id : '' };
}

/** All pages, one after the other; `visit` may stop the walk by returning false. */
export async function walk(cart: Cart, visit: (products: ShopProduct[]) => boolean): Promise<void> {
  for (let after = ''; ; ) {
    const page = await readPage(cart, after);
    if (!visit(page.products) || !page.next) return;
    after = page.next;
  }
}

/** The product as it is now; offline as it was when this page last saw it. */
export async function readProduct(cart: Cart, id: string): Promise<ShopProduct | undefined> {
  try {
    const [product] = (await cart.products({ products: [id] })).products;
    return product && whole(product);
  } catch (error) {
    const known = seen.get(id);
    if (known) return known;
    throw error;
  }
}

/** Every word of the search is somewhere in the title, the category or an SKU. */
export function matches(product: ShopProduct, search: string): boolean {
  const skus = product.variants.map((variant) => variant.sku).join(' ');
  const text = `${product.title} ${product.category} ${skus}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export const isSoldOut = (variant: Variant): boolean => variant.stock === 0 && !variant.backorder;

export function cheapest(product: Product): Variant {
  return product.variants.reduce((least, variant) =>
    variant.price < least.price ? variant : least,
  );
}

export const hasPriceRange = (product: Product): boolean =>
  new Set(product.variants.map((variant) => variant.price)).size > 1;

const whole = (product: Product): ShopProduct => ({
  description: '',
  category: '',
  image: '',
  options: [],
  ...product,
});
