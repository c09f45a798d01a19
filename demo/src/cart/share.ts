// Hands the cart to another device by a link that carries the cart and its key in the fragment.
import type { Cart } from 'sealcart';
import { address, shareLink } from '../store/address-bar.js';
import { h, setText } from '../ui/dom.js';
import { icon } from '../ui/icons.js';

export function shareCart(cart: Cart): HTMLElement {
  const words = h('span', 'Continue on another device');
  const said = h('p.soft.small', { role: 'status' });
  const copy = async (): Promise<void> => {
    const link = shareLink(cart.share());
    try {
      await navigator.clipboard.writeText(link);
      setText(said, 'Link copied. Open it on the other device; both keep in step.');
    } catch {
      const field = h('input.input', {
        readonly: true,
        value: link,
        'aria-label': 'Link to this cart',
      });
      said.replaceChildren('Open this link on the other device:', field);
      field.select();
    }
  };
  return h(
    'div',
    h(
      'button.link-button.with-icon.share',
      { type: 'button', on: { click: () => void copy() } },
      icon('phone'),
      words,
    ),
    said,
    h('a.soft.small.reach', { href: address('/devices.html') }, 'All devices with this cart'),
  );
}
