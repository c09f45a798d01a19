// The shop's page: grid, product or quick order, as the address says, and the cart drawer.
import { cartDrawer } from './cart/drawer.js';
import { storeSwitch } from './shop/store-switch.js';
import { showGrid } from './shop/grid.js';
import { showProduct } from './shop/product.js';
import { showQuickOrder } from './shop/quick-order.js';
import { address, query } from './store/address-bar.js';
import type { Shop } from './store/shop.js';
import { find } from './ui/dom.js';
import { startPage } from './ui/page.js';

const SEARCH_MS = 180;

void startPage(async (shop) => {
  const drawer = cartDrawer(shop);
  const show = (): Promise<void> => showView(shop, () => drawer.open());
  find('#cart-button').addEventListener('click', () => drawer.open());
  followLinks(show);
  followSearch(show);
  void storeSwitch(shop, find<HTMLSelectElement>('#store'));
  if (query('cart') === 'open') drawer.open();
  await show();
});

async function showView(shop: Shop, added: () => void): Promise<void> {
  const view = find('#view');
  const search = query('q');
  const product = query('product');
  document.title = shop.store.name;
  if (product) await showProduct(view, shop, product, added);
  else if (shop.store.id === 'wholesale') await showQuickOrder(view, shop, search);
  else await showGrid(view, shop, { category: query('category'), search });
}

// Links within the shop change the view without loading the page again.
function followLinks(show: () => Promise<void>): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-view]');
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey)
      return;
    event.preventDefault();
    history.replaceState({ top: scrollY }, '');
    history.pushState(null, '', link.href);
    find<HTMLInputElement>('#search').value = '';
    void show().then(() => {
      scrollTo(0, 0);
      document.querySelector<HTMLElement>('#view h1')?.focus({ preventScroll: true });
    });
  });
  addEventListener('popstate', (event) => {
    void show().then(() => scrollTo(0, (event.state as { top?: number } | null)?.top ?? 0));
  });
}

function followSearch(show: () => Promise<void>): void {
  const input = find<HTMLInputElement>('#search');
  let timer: ReturnType<typeof setTimeout>;
  input.value = query('q');
  const search = (): void => {
    history.replaceState(null, '', address('/', { q: input.value.trim() }));
    void show();
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, SEARCH_MS);
  });
  find('#search-form').addEventListener('submit', (event) => event.preventDefault());
}
