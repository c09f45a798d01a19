// One product in the grid.
import type { Product } from 'sealcart';
import { address } from '../store/address-bar.js';
import { cheapest, hasPriceRange, isSoldOut } from '../store/catalog.js';
import { hasSwatch, swatch } from './swatch.js';
import { h, setAttribute } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { picture } from '../ui/picture.js';
import type { Shop } from '../store/shop.js';

const DONE_MS = 1200;

export function productTile(product: Product, shop: Shop, eager: boolean): HTMLElement {
  const soldOut = product.variants.every(isSoldOut);
  return h('li', { class: 'tile' },
    picture(product.image, '', eager),
    soldOut && h('span', { class: 'badge' }, 'Sold out'),
    product.variants.length === 1 && !soldOut && quickAdd(product, shop),
    h('div', { class: 'tile-text' },
      h('h2', { class: 'tile-name' },
        h('a', { href: address('/', { product: product.id }), 'data-view': '' }, product.title)),
      h('p', { class: 'tile-price' }, priceText(product, shop), swatches(product))),
  );
}

function priceText(product: Product, { format }: Shop): HTMLElement {
  const variant = cheapest(product);
  const text = h('span', {});
  if (hasPriceRange(product)) text.append(h('span', { class: 'soft small' }, 'from '));
  text.append(h('span', { class: 'amount' }, format(variant.price)));
  return text;
}

function swatches(product: Product): HTMLElement | false {
  const colour = product.options.find((option) => option.values.every(hasSwatch));
  if (!colour) return false;
  const words = `${colour.values.length} colours: ${colour.values.join(', ')}`;
  return h('span', { class: 'swatches', role: 'img', 'aria-label': words }, ...colour.values.map(swatch));
}

function quickAdd(product: Product, { cart }: Shop): HTMLElement {
  const add = h('button', {
    type: 'button',
    class: 'quick-add',
    'aria-label': `Add ${product.title} to the cart`,
    on: {
      click: () => {
        void cart.add({ sku: product.variants[0]!.sku }).catch(() => undefined); // told by cart:error
        show('check', true);
        setTimeout(() => show('plus', false), DONE_MS);
      },
    },
  }, icon('plus'));
  const show = (name: 'check' | 'plus', done: boolean): void => {
    add.replaceChildren(icon(name));
    setAttribute(add, 'data-done', done);
  };
  return add;
}
