// Step 3: look at everything once more, enter the card in the frame of the payment origin, pay.
import type { CheckoutForm, Order } from 'sealcart';
import { mountPayment } from 'sealcart/seal';
import type { Payment } from 'sealcart/seal';
import type { Forms } from 'sealcart/forms';
import type { Shop } from '../store/shop.js';
import { h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { isProblem } from '../ui/messages.js';
import { appearance } from './appearance.js';
import { payButton } from './pay-button.js';
import { paymentProblem } from './payment-problem.js';
import { reviewList } from './review.js';
import type { Draft, FormDraft } from './draft.js';
import type { Step } from './steps.js';

export interface PaymentStep extends Step {
  /** True from the click on "Pay" until the answer. */
  busy(): boolean;
}

export function paymentStep(
  shop: Shop,
  forms: Forms,
  draft: Draft,
  placed: (order: Order) => void,
): PaymentStep {
  const { cart, format } = shop;
  const button = payButton(shop);
  const review = reviewList(shop, forms, draft.form);
  const frame = h('div.payment-frame');
  const problem = h('div', { role: 'alert', tabindex: -1 });
  let payment: Payment | undefined;

  const submit = async (): Promise<void> => {
    if (button.busy() || !payment) return;
    problem.replaceChildren();
    button.say('saving');
    try {
      const form = sent(draft.form);
      placed(await cart.checkout({ form, payment, onProgress: button.say }));
    } catch (error) {
      if (!isProblem(error)) throw error;
      problem.replaceChildren(paymentProblem(error, format));
      problem.focus();
    } finally {
      button.rest();
    }
  };
  const root = h(
    'form.step',
    { novalidate: true },
    h('h2', { tabindex: -1 }, 'Review and payment'),
    review.root,
    ...cardPart(frame),
    noteField(draft),
    problem,
    button.root,
    h('a.button.button-quiet', { href: '#delivery' }, 'Back to delivery'),
  );
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  const mount = async (): Promise<void> => {
    if (payment) return;
    const { sealOrigin: origin } = await cart.config();
    payment = await mountPayment(frame, { origin, appearance: appearance() });
    payment.addEventListener('submit', () => root.requestSubmit()); // Enter in the card form
  };
  return {
    root,
    busy: button.busy,
    ready: () => true,
    enter: () => {
      review.show();
      mount().catch((error: unknown) => problem.replaceChildren(paymentProblem(error, format)));
    },
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
