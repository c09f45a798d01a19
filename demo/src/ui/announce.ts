// Says changes to people who do not see them: one polite live region a page, the last word wins.
import { h, setText } from './dom.js';

const SETTLE_MS = 450; // several clicks on a stepper are one announcement

let region: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

export function announce(text: string): void {
  region ??= document.body.appendChild(
    h('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite', id: 'announcer' }),
  );
  clearTimeout(timer);
  timer = setTimeout(() => region && setText(region, text), SETTLE_MS);
}
