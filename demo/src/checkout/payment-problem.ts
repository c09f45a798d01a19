// Why a payment did not happen, and that nothing was charged.
import type { CartProblem } from 'sealcart';
import { h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { isProblem, sentence } from '../ui/messages.js';

export function paymentProblem(error: unknown, format: (minor: number) => string): HTMLElement {
  if (!isProblem(error))
    return note('The payment form could not be opened. Please reload the page.');
  if (error.code === 'total_changed') return totalChanged(error, format);
  const all = 'problems' in error ? (error.problems as readonly CartProblem[]) : [];
  const words = (all.length > 0 ? all : [error]).map(sentence).join(' ');
  return note(`${words} Nothing was charged.`, error.code);
}

function totalChanged(
  { code, params }: CartProblem,
  format: (minor: number) => string,
): HTMLElement {
  const before = format(Number(params['expected']));
  const now = format(Number(params['actual']));
  return note(
    `The total changed from ${before} to ${now}. Nothing was charged. ` +
      'Please look at the new total and pay again.',
    code,
  );
}

const note = (words: string, code = ''): HTMLElement =>
  h('div.note.note-danger', { 'data-code': code }, icon('warn'), h('p', words));
