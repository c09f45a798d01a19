// What every page has: direction, header with the cart, offline banner, sync indicator, footer.
import type { CartSnapshot } from 'sealcart';
import { attachToPanel } from '../qa/device-link.js';
import { openShop } from '../store/shop.js';
import type { Shop } from '../store/shop.js';
import { announce } from './announce.js';
import { dress } from './dress.js';
import { find, h, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';
import { isProblem } from './messages.js';
import { toast } from './toast.js';
import { units } from './totals.js';

const SYNC_WORDS = { saved: 'Saved', saving: 'Saving…', offline: 'Kept on this device' } as const;

/** Opens the shop and runs the page; a failure is one sentence in the page, not a blank screen. */
export async function startPage(run: (shop: Shop) => void | Promise<void>): Promise<void> {
  dress();
  try {
    const shop = await openShop();
    attachToPanel(shop.cart);
    keepShown(shop);
    await run(shop);
  } catch (error) {
    showFailure(error);
    throw error;
  }
}

/** Replaces the content of the page by one sentence: what happened and what to do. */
function showFailure(error: unknown): void {
  const cause = isProblem(error) ? error.message : 'please reload the page';
  const words = `The shop can’t start: ${cause}.`;
  const note = h('div.note.note-danger.failure', { role: 'alert' }, icon('warn'), h('p', words));
  find('main').replaceChildren(note);
}

function keepShown(shop: Shop): void {
  const banner = h('div.offline.offline-float', { hidden: true, role: 'status' });
  document.body.append(banner);
  let spoken = shop.cart.getSnapshot().grandTotal;
  const show = (): void => {
    const snapshot = shop.cart.getSnapshot();
    showCart(snapshot, shop);
    showSync(snapshot, banner);
    if (snapshot.grandTotal !== spoken) {
      spoken = snapshot.grandTotal;
      announce(spokenTotal(snapshot, shop), 'total');
    }
  };
  shop.cart.subscribe(show);
  shop.cart.addEventListener('cart:error', ({ detail }) => toast(detail));
  // Another tab signed in or out.
  shop.cart.addEventListener('cart:moved', () => location.reload());
  addEventListener('online', show);
  addEventListener('offline', show);
  show();
}

function spokenTotal(snapshot: CartSnapshot, { format }: Shop): string {
  const name = snapshot.estimate ? 'Estimated total' : 'Total';
  return `${units(snapshot.unitCount)} in the cart. ${name} ${format(snapshot.grandTotal)}.`;
}

function showCart(snapshot: CartSnapshot, { store, format }: Shop): void {
  for (const element of document.querySelectorAll('[data-store-name]'))
    setText(element, store.name);
  for (const element of document.querySelectorAll('[data-cart-total]')) {
    setText(element, format(snapshot.grandTotal));
  }
  for (const element of document.querySelectorAll('[data-cart-count]')) {
    setText(element, String(snapshot.unitCount));
    setAttribute(element, 'data-empty', snapshot.unitCount === 0);
  }
}

function showSync(snapshot: CartSnapshot, banner: HTMLElement): void {
  const cut = !navigator.onLine || snapshot.sync.state === 'offline';
  const state = cut ? 'offline' : snapshot.sync.state;
  for (const element of document.querySelectorAll<HTMLElement>('[data-sync]')) {
    setAttribute(element, 'data-state', state);
    const tabOnly = state === 'offline' && !snapshot.sync.durable;
    setText(element, tabOnly ? 'Kept in this tab only' : SYNC_WORDS[state]);
  }
  if (banner.hidden === cut) {
    banner.hidden = !cut;
    const words = 'You are offline. Keep going: changes are kept here and sent when you are back.';
    banner.replaceChildren(...(cut ? [icon('cloud'), words] : []));
  }
}
