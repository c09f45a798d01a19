// Says changes to people who do not see them: a polite live region, the last word on a thing
// wins. An open dialog makes the rest of the page inert, so it has a region of its own.
import { h, setText } from './dom.js';

const SETTLE_MS = 450; // several clicks on a stepper are one announcement

let timer: ReturnType<typeof setTimeout> | undefined;
const due = new Map<string, string>();

/** `about`: what the next word on the same thing takes the place of. */
export function announce(text: string, about = 'event'): void {
  const region = regionIn(document.querySelector('dialog[open]') ?? document.body);
  due.delete(about);
  due.set(about, text);
  clearTimeout(timer);
  timer = setTimeout(() => {
    setText(region, [...due.values()].join(' '));
    due.clear();
  }, SETTLE_MS);
}

function regionIn(place: Element): Element {
  const found = place.querySelector(':scope > .announcer');
  if (found) return found;
  const region = h('div.visually-hidden.announcer', { role: 'status', 'aria-live': 'polite' });
  place.append(region);
  return region;
}
