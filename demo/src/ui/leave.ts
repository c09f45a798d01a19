// Where the focus goes when the part that has it leaves the page.

/**
 * To be called before a list's entry leaves; what is returned is called when it has. The next
 * entry's button of the same place takes the focus, else `otherwise`. A focus that has gone
 * elsewhere meanwhile stays there.
 */
export function focusLater(entry: HTMLElement, otherwise: HTMLElement | null): () => void {
  const held = document.activeElement;
  const place = buttons(entry).indexOf(held as HTMLElement);
  const next = (entry.nextElementSibling ?? entry.previousElementSibling) as HTMLElement | null;
  return () => {
    const now = document.activeElement;
    if (now && now !== document.body && now !== held) return;
    const there = next?.isConnected ? buttons(next) : [];
    (there[place] ?? there[0] ?? otherwise)?.focus();
  };
}

const buttons = (entry: HTMLElement): HTMLElement[] => [
  ...entry.querySelectorAll<HTMLElement>('.link-button'),
];
