// The catalogue as a table, a page of the catalogue API at a time; a search walks all of it.
import { isSoldOut, matches, readPage, walk } from '../store/catalog.js';
import type { ShopProduct } from '../store/catalog.js';
import type { Shop } from '../store/shop.js';
import { announce } from '../ui/announce.js';
import { h, setText } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { isProblem, sentence } from '../ui/messages.js';

const PAGE = 50;
const FOUND_MAX = 200; // a search stops here; a longer list helps nobody

let pass = 0; // a newer search or page makes an older one stop

export async function catalogTable(root: HTMLElement, shop: Shop, search: string): Promise<void> {
  if (search) await showFound(root, shop, search, ++pass);
  else await showPage(root, shop, [''], ++pass);
}

// `trail` holds where each page up to this one starts, so that "back" needs no second query.
async function showPage(
  root: HTMLElement,
  shop: Shop,
  trail: readonly string[],
  mine: number,
): Promise<void> {
  const page = await readPage(shop.cart, trail.at(-1)!, PAGE);
  if (mine !== pass) return;
  const go = (next: readonly string[]) => async (): Promise<void> => {
    await showPage(root, shop, next, ++pass);
    root.querySelector<HTMLElement>('h2')!.focus();
    root.scrollIntoView();
  };
  const first = (trail.length - 1) * PAGE + 1;
  const words = `Products ${first} to ${first + page.products.length - 1}`;
  root.replaceChildren(
    title(words),
    table(page.products, shop),
    h(
      'nav.pager',
      { 'aria-label': 'Pages of the catalogue' },
      step('Back', 'back', trail.length > 1 ? go(trail.slice(0, -1)) : undefined),
      h('span.soft.small', `Page ${trail.length}`),
      step('Next', 'forward', page.next ? go([...trail, page.next]) : undefined),
    ),
  );
}

async function showFound(
  root: HTMLElement,
  shop: Shop,
  search: string,
  mine: number,
): Promise<void> {
  const heading = title('Searching…');
  const list = table([], shop);
  const rows = list.querySelector('tbody')!;
  let seen = 0;
  root.replaceChildren(heading, list);
  await walk(shop.cart, (products) => {
    if (mine !== pass) return false;
    const found = products.filter((product) => matches(product, search));
    rows.append(...found.map((product) => row(product, shop)));
    seen += products.length;
    setText(heading, `${rows.children.length} found in ${seen} products`);
    return rows.children.length < FOUND_MAX;
  });
  if (mine === pass) announce(heading.textContent ?? '');
}

const title = (words: string): HTMLElement => h('h2', { id: 'table-title', tabindex: -1 }, words);

function table(products: readonly ShopProduct[], shop: Shop): HTMLElement {
  const head = ['SKU', 'Product', 'Price', 'Quantity'].map((name) =>
    h('th', { scope: 'col' }, name),
  );
  return h(
    'table.catalog-table',
    h('thead', h('tr', ...head)),
    h('tbody', ...products.map((product) => row(product, shop))),
  );
}

function row(product: ShopProduct, { cart, format }: Shop): HTMLElement {
  const variant = product.variants[0]!;
  const gone = isSoldOut(variant);
  const quantity = h('input.input', {
    inputmode: 'numeric',
    autocomplete: 'off',
    value: 1,
    maxlength: 13,
    'aria-label': `Quantity of ${product.title}`,
    disabled: gone,
  });
  const said = h('p.small', { role: 'status' });
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      const snapshot = await cart.add({ sku: variant.sku, quantity: Number(quantity.value) });
      const line = snapshot.lines.find((candidate) => candidate.sku === variant.sku);
      said.className = 'small soft';
      setText(said, `${line?.quantity ?? ''} in the cart`);
    } catch (error) {
      if (!isProblem(error)) throw error;
      said.className = 'field-error';
      setText(said, sentence(error));
    }
  };
  return h(
    'tr',
    h('td.sku', variant.sku),
    h('td', product.title),
    h('td.amount', format(variant.price)),
    h(
      'td',
      h(
        'form.row-add',
        { on: { submit: (event) => void add(event) } },
        quantity,
        h(
          'button.button.button-quiet',
          { disabled: gone, 'aria-label': `Add ${product.title}` },
          gone ? 'Sold out' : 'Add',
        ),
      ),
      said,
    ),
  );
}

function step(
  name: string,
  sign: 'back' | 'forward',
  go: (() => Promise<void>) | undefined,
): HTMLElement {
  const button = h('button.button.button-quiet', {
    type: 'button',
    disabled: !go,
    on: { click: () => void go?.() },
  });
  button.append(...(sign === 'back' ? [icon(sign, true), name] : [name, icon(sign, true)]));
  return button;
}
