// The checkout page: address, delivery, review and payment; then on to the order's own page.
import type { Order } from 'sealcart';
import { addressStep } from './checkout/address-step.js';
import { deliveryStep } from './checkout/delivery-step.js';
import { keepDestination } from './checkout/destination.js';
import { openDraft } from './checkout/draft.js';
import { chooseLanguage } from './checkout/language.js';
import { paymentStep } from './checkout/payment-step.js';
import { stepWalk } from './checkout/steps.js';
import type { Steps } from './checkout/steps.js';
import { cartSummary } from './checkout/summary.js';
import { address, query } from './store/address-bar.js';
import type { Shop } from './store/shop.js';
import { find } from './ui/dom.js';
import { startPage } from './ui/page.js';

void startPage(async (shop) => {
  const { cart } = shop;
  const forms = await shop.forms();
  chooseLanguage(find('#language'));
  const draft = openDraft(shop.store.id, query('qa'));
  adoptDestination(shop, draft.form.shippingAddress);
  const placed = (order: Order): void => {
    if (order.payment !== 'declined') draft.forget();
    location.assign(address('/order.html', { id: order.id }));
  };
  const payment = paymentStep(shop, forms, draft, placed);
  const walk: Steps = stepWalk(find('#steps'), find('#progress'), {
    address: addressStep(shop, forms, draft, () => {
      walk.go('delivery');
      void cart.identify(draft.form.email);
    }),
    delivery: deliveryStep(shop, draft, () => walk.go('payment')),
    payment,
  });
  const summary = cartSummary(find<HTMLDetailsElement>('#summary'), shop);
  const show = (): void => {
    const snapshot = cart.getSnapshot();
    if (payment.busy()) return; // the order takes the lines out of the cart
    summary(snapshot);
    showEmpty(snapshot.lines.length === 0);
    if (snapshot.lines.length > 0) walk.show();
  };
  cart.subscribe(show);
  // An order that was on its way when the page was closed, or one of another device.
  cart.addEventListener('cart:order', ({ detail: order }) => {
    if (!payment.busy() && order.payment === 'captured') placed(order);
  });
  keepDestination(cart, draft.form.shippingAddress);
  if (draft.form.email) void cart.identify(draft.form.email);
  show();
});

// A place chosen for the estimate is where the address begins.
function adoptDestination({ cart }: Shop, shipping: { country: string; region?: string }): void {
  const { destination } = cart.getSnapshot();
  if (shipping.country) return;
  shipping.country = destination.country;
  shipping.region = destination.region ?? '';
}

// Lines may still arrive: from another tab, another device, or back from a declined payment.
function showEmpty(empty: boolean): void {
  find('#empty').hidden = !empty;
  find('#checkout').hidden = find('#progress').hidden = empty;
}
