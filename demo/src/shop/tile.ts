// One product in the grid.
import { address } from '../store/address-bar.js';
import { cheapest, hasPriceRange, isSoldOut } from '../store/catalog.js';
import type { ShopProduct } from '../store/catalog.js';
import { hasSwatch, swatch } from './swatch.js';
import { h, setAttribute } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { isProblem } from '../ui/messages.js';
import { picture } from '../ui/picture.js';
import { toast } from '../ui/toast.js';
import type { Shop } from '../store/shop.js';

const DONE_MS = 1200;

export function productTile(product: ShopProduct, shop: Shop, eager: boolean): HTMLElement {
  const soldOut = product.variants.every(isSoldOut);
  return h(
    'li.tile',
    picture(product.image, '', eager),
    soldOut && h('span.badge', 'Sold out'),
    product.variants.length === 1 && !soldOut && quickAdd(product, shop),
    h(
      'div.tile-text',
      h(
        'h2.tile-name',
        h('a', { href: address('/', { product: product.id }), 'data-view': '' }, product.title),
      ),
      h('p.tile-price', priceText(product, shop), swatches(product)),
    ),
  );
}

function priceText(product: ShopProduct, { format }: Shop): HTMLElement {
  const variant = cheapest(product);
  const text = h('span');
  if (hasPriceRange(product)) text.append(h('span.soft.small', 'from '));
  text.append(h('span.amount', format(variant.price)));
  return text;
}

function swatches(product: ShopProduct): HTMLElement | false {
  const colour = product.options.find((option) => option.values.every(hasSwatch));
  if (!colour) return false;
  const words = `${colour.values.length} colours: ${colour.values.join(', ')}`;
  return h('span.swatches', { role: 'img', 'aria-label': words }, ...colour.values.map(swatch));
}

function quickAdd(product: ShopProduct, { cart }: Shop): HTMLElement {
  const { sku } = product.variants[0]!;
  const show = (name: 'check' | 'plus', done: boolean): void => {
    button.replaceChildren(icon(name));
    setAttribute(button, 'data-done', done);
  };
  const add = async (): Promise<void> => {
    try {
      await cart.add({ sku });
      show('check', true);
      setTimeout(() => show('plus', false), DONE_MS);
    } catch (error) {
      if (!isProblem(error)) throw error;
      toast(error);
    }
  };
  const label = { 'aria-label': `Add ${product.title} to the cart`, 'data-add': sku };
  const button = h(
    'button.quick-add',
    { type: 'button', ...label, on: { click: () => void add() } },
    icon('plus'),
  );
  return button;
}
