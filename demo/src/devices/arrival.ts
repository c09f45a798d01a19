// "Continue on this device": by the link of the QR image, a typed code, or a restore link. Once the
// other device has said yes, the shop opens with the cart.
import { joinCart, openLink } from 'sealcart';
import type { ArrivedCart, JoinInput } from 'sealcart';
import { cartLink } from '../store/address-bar.js';
import { h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { isProblem, sentence } from '../ui/messages.js';
import { deviceName } from './device-name.js';

export type Arriving = JoinInput | { readonly token: string };

export function arrival(arriving: Arriving): HTMLElement {
  const body = h('div.arrival-body');
  const root = h(
    'section.card.arrival',
    { 'aria-labelledby': 'arrival-title' },
    h('h1', { id: 'arrival-title', tabindex: -1 }, 'Continue on this device'),
    body,
  );
  const show = (...parts: (Node | string)[]): void => body.replaceChildren(...parts);
  const options = { label: deviceName() };
  const run = async (): Promise<ArrivedCart> => {
    if ('token' in arriving) return openLink(arriving, options);
    const joining = await joinCart(arriving, options);
    show(
      h('p', 'Your other device shows a number. Let this one in if it is the same:'),
      h('p.check-number', { role: 'status' }, joining.check),
      h('p.soft.small', 'Waiting for your other device…'),
    );
    return joining.access;
  };
  show(h('p.soft', { role: 'status' }, 'One moment…'));
  run().then(
    ({ store, cart }) => location.replace(cartLink(store, cart)),
    (error: unknown) => {
      if (!isProblem(error)) throw error;
      show(
        h('p.field-error', { role: 'alert', 'data-code': error.code }, icon('warn'), words(error)),
        h('a.button.button-quiet', { href: '/' }, 'To the shop'),
      );
    },
  );
  return root;
}

const WORDS: Record<string, string> = {
  access_denied: 'Your other device did not let this one in.',
  pairing_unknown: 'This code is wrong, was used, or is older than two minutes.',
  link_invalid: 'This link is wrong or has expired.',
};
const words = (error: Parameters<typeof sentence>[0]): string =>
  WORDS[error.code] ?? sentence(error);
