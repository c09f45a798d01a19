// Lets another device in: a code in large type and as an image, good for two minutes, and the
// question whether both show the same number.
import type { Cart, PairingOffering, QrImage } from 'sealcart';
import { address } from '../store/address-bar.js';
import { attemptBeside } from '../ui/attempt.js';
import { h, setAttribute, setText } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { timeLeft } from '../ui/time-left.js';

const SVG = 'http://www.w3.org/2000/svg';

export function pairingOffer(cart: Cart, arrived: () => void): HTMLElement {
  const body = h('div.offer', { 'aria-live': 'polite' });
  const problem = h('div', { role: 'alert' });
  const attempt = attemptBeside(problem, 'offer-problem');
  const show = (...parts: (Node | string)[]): void => body.replaceChildren(...parts);
  const base = new URL(address('/devices.html'), location.origin);

  // What a person did here may move the page; what comes by itself keeps the height.
  const begin = (words: string, hint: string, byHand = true): void => {
    setAttribute(body, 'data-out', !byHand);
    show(
      h('p.soft', hint),
      h('button.button', { type: 'button', id: 'offer', on: { click: () => void offer() } }, words),
    );
  };
  const offer = (): Promise<boolean> =>
    attempt(async () => {
      const pairing = await cart.pairing(base);
      pairing.addEventListener('pairing:change', () => follow(pairing));
      setAttribute(body, 'data-out', true);
      show(...codeShown(pairing));
    });
  const follow = (pairing: PairingOffering): void => {
    const { state, label } = pairing.state;
    if (state === 'waiting' && !pairing.ended) return show(...question(pairing, attempt));
    if (state === 'approved') {
      arrived();
      return begin('Show another code', `${label || 'The other device'} is connected.`);
    }
    const refused = state === 'refused';
    begin('Show a new code', refused ? 'Nobody was let in.' : 'The code has run out.', refused);
  };

  begin('Show a code', 'Both keep in step from then on. It can be removed at any time.');
  return h(
    'section.card',
    { 'aria-labelledby': 'offer-title' },
    h('h2', { id: 'offer-title' }, 'Add a device'),
    body,
    problem,
  );
}

function codeShown({ offer }: PairingOffering): Node[] {
  const left = h('span.amount');
  const tick = (): void => {
    setText(left, timeLeft(offer.expiresAtMs - Date.now()));
    if (left.isConnected) setTimeout(tick, 1000);
  };
  setTimeout(tick);
  return [
    h(
      'div.offer-code',
      qrImage(offer.qr),
      h(
        'div',
        h('p.soft', 'Point the other device’s camera at the image, or type there:'),
        h('p.code', { dir: 'ltr' }, offer.code),
        h('p.soft.small', 'Good for ', left),
      ),
    ),
  ];
}

function question(
  pairing: PairingOffering,
  attempt: (edit: () => Promise<unknown>) => Promise<boolean>,
): Node[] {
  const { check, label } = pairing.state;
  const yes = (): void => void attempt(() => pairing.approve(check));
  const no = (): void => void attempt(() => pairing.refuse());
  return [
    h('p', h('strong', label || 'A device'), ' wants this cart. Does it show this number?'),
    h('p.check-number', check),
    h(
      'div.offer-answer',
      h('button.button', { type: 'button', on: { click: yes } }, icon('check'), 'Yes, let it in'),
      h('button.button.button-quiet', { type: 'button', on: { click: no } }, 'No'),
    ),
  ];
}

function qrImage({ size, path }: QrImage): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('class', 'qr');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', 'QR code with the link for the other device');
  const modules = document.createElementNS(SVG, 'path');
  modules.setAttribute('d', path);
  svg.append(modules);
  return svg;
}
