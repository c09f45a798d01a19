// The confirmation: what was ordered, for how much, where it goes, and how the payment stands.
import type { Order, OrderLine, PickupLocation } from 'sealcart';
import type { Forms } from 'sealcart/forms';
import { addressLines } from './checkout/review.js';
import { address, query } from './store/address-bar.js';
import type { Shop } from './store/shop.js';
import { find, h, setText } from './ui/dom.js';
import { icon } from './ui/icons.js';
import { isProblem } from './ui/messages.js';
import { startPage } from './ui/page.js';
import { picture, showImage, variantImage } from './ui/picture.js';
import { orderTotals } from './ui/totals.js';

const PAYMENT = {
  created: { words: 'Payment is being confirmed', kind: 'waiting' },
  claimed: { words: 'Payment is being confirmed', kind: 'waiting' },
  unknown: { words: 'Payment is being confirmed', kind: 'waiting' },
  review: { words: 'Payment is being checked by the shop', kind: 'waiting' },
  captured: { words: 'Paid', kind: 'good' },
  declined: { words: 'Payment declined, nothing was charged', kind: 'bad' },
} as const;

void startPage(async (shop) => {
  const id = query('id');
  const forms = await shop.forms();
  shop.cart.addEventListener('cart:order', (event) => {
    const order = (event as CustomEvent<Order>).detail;
    if (order.id === id) show(order, shop, forms);
  });
  try {
    const order = await shop.cart.order(id);
    show(order, shop, forms);
  } catch (error) {
    if (!isProblem(error) || error.code === 'env_network') throw error;
    showUnknown();
  }
});

function show(order: Order, shop: Shop, forms: Forms): void {
  document.title = `Order ${order.number} · ${shop.store.name}`;
  find('#order').replaceChildren(
    head(order),
    h(
      'div.order-columns',
      h(
        'section.card',
        { 'aria-labelledby': 'items-title' },
        h('h2', { id: 'items-title' }, 'Items'),
        h('ul.summary-lines', ...order.lines.map((line) => orderLine(line, shop))),
        orderTotals(order, shop.format),
      ),
      h(
        'section.card',
        { 'aria-labelledby': 'where-title' },
        h('h2', { id: 'where-title' }, 'Delivery'),
        details(order, forms),
      ),
    ),
    h('p.order-foot', h('a.button', { href: address('/') }, 'Continue shopping')),
  );
  void showVariants(order, shop);
}

function head(order: Order): HTMLElement {
  const { words, kind } = PAYMENT[order.payment];
  const [first] = order.form.shippingAddress.name.split(' ');
  const declined = order.payment === 'declined';
  return h(
    'header.order-head',
    h('span', { class: `seal seal-${kind}` }, icon(kind === 'bad' ? 'warn' : 'check')),
    h('h1', { tabindex: -1 }, declined ? 'The payment was declined' : `Thank you, ${first}`),
    h(
      'p',
      'Order ',
      h('strong', { id: 'order-number' }, order.number),
      `, placed ${when(order.placedAtMs)}`,
    ),
    h(
      'p',
      {
        class: `state state-${kind}`,
        role: 'status',
        id: 'payment-state',
        'data-payment': order.payment,
      },
      words,
    ),
    declined
      ? h('a.button', { href: `${address('/checkout.html')}#payment` }, 'Try another card')
      : h('p.soft', 'Please keep the order number for questions.'),
  );
}

function orderLine(line: OrderLine, { format }: Shop): HTMLElement {
  const each =
    line.quantity > 1 ? `${line.quantity} × ${format(line.unitPrice)}` : format(line.unitPrice);
  const image = picture(line.image, '', true);
  return h(
    'li.summary-line',
    h('span.thumb', image),
    h(
      'span',
      h('span.line-title', line.title),
      h('span.soft.small', [...line.options, each].join(', ')),
      ...(line.customizations ?? []).map(({ name, value }) =>
        h('span.soft.small', `${name}: “${value}”`),
      ),
    ),
    h('span.amount', format(line.subtotal)),
  );
}

// An order line holds the product's picture; the catalogue tells which drawing is the variant's.
// Without an answer the product's stays.
async function showVariants({ lines }: Order, { cart }: Shop): Promise<void> {
  const skus = lines.map((line) => line.sku);
  const { products } = await cart.products({ skus }).catch(() => ({ products: [] }));
  lines.forEach((line, i) => {
    const product = products.find(({ variants }) => variants.some(({ sku }) => sku === line.sku));
    const shown = document.querySelectorAll<HTMLElement>('#order .picture')[i];
    if (product && shown) showImage(shown, variantImage(product.id, line.image, line.options));
  });
}

function details(order: Order, forms: Forms): HTMLElement {
  const { form } = order;
  const { billingAddress } = form;
  const billing = billingAddress ? addressLines(billingAddress, forms) : ['Same address'];
  const part = (name: string, lines: readonly string[]): HTMLElement =>
    h('div', h('dt', name), h('dd', ...lines.map((line) => h('span', line))));
  return h(
    'dl.review',
    part('By', [order.shippingMethod]),
    ...(order.pickup ? [part('At', placeLines(order.pickup, forms))] : []),
    part('To', addressLines(form.shippingAddress, forms)),
    part('Billing', billing),
    part('Contact', [form.email]),
  );
}

const placeLines = ({ name, address }: PickupLocation, forms: Forms): string[] => [
  name,
  ...addressLines({ ...address, name: '' }, forms),
];

const when = (ms: number): string =>
  new Date(ms).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' });

function showUnknown(): void {
  const main = find('#order');
  main.replaceChildren(
    h(
      'div.empty',
      h('h1', { tabindex: -1 }, 'We do not find this order'),
      h('p.soft', 'It can be seen on the device it was placed with.'),
      h('a.button', { href: address('/') }, 'Back to the shop'),
    ),
  );
  setText(find('title', document), 'Order not found');
}
