// The product grid with its categories and search.
import { address } from '../store/address-bar.js';
import { matches, walk } from '../store/catalog.js';
import type { ShopProduct } from '../store/catalog.js';
import type { Shop } from '../store/shop.js';
import { announce } from '../ui/announce.js';
import { find, h, setAttribute } from '../ui/dom.js';
import { productTile } from './tile.js';

const EAGER = 8; // pictures of the first rows load at once

export interface Filter {
  category: string;
  search: string;
}

let all: ShopProduct[] | undefined;

/** Every product of the store; read once a visit. */
export async function allProducts({ cart }: Shop): Promise<ShopProduct[]> {
  if (all) return all;
  const found: ShopProduct[] = [];
  await walk(cart, (products) => {
    found.push(...products);
    return true;
  });
  return (all = found);
}

export async function showGrid(view: HTMLElement, shop: Shop, filter: Filter): Promise<void> {
  const products = await allProducts(shop);
  const shown = products.filter(
    (product) =>
      (!filter.category || product.category === filter.category) &&
      (!filter.search || matches(product, filter.search)),
  );
  showCategories(products, filter);
  const tiles = shown.map((product, i) => productTile(product, shop, i < EAGER));
  view.replaceChildren(
    lead(shop, filter, shown.length),
    tiles.length > 0 ? h('ul.grid', ...tiles) : nothing(filter),
  );
  if (filter.search) announce(`${shown.length} products for ${filter.search}`);
}

function lead({ store, format, taxIncluded }: Shop, filter: Filter, count: number): HTMLElement {
  const free = store.shippingMethods.find((method) => method.freeFrom !== undefined);
  const tax = taxIncluded ? 'Prices include VAT.' : 'Tax is added for your address.';
  const shipping = free ? `Free ${free.name.toLowerCase()} from ${format(free.freeFrom!)}. ` : '';
  const title = filter.search
    ? `“${filter.search}”`
    : filter.category || 'Made to be used every day';
  return h(
    'div.lead',
    h('div.lead-text', h('h1', { tabindex: -1 }, title), h('p.soft', shipping + tax)),
    h('p.soft.small', count === 1 ? '1 product' : `${count} products`),
  );
}

function nothing({ search }: Filter): HTMLElement {
  return h(
    'div.empty',
    h('p.soft', search ? 'Nothing matches this search.' : 'Nothing here yet.'),
    h('a.button.button-quiet', { href: address('/'), 'data-view': '' }, 'Show everything'),
  );
}

export function showCategories(products: readonly ShopProduct[], filter: Filter): void {
  const names = [...new Set(products.map((product) => product.category))].filter(Boolean);
  const link = (name: string, category: string): HTMLElement => {
    const a = h('a', { href: address('/', { category }), 'data-view': '' }, name);
    setAttribute(a, 'aria-current', category === filter.category && !filter.search ? 'page' : null);
    return h('li', a);
  };
  const list = [link('All', ''), ...names.map((name) => link(name, name))];
  find('#categories').replaceChildren(h('ul', ...list));
}
