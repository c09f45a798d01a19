// From cart to paid order: one order, whatever happens on the way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Order, OrderRequest, Quote } from '../../web/src/generated/wire.js';
import type { CheckoutStep, SealRequest } from '../../web/src/types.js';
import { LogServer } from './support/log-server.js';
import { DeviceWorld, until } from './support/world.js';

const form = {
  email: 'ada@example.com',
  shippingAddress: {
    name: 'Ada',
    line1: 'Way 1',
    city: 'Town',
    country: 'US',
    postalCode: '10001',
  },
};
const payment = {
  requests: [] as SealRequest[],
  seal(request: SealRequest): Promise<string> {
    this.requests.push(request);
    return Promise.resolve('c2VhbGVk');
  },
};

async function filled() {
  const server = new LogServer();
  const device = new DeviceWorld(server);
  const cart = await device.open();
  await cart.add({ sku: 'MUG', quantity: 2 });
  await cart.setDestination({ country: 'US', region: '', postalCode: '10001' });
  await cart.setShippingMethod('post');
  return { server, device, cart };
}

test('quote, seal, order, payment: in this order, for the total on the screen', async () => {
  const { server, cart } = await filled();
  payment.requests = [];
  const steps: CheckoutStep[] = [];
  const { grandTotal } = cart.getSnapshot();
  const order = await cart.checkout({ form, payment, onProgress: (step) => steps.push(step) });
  assert.equal(order.payment, 'captured');
  assert.equal(order.grandTotal, grandTotal);
  assert.deepEqual(steps, ['saving', 'quoting', 'sealing', 'placing', 'paying']);
  const [sealed] = payment.requests;
  assert.equal(sealed?.quote.amount, grandTotal);
  assert.equal(sealed?.keys, '{"manifest":"signed"}');
  const [quoted] = server.requests('quote').map(({ body }) => JSON.parse(body) as { head: number });
  assert.equal(quoted?.head, 3);
  const [placed] = server.requests('orders');
  assert.equal((JSON.parse(placed!.body) as OrderRequest).token, 'c2VhbGVk');
  await cart.close();
});

test('the order request is sent with the same bytes until it is answered', async () => {
  const { server, cart } = await filled();
  const busy = { code: 'unavailable', status: 503 };
  const full = { code: 'storage_full', status: 507 };
  for (const refusal of [busy, full, full, busy]) {
    server.refuseNext.push({ path: 'orders', refusal });
  }
  await cart.checkout({ form, payment });
  const sent = server.requests('orders').filter(({ method }) => method === 'POST');
  assert.equal(sent.length, 5);
  assert.equal(new Set(sent.map(({ body }) => body)).size, 1);
  assert.equal(new Set(sent.map(({ headers }) => headers['Idempotency-Key'])).size, 1);
  assert.equal(server.orders.size, 1);
  await cart.close();
});

test('a page closed while ordering goes on after the reload, with the same order', async () => {
  const { server, device, cart } = await filled();
  for (let i = 0; i < 50; i++)
    server.refuseNext.push({ path: 'orders', refusal: { code: 'unavailable', status: 503 } });
  const lost = cart.checkout({ form, payment });
  lost.catch(() => {});
  await until(() => server.requests('orders').length > 2, 'attempts');
  const [first] = server.requests('orders');
  await cart.close();
  await assert.rejects(lost, { code: 'env_closed' });
  server.refuseNext.length = 0;
  server.received.length = 0;
  const again = await device.open();
  const seen: Order[] = [];
  again.addEventListener('cart:order', (event) => seen.push(event.detail));
  await until(() => seen.some((order) => order.payment === 'captured'), 'the order');
  assert.equal(server.requests('orders')[0]?.body, first?.body);
  assert.equal(server.orders.size, 1);
  await until(() => (device.storage.list(['order', again.getSnapshot().cart]), true));
  await again.close();
  assert.deepEqual(await device.storage.list(['order', again.share().id]), []);
});

test('a double click is one checkout', async () => {
  const { server, cart } = await filled();
  const [one, two] = await Promise.all([
    cart.checkout({ form, payment }),
    cart.checkout({ form, payment }),
  ]);
  assert.equal(one.id, two.id);
  assert.equal(server.orders.size, 1);
  await cart.close();
});

test('an address that changes the total is shown before anything is paid', async () => {
  const { server, cart } = await filled();
  const expected = cart.getSnapshot().grandTotal;
  const abroad = { ...form, shippingAddress: { ...form.shippingAddress, country: 'DE' } };
  await assert.rejects(
    cart.checkout({ form: abroad, payment }),
    (error: { code: string; params: object }) => {
      assert.equal(error.code, 'total_changed');
      assert.deepEqual(error.params, {
        expected: String(expected),
        actual: String(cart.getSnapshot().grandTotal),
      });
      return true;
    },
  );
  assert.notEqual(cart.getSnapshot().grandTotal, expected);
  assert.equal(server.requests('quote').length, 0);
  const order = await cart.checkout({ form: abroad, payment });
  assert.equal(order.grandTotal, cart.getSnapshot().grandTotal);
  await cart.close();
});

test('a code this shopper has used up is told before a quote is asked for', async () => {
  const { server, cart } = await filled();
  server.store = {
    ...server.store,
    version: 2,
    promotions: server.store.promotions!.map((promotion) =>
      promotion.id === 'five' ? { ...promotion, shopperLimit: 1 } : promotion,
    ),
  };
  await cart.applyCode('FIVE');
  const shown = cart.getSnapshot().grandTotal;
  server.facts = { uses: [{ promotion: 'five', orders: 1, byShopper: 1 }] };
  // The rule that changed comes with the refusal, what is known of the shopper with the next try.
  server.refuseNext.push({
    path: 'quote',
    refusal: { code: 'total_changed', params: { expected: '1', actual: '2' }, status: 409 },
  });
  await assert.rejects(cart.checkout({ form, payment }), { code: 'total_changed' });
  assert.equal(cart.getSnapshot().grandTotal, shown + 600);
  assert.equal(cart.getSnapshot().codes[0]?.reason, 'customerUsageLimitReached');
  assert.deepEqual(JSON.parse(server.requests('shopper').at(-1)!.body), { email: form.email });
  const order = await cart.checkout({ form, payment });
  assert.equal(order.grandTotal, shown + 600);
  await cart.close();
});

test('identify asks once, and codes are priced with the answer', async () => {
  const { server, device, cart } = await filled();
  server.store = {
    ...server.store,
    version: 2,
    promotions: [{ ...server.store.promotions![1]!, firstOrder: true }],
  };
  await cart.close();
  const again = await device.open();
  await again.applyCode('FIVE');
  await until(() => server.requests('shopper').length > 0, 'asked without an address');
  assert.equal(again.getSnapshot().codes[0]?.applied, false);
  server.facts = { shopper: { firstOrder: true } };
  await again.identify('ada@example.com');
  assert.equal(again.getSnapshot().codes[0]?.applied, true);
  const asked = server.requests('shopper').length;
  await again.identify('ada@example.com');
  assert.equal(server.requests('shopper').length, asked);
  await again.close();
});

test('a store without personal rules asks nothing about the shopper', async () => {
  const { server, cart } = await filled();
  await cart.checkout({ form, payment });
  assert.equal(server.requests('shopper').length, 0);
  await cart.close();
});

test('prices the server changed are shown with its refusal', async () => {
  const { server, cart } = await filled();
  server.products = server.products.map((product) =>
    product.id === 'mug'
      ? { ...product, variants: [{ ...product.variants[0]!, price: 2_000 }] }
      : product,
  );
  server.refuseNext.push({
    path: 'quote',
    refusal: { code: 'total_changed', params: { expected: '3600', actual: '5400' }, status: 409 },
  });
  await assert.rejects(cart.checkout({ form, payment }), { code: 'total_changed' });
  assert.equal(cart.getSnapshot().itemSubtotal, 4_000);
  await cart.close();
});

test('all problems of the form come back at once', async () => {
  const { server, cart } = await filled();
  const problems = [
    { code: 'email_invalid', path: 'email' },
    { code: 'field_required', path: 'shippingAddress.city' },
  ];
  server.refuseNext.push({
    path: 'quote',
    refusal: Object.assign({ code: 'email_invalid', status: 422 }, { problems }),
  });
  await assert.rejects(
    cart.checkout({ form, payment }),
    (error: { problems: { path: string }[] }) => {
      assert.deepEqual(
        error.problems.map(({ path }) => path),
        ['email', 'shippingAddress.city'],
      );
      return true;
    },
  );
  await cart.close();
});

test('a refused order is forgotten, a refused seal orders nothing', async () => {
  const { server, device, cart } = await filled();
  server.refuseNext.push({ path: 'orders', refusal: { code: 'stock_insufficient', status: 409 } });
  await assert.rejects(cart.checkout({ form, payment }), { code: 'stock_insufficient' });
  assert.deepEqual(await device.storage.list(['order', cart.share().id]), []);
  const before = server.requests('orders').length;
  const refusing = { seal: () => Promise.reject(new Error('no card')) };
  await assert.rejects(cart.checkout({ form, payment: refusing }), /no card/);
  assert.equal(server.requests('orders').length, before);
  await cart.close();
});

test('without network nothing is ordered and the reason is named', async () => {
  const { server, cart } = await filled();
  server.down = true;
  await assert.rejects(cart.checkout({ form, payment }), { code: 'env_network' });
  assert.equal(server.requests('quote').length, 0);
  await cart.close();
});

test('a declined payment resolves with the declined order', async () => {
  const { server, cart } = await filled();
  server.payment = 'declined';
  const order = await cart.checkout({ form, payment });
  assert.equal(order.payment, 'declined');
  await cart.close();
});

test('news of the payment comes by the event stream to every tab', async () => {
  const { server, device, cart } = await filled();
  server.payment = 'created';
  const other = await device.open();
  const seen: string[] = [];
  other.addEventListener('cart:order', (event) => seen.push(event.detail.payment));
  const checkout = cart.checkout({ form, payment });
  await until(() => server.orders.size === 1, 'ordered');
  const [order] = server.orders.values();
  server.tell(order!.cart, 'order', { ...order, payment: 'captured' });
  assert.equal((await checkout).payment, 'captured');
  await until(() => seen.at(-1) === 'captured', 'the other tab');
  await Promise.all([cart.close(), other.close()]);
});

test('the quote names what is sealed', async () => {
  const { cart } = await filled();
  payment.requests = [];
  await cart.checkout({ form, payment });
  const quote: Quote = payment.requests[0]!.quote;
  assert.equal(quote.cart, cart.getSnapshot().cart);
  await cart.close();
});
