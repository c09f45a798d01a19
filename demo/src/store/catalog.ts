// Reads the catalogue page by page. Every slice also goes into the module, so adding never waits.
import type { Cart, Product, Variant } from 'sealcart';

const PAGE = 100; // the most the server gives at a time

export interface Page {
  products: Product[];
  /** Continue after this product; empty: that was all. */
  next: string;
}

export async function readPage(cart: Cart, after: string, limit = PAGE): Promise<Page> {
  const slice = await cart.products({ ...(after && { after }), limit });
  const last = slice.products.at(-1);
  return { products: slice.products, next: last && slice.products.length === limit ? last.id : '' };
}

/** All pages, one after the other; `visit` may stop the walk by returning false. */
export async function walk(cart: Cart, visit: (products: Product[]) => boolean): Promise<void> {
  for (let after = ''; ; ) {
    const page = await readPage(cart, after);
    if (!visit(page.products) || !page.next) return;
    after = page.next;
  }
}

export async function readProduct(cart: Cart, id: string): Promise<Product | undefined> {
  return (await cart.products({ products: [id] })).products[0];
}

/** Every word of the search is somewhere in the title, the category or an SKU. */
export function matches(product: Product, search: string): boolean {
  const skus = product.variants.map((variant) => variant.sku).join(' ');
  const text = `${product.title} ${product.category} ${skus}`.toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

export const isSoldOut = (variant: Variant): boolean =>
  variant.stock === 0 && !variant.backorder;

export function cheapest(product: Product): Variant {
  return product.variants.reduce((least, variant) => (variant.price < least.price ? variant : least));
}

export const hasPriceRange = (product: Product): boolean =>
  new Set(product.variants.map((variant) => variant.price)).size > 1;
