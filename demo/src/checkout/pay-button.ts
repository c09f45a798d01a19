// The button that pays: it names the amount, and while it works what is being done.
import type { CheckoutStep } from 'sealcart';
import type { Shop } from '../store/shop.js';
import { announce } from '../ui/announce.js';
import { h, setText } from '../ui/dom.js';
import { icon } from '../ui/icons.js';

const PROGRESS: Record<CheckoutStep, string> = {
  saving: 'Saving your cart…',
  quoting: 'Confirming the total…',
  sealing: 'Sealing the card data…',
  placing: 'Placing the order…',
  paying: 'Waiting for the payment…',
};

export function payButton({ cart, format }: Shop) {
  const label = h('span', 'Pay');
  const root = h('button.button.button-wide', { type: 'submit' }, icon('lock'), label);
  const showAmount = (): void => {
    if (!root.disabled) setText(label, `Pay ${format(cart.getSnapshot().grandTotal)}`);
  };
  cart.subscribe(showAmount);
  showAmount();
  return {
    root,
    busy: () => root.disabled,
    say(step: CheckoutStep): void {
      root.disabled = true;
      setText(label, PROGRESS[step]);
      announce(PROGRESS[step]);
    },
    rest(): void {
      root.disabled = false;
      showAmount();
    },
  };
}
