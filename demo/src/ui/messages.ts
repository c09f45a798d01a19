// What to tell a shopper. The module's errors are exact and meant for everybody; a few get a
// sentence with the words of a shop. The code stays visible to developers on the element
// (data-code).
import type { CartProblem } from 'sealcart';
import { h } from './dom.js';
import { icon } from './icons.js';

type Told = Pick<CartProblem, 'code' | 'params' | 'message' | 'fix'>;

const SENTENCES: Record<string, (params: Record<string, string>) => string> = {
  stock_insufficient: ({ available }) =>
    available === '0' ? 'Sold out for now.' : `Only ${available} left in stock.`,
  sold_out: () => 'Sold out for now.',
  variant_gone: () => 'We no longer sell this.',
  order_limit: ({ max }) => `At most ${max} of this in one order.`,
  customer_limit: ({ max, had }) =>
    had === '0' ? `At most ${max} for each customer.` : `At most ${max} each, you had ${had}.`,
  quantity_conflict: ({ least, most }) =>
    `Your devices chose ${least} and ${most}. ${most} is kept; change it if that is not right.`,
  low_stock: ({ available }) => `Only ${available} left.`,
  on_backorder: ({ units }) => `${units} of these will be sent later, when they are back in stock.`,
  on_preorder: ({ date }) => `Sold in advance: it will be sent from ${date} on.`,
  quantity_too_large: ({ max }) => `At most ${max} of this can be ordered at once.`,
  quantity_too_small: ({ min }) => `At least ${min}. Use “Remove” to take it out of the cart.`,
  quantity_not_integer: () => 'Please enter a whole number.',
  number_not_integer: () => 'Please enter a whole number.',
  number_out_of_range: () => 'This number is too large.',
  quantity_step: ({ step }) => `Sold in steps of ${step}.`,
  code_unknown: () => 'We do not know this code. Please check the spelling.',
  code_already_applied: () => 'This code is already in your cart.',
  field_required: () => 'Please fill this in.',
  field_missing: () => 'Please fill this in.',
  email_invalid: () => 'Please enter an e-mail address like name@example.com.',
  destination_not_served: () => 'We do not ship to this country yet.',
  payment_declined: () => 'The payment was declined. Nothing was charged.',
  unauthorized: () => 'This cart is closed to this device now. Let it in again, or sign in.',
  env_network: () => 'The shop can’t be reached right now. Your cart is safe on this device.',
};

export function sentence(problem: Told): string {
  const known = SENTENCES[problem.code]?.(problem.params ?? {});
  if (known) return known;
  const { message, fix } = problem;
  return message.endsWith(fix) ? `${capital(message)}.` : `${capital(message)}: ${fix}.`;
}

/** A message beside the thing it is about. */
export function fieldError(id: string, problem: Told): HTMLElement {
  return h('p.field-error', { id, 'data-code': problem.code }, icon('warn'), sentence(problem));
}

export const isProblem = (error: unknown): error is CartProblem =>
  typeof error === 'object' && error !== null && 'code' in error && 'fix' in error;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
