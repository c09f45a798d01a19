// The cart drawer: lines, code, place of delivery, totals.
import type { CartSnapshot } from 'sealcart';
import { address } from '../store/address-bar.js';
import { savedForLater } from '../store/later.js';
import type { Later } from '../store/later.js';
import type { Shop } from '../store/shop.js';
import { find, h, keepList, setText } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { cartTotals, units } from '../ui/totals.js';
import { laterList } from './later.js';
import { cartLine } from './line.js';
import { toldKey, toldLines } from './line-note.js';
import { outlook } from './outlook.js';
import { priceNote } from './price-note.js';
import { placeEstimate } from './estimate.js';
import { promoCode } from './promo.js';
import { shareCart } from './share.js';

export interface Drawer {
  open(): void;
}

export function cartDrawer(shop: Shop): Drawer {
  const dialog = find<HTMLDialogElement>('#cart');
  const later = savedForLater(shop.cart, shop.openList);
  const parts = drawerParts(shop, later);
  dialog.append(parts.head, parts.body, parts.foot);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close(); // the backdrop
  });
  dialog.addEventListener('close', () => later.close());
  const show = (): void => parts.show(shop.cart.getSnapshot());
  shop.cart.subscribe(show);
  show();
  return {
    open() {
      if (dialog.open) return;
      dialog.showModal();
      later.open();
    },
  };
}

function drawerParts(shop: Shop, later: Later) {
  const { cart, format } = shop;
  const title = h('h2', { id: 'cart-title', tabindex: -1 }, 'Your cart');
  const list = h('ul.lines', { 'aria-label': 'Items' });
  const keepLines = keepList(list, toldKey, (told) => cartLine(told, shop, later));
  const ahead = outlook(shop);
  const changed = priceNote(shop);
  const promo = promoCode(shop);
  const place = placeEstimate(shop);
  const totals = h('div');
  const extras = h('div.extras', promo.root, place.root, shareCart(cart));
  const pay = h('a.button.button-wide', { href: address('/checkout.html') }, 'Check out');
  const empty = emptyCart();
  const foot = h('div.drawer-foot', totals, pay);
  return {
    head: head(title),
    body: h(
      'div.drawer-body',
      empty,
      ahead.root,
      changed.root,
      list,
      extras,
      laterList(shop, later),
    ),
    foot,
    show(snapshot: CartSnapshot): void {
      const none = snapshot.lines.length === 0;
      setText(title, none ? 'Your cart' : `Your cart, ${units(snapshot.unitCount)}`);
      empty.hidden = !none;
      extras.hidden = foot.hidden = none;
      ahead.show(snapshot);
      changed.show(snapshot);
      keepLines(toldLines(snapshot));
      promo.show(snapshot);
      place.show(snapshot);
      totals.replaceChildren(cartTotals(snapshot, format));
    },
  };
}

function head(title: HTMLElement): HTMLElement {
  return h(
    'div.drawer-head',
    title,
    h('span.sync', { 'data-sync': '', 'data-state': 'saved' }, 'Saved'),
    h(
      'form',
      { method: 'dialog' },
      h('button.icon-button', { 'aria-label': 'Close the cart' }, icon('close')),
    ),
  );
}

function emptyCart(): HTMLElement {
  return h(
    'div.empty',
    icon('bag'),
    h('p.soft', 'Your cart is empty.'),
    h('form', { method: 'dialog' }, h('button.button.button-quiet', 'Look around')),
  );
}
