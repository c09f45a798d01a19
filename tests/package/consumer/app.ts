// A shop's own code, written against the published types only.
import { createCart, CartError, type Cart, type CartSnapshot, type Order } from 'sealcart';
import { createCart as createInline } from 'sealcart/inline';
import { LinesElement, TotalsElement, provideCart } from 'sealcart/elements';
import 'sealcart/components';
import { mountPayment, type Payment } from 'sealcart/seal';
import { manualClock, scriptedTransport } from 'sealcart/testing';

export async function shop(container: Element): Promise<Order | undefined> {
  const clock = manualClock(0);
  const network = scriptedTransport(fetch, { latencyMs: 5 });
  const options = { endpoint: '/v1', store: 'demo', locale: 'en', currency: 'USD' };
  const cart: Cart = await createCart({ ...options, transport: network.fetch, clock: clock.now });
  const stop = cart.subscribe(() => draw(cart.getSnapshot()));
  cart.addEventListener('cart:error', (event) => console.log(event.detail.code));
  provideCart(cart);
  try {
    await cart.add({ product: 'tee', options: { Size: 'M' }, quantity: 2 });
  } catch (error) {
    if (error instanceof CartError && error.code === 'stock_insufficient') return undefined;
    throw error;
  }
  const payment: Payment = await mountPayment(container, {
    origin: (await cart.config()).sealOrigin,
  });
  payment.addEventListener('change', (event) => console.log(event.detail.complete));
  const form = {
    email: 'ada@example.com',
    shippingAddress: { name: 'Ada', line1: 'Way 1', city: 'Town', country: 'US' },
  };
  const order = await cart.checkout({ form, payment, onProgress: (step) => console.log(step) });
  stop();
  return order;
}

function draw(snapshot: CartSnapshot): void {
  const lines = document.querySelector('sealcart-lines');
  if (lines instanceof LinesElement) console.log(lines.cart === undefined, snapshot.grandTotal);
  // @ts-expect-error a snapshot is read-only
  snapshot.grandTotal = 1;
  // @ts-expect-error no such code
  console.log(new CartError({ code: 'none' }));
}

export const others = [createInline, TotalsElement];
