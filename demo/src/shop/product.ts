// The page of one product: picture, price, options, quantity, add.
import type { Variant } from 'sealcart';
import { address } from '../store/address-bar.js';
import { cheapest, isSoldOut, readProduct } from '../store/catalog.js';
import type { ShopProduct } from '../store/catalog.js';
import { firstSelection, variantOf } from '../store/options.js';
import type { Selection } from '../store/options.js';
import type { Shop } from '../store/shop.js';
import { find, h, setText } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { fieldError, isProblem } from '../ui/messages.js';
import { picture, showImage, variantImage } from '../ui/picture.js';
import { quantityStepper } from '../ui/quantity.js';
import { allProducts, showCategories } from './grid.js';
import { optionPickers } from './option-pickers.js';
import { productFacts } from './product-facts.js';
import { textFields } from './text-fields.js';
import { productTile } from './tile.js';

const RELATED = 4;

/** `added` opens the cart drawer once the product is in the cart. */
export async function showProduct(
  view: HTMLElement,
  shop: Shop,
  id: string,
  added: () => void,
): Promise<void> {
  const product = await readProduct(shop.cart, id);
  if (!product) return showMissing(view);
  document.title = `${product.title} · ${shop.store.name}`;
  view.replaceChildren(crumbs(product), productArticle(product, shop, added));
  const products = await allProducts(shop);
  showCategories(products, { category: product.category, search: '' });
  view.append(related(product, products, shop));
}

function productArticle(product: ShopProduct, shop: Shop, added: () => void): HTMLElement {
  let selection: Selection = firstSelection(shop.cart, product);
  const image = picture(product.image, product.title, true);
  const price = h('p.price');
  const stock = h('p.stock.small', { 'aria-live': 'polite' });
  const facts = h('div');
  const buy = buyForm(product, shop, () => selection, added);
  const pickers = optionPickers(shop.cart, product, selection, (next) => {
    selection = next;
    show();
  });

  function show(): void {
    const variant = variantOf(shop.cart, product, selection);
    showImage(image, variantImage(product.id, product.image, variant?.options ?? []));
    price.replaceChildren(...priceParts(variant ?? cheapest(product), shop));
    stock.replaceChildren(...stockParts(variant));
    facts.replaceChildren(productFacts(variant ?? cheapest(product), shop));
    buy.show(variant);
  }

  show();
  return h(
    'article.product',
    image,
    h(
      'div.product-info',
      h('div.product-head', h('h1', { tabindex: -1 }, product.title), price),
      product.description && h('p.soft', product.description),
      pickers,
      stock,
      buy.root,
      facts,
    ),
  );
}

function priceParts(variant: Variant, { format, taxIncluded }: Shop): Node[] {
  const parts: Node[] = [h('span.now.amount', format(variant.price))];
  if (variant.compareAt !== undefined) {
    parts.push(h('s.amount', h('span.visually-hidden', 'before '), format(variant.compareAt)));
  }
  parts.push(h('span.soft.small', taxIncluded ? 'including VAT' : 'plus tax'));
  return parts;
}

function stockParts(variant: Variant | undefined): Node[] {
  if (!variant) return [document.createTextNode('This combination is not made.')];
  if (isSoldOut(variant)) return [icon('warn'), document.createTextNode('Sold out for now')];
  const few = variant.stock !== undefined && variant.stock <= 10;
  const words = few ? `Only ${variant.stock} left` : 'In stock, ready to ship';
  return [icon(few ? 'warn' : 'check'), document.createTextNode(words)];
}

function buyForm(product: ShopProduct, shop: Shop, selected: () => Selection, added: () => void) {
  let least = 1;
  let most = 1;
  const quantity = quantityStepper({
    label: product.title,
    large: true,
    wish: (wanted) => quantity.show(Math.min(Math.max(Math.trunc(wanted), least), most), most),
  });
  const add = h(
    'button.button.button-wide',
    { type: 'submit' },
    icon('bag'),
    h('span', 'Add to cart'),
  );
  const texts = textFields(product.customizations ?? []);
  const problem = h('div', { role: 'alert' });
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      const options = selected();
      problem.replaceChildren();
      const customizations = texts.values();
      const units = quantity.value();
      await shop.cart.add({ product: product.id, options, customizations, quantity: units });
      added();
    } catch (error) {
      if (!isProblem(error)) throw error;
      problem.replaceChildren(fieldError('add-problem', error));
    }
  };
  return {
    root: h(
      'form',
      { on: { submit: (event) => void submit(event) } },
      texts.root,
      h('div.buy', quantity.root, add),
      problem,
    ),
    show(variant: Variant | undefined): void {
      least = variant?.minQuantity ?? 1;
      most = Math.max(least, Math.min(variant?.maxQuantity ?? 1, variant?.stock ?? Infinity));
      const gone = !variant || isSoldOut(variant);
      add.disabled = gone;
      setText(find('span', add), gone ? 'Sold out' : 'Add to cart');
      quantity.show(Math.min(Math.max(quantity.value(), least), most), most);
    },
  };
}

function crumbs(product: ShopProduct): HTMLElement {
  return h(
    'nav.crumbs',
    { 'aria-label': 'You are here' },
    h(
      'ol',
      h('li', h('a', { href: address('/'), 'data-view': '' }, 'Shop')),
      h(
        'li',
        h(
          'a',
          { href: address('/', { category: product.category }), 'data-view': '' },
          product.category,
        ),
      ),
      h('li', { 'aria-current': 'page' }, product.title),
    ),
  );
}

function related(product: ShopProduct, products: readonly ShopProduct[], shop: Shop): HTMLElement {
  const others = products.filter(
    (other) => other.category === product.category && other.id !== product.id,
  );
  const tiles = others.slice(0, RELATED).map((other) => productTile(other, shop, false));
  if (tiles.length === 0) return h('div');
  return h(
    'section.related',
    { 'aria-labelledby': 'related' },
    h('h2', { id: 'related' }, `More in ${product.category}`),
    h('ul.grid', ...tiles),
  );
}

function showMissing(view: HTMLElement): void {
  view.replaceChildren(
    h(
      'div.empty',
      h('h1', { tabindex: -1 }, 'This product is not in the shop'),
      h('a.button', { href: address('/'), 'data-view': '' }, 'Back to the shop'),
    ),
  );
}
