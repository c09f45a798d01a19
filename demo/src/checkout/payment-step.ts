// Step 3: look at everything once more, enter the card in the frame of the payment origin, pay.
import type { CartProblem, CheckoutForm, CheckoutStep, Order } from 'sealcart';
import { mountPayment } from 'sealcart/seal';
import type { Payment } from 'sealcart/seal';
import type { Shop } from '../store/shop.js';
import { announce } from '../ui/announce.js';
import { h, setText } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { isProblem, sentence } from '../ui/messages.js';
import { reviewList } from './review.js';
import type { Draft, FormDraft } from './draft.js';
import type { Step } from './steps.js';

const PROGRESS: Record<CheckoutStep, string> = {
  saving: 'Saving your cart…',
  quoting: 'Confirming the total…',
  sealing: 'Sealing the card data…',
  placing: 'Placing the order…',
  paying: 'Waiting for the payment…',
};

export interface PaymentStep extends Step {
  /** True from the click on "Pay" until the answer. */
  busy(): boolean;
}

export function paymentStep(shop: Shop, draft: Draft, placed: (order: Order) => void): PaymentStep {
  const { cart, format } = shop;
  const review = h('div');
  const frame = h('div.payment-frame');
  const problem = h('div', { role: 'alert', tabindex: -1 });
  const label = h('span', 'Pay');
  const pay = h('button.button.button-wide', { type: 'submit' }, icon('lock'), label);
  let payment: Payment | undefined;
  let working = false;

  const showAmount = (): void => {
    if (!working) setText(label, `Pay ${format(cart.getSnapshot().grandTotal)}`);
    review.replaceChildren(reviewList(shop, draft.form));
  };
  cart.subscribe(showAmount);

  const mount = async (): Promise<void> => {
    if (payment) return;
    const { sealOrigin } = await cart.config();
    payment = await mountPayment(frame, { origin: sealOrigin });
  };

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (working || !payment) return;
    working = pay.disabled = true;
    problem.replaceChildren();
    try {
      placed(await cart.checkout({ form: sent(draft.form), payment, onProgress: say }));
    } catch (error) {
      if (!isProblem(error)) throw error;
      problem.replaceChildren(paymentProblem(error, format));
      problem.focus();
    } finally {
      working = pay.disabled = false;
      showAmount();
    }
  };
  const say = (progress: CheckoutStep): void => {
    setText(label, PROGRESS[progress]);
    announce(PROGRESS[progress]);
  };

  const parts = [review, ...cardPart(frame), noteField(draft), problem, pay];
  return {
    busy: () => working,
    ready: () => true,
    enter: () => {
      showAmount();
      mount().catch((error: unknown) => problem.replaceChildren(paymentProblem(error, format)));
    },
    root: h(
      'form.step',
      { novalidate: true, on: { submit: (event) => void submit(event) } },
      h('h2', { tabindex: -1 }, 'Review and payment'),
      ...parts,
      h('a.button.button-quiet', { href: '#delivery' }, 'Back to delivery'),
    ),
  };
}

function cardPart(frame: HTMLElement): HTMLElement[] {
  const words =
    'The card is entered on a page of its own and sealed on your device. This shop never sees it.';
  return [h('h3', 'Card'), h('p.soft.small.with-icon', icon('lock'), words), frame];
}

function noteField(draft: Draft): HTMLElement {
  const note = h('textarea.input', { id: 'note', rows: 2, maxlength: 500 }, draft.form.note);
  note.addEventListener('input', () => {
    draft.form.note = note.value;
    draft.keep();
  });
  return h(
    'details.note-field',
    { open: Boolean(draft.form.note) },
    h('summary', 'Add a note to the order'),
    h('label.visually-hidden', { for: 'note' }, 'Note to the shop'),
    note,
  );
}

// The form as it is sent: spaces around the texts belong to nobody.
function sent(form: FormDraft): CheckoutForm {
  return JSON.parse(JSON.stringify(form), (_, value: unknown) =>
    typeof value === 'string' ? value.trim() : value,
  ) as CheckoutForm;
}

function paymentProblem(error: unknown, format: (minor: number) => string): HTMLElement {
  const note = (words: string, code = ''): HTMLElement =>
    h('div.note.note-danger', { 'data-code': code }, icon('warn'), h('p', words));
  if (!isProblem(error))
    return note('The payment form could not be opened. Please reload the page.');
  if (error.code === 'total_changed') {
    const { expected, actual } = error.params;
    return note(
      `The total changed from ${format(Number(expected))} to ${format(Number(actual))}. ` +
        'Nothing was charged. Please look at the new total and pay again.',
      error.code,
    );
  }
  const all = 'problems' in error ? (error.problems as readonly CartProblem[]) : [];
  const words = (all.length > 0 ? all : [error]).map(sentence).join(' ');
  return note(`${words} Nothing was charged.`, error.code);
}
