// A line that leaves its list: by an edit that may take its time, and then the focus, which was on
// one of its buttons, has to go somewhere.
import { announce } from './announce.js';
import type { Attempt } from './attempt.js';

/** `edit` takes the line away; `said` is told when it has. Until then another one is ignored. */
export type Leave = (edit: () => Promise<unknown>, said: string) => Promise<void>;

/** `otherwise` takes the focus when no line is left. */
export function leaving(
  line: () => HTMLElement,
  attempt: Attempt,
  otherwise: () => HTMLElement | null,
): Leave {
  let busy = false;
  return async (edit, said) => {
    if (busy) return;
    busy = true;
    try {
      const moveFocus = focusAfter(line(), otherwise);
      if (!(await attempt(edit))) return;
      moveFocus();
      announce(said);
    } finally {
      busy = false;
    }
  };
}

// To the same button of the next line. A focus that has gone elsewhere meanwhile stays there.
function focusAfter(line: HTMLElement, otherwise: () => HTMLElement | null): () => void {
  const held = document.activeElement;
  const place = buttons(line).indexOf(held as HTMLElement);
  const next = (line.nextElementSibling ?? line.previousElementSibling) as HTMLElement | null;
  return () => {
    const now = document.activeElement;
    if (now && now !== document.body && now !== held) return;
    const there = next?.isConnected ? buttons(next) : [];
    (there[place] ?? there[0] ?? otherwise())?.focus();
  };
}

const buttons = (line: HTMLElement): HTMLElement[] => [
  ...line.querySelectorAll<HTMLElement>('.link-button'),
];
