// The list of totals, always in the same order. Every figure and every amount as text comes from
// the module; this page adds nothing up.
import type { CartSnapshot, Order } from 'sealcart';
import { h } from './dom.js';

type Format = (minor: number) => string;

/** The totals of a cart; "estimate" until address and shipping method are chosen. */
export function cartTotals(snapshot: CartSnapshot, format: Format): HTMLElement {
  const estimate = snapshot.estimate ? ' (estimate)' : '';
  const method = snapshot.shippingMethods.find((entry) => entry.id === snapshot.shippingMethod);
  const chosen = snapshot.shippingMethods.find((entry) => entry.chosen);
  return h(
    'dl.totals',
    row(`Subtotal, ${units(snapshot.unitCount)}`, format(snapshot.itemSubtotal)),
    ...discounts(snapshot, format),
    shipping(
      method && !snapshot.estimate ? method.name : `Shipping${estimate}`,
      { shippingTotal: chosen?.amount ?? snapshot.shippingTotal },
      format,
    ),
    snapshot.shippingDiscountTotal > 0 &&
      row('Delivery discount', less(snapshot.shippingDiscountTotal, format), 'saving'),
    ...fees(snapshot.feeTotal, format),
    ...taxes(snapshot.taxes, format, estimate),
    untaxed(snapshot.taxes) && row('Tax', taxText(snapshot, format)),
    grand(snapshot.estimate ? 'Estimated total' : 'Total', format(snapshot.grandTotal)),
    ...payments(snapshot, format),
    ...contained(snapshot.taxes, format),
  );
}

/** The totals of a placed order. */
export function orderTotals(order: Order, format: Format): HTMLElement {
  const discount =
    order.discountTotal > 0 && row('Discounts', less(order.discountTotal, format), 'saving');
  return h(
    'dl.totals',
    row('Subtotal', format(order.itemSubtotal)),
    discount,
    shipping(order.shippingMethod, order, format),
    ...fees(order.feeTotal, format),
    ...taxes(order.taxes, format, ''),
    untaxed(order.taxes) && row('Tax', format(order.additionalTaxTotal)),
    grand('Total', format(order.grandTotal)),
    ...contained(order.taxes, format),
  );
}

export const units = (count: number): string => (count === 1 ? '1 item' : `${count} items`);

function row(name: string, amount: string, kind = ''): HTMLElement {
  return h('div', { class: kind }, h('dt', name), h('dd.amount', amount));
}

const grand = (name: string, amount: string): HTMLElement => row(name, amount, 'grand');

function shipping(name: string, from: { shippingTotal: number }, format: Format): HTMLElement {
  return row(name, from.shippingTotal === 0 ? 'Free' : format(from.shippingTotal));
}

function discounts(snapshot: CartSnapshot, format: Format): HTMLElement[] {
  const rows: HTMLElement[] = [];
  if (snapshot.lineDiscountTotal > 0) {
    rows.push(row('Item discounts', less(snapshot.lineDiscountTotal, format), 'saving'));
  }
  if (snapshot.orderDiscountTotal > 0) {
    const codes = snapshot.codes.filter((code) => code.applied).map((code) => code.code);
    const name = codes.length > 0 ? `Order discount, ${codes.join(', ')}` : 'Order discount';
    rows.push(row(name, less(snapshot.orderDiscountTotal, format), 'saving'));
  }
  return rows;
}

const less = (amount: number, format: Format): string => `\u2212${format(amount)}`;

// Gift cards and store credit lower what is left to pay, not what the order costs.
const payments = (snapshot: CartSnapshot, format: Format): HTMLElement[] =>
  snapshot.tenderTotal > 0
    ? [
        row('Gift cards and credit', less(snapshot.tenderTotal, format), 'saving'),
        grand('Left to pay', format(snapshot.amountDue)),
      ]
    : [];

const fees = (total: number, format: Format): HTMLElement[] =>
  total > 0 ? [row('Fees', format(total))] : [];

type Taxes = CartSnapshot['taxes'];

const taxes = (list: Taxes, format: Format, estimate: string): HTMLElement[] =>
  list
    .filter((tax) => !tax.included && tax.tax > 0)
    .map((tax) => row(`${tax.name}${estimate}`, format(tax.tax)));

const untaxed = (list: Taxes): boolean => !list.some((tax) => tax.included || tax.tax > 0);

// Nothing is promised that the address may change.
const taxText = (snapshot: CartSnapshot, format: Format): string =>
  snapshot.estimate ? 'depends on the address' : format(snapshot.additionalTaxTotal);

const contained = (list: Taxes, format: Format): HTMLElement[] =>
  list
    .filter((tax) => tax.included && tax.tax > 0)
    .map((tax) => row(`Includes ${tax.name}`, format(tax.tax), 'contained soft'));
