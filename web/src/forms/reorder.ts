// Puts elements into an order. One that has the focus is never taken out of the document, which
// would end the typing, and stays where it is on the screen.

export function reorder(boxes: readonly HTMLElement[]): void {
  const parent = boxes[0]?.parentElement;
  if (!parent || boxes.some((box) => box.parentElement !== parent)) return; // the page's own order
  const focused = boxes.findIndex((box) => box.contains(document.activeElement));
  const top = boxes[focused]?.getBoundingClientRect().top;
  const fixed = Math.max(focused, 0);
  for (let i = fixed - 1; i >= 0; i -= 1) {
    if (boxes[i + 1]!.previousElementSibling !== boxes[i]) boxes[i + 1]!.before(boxes[i]!);
  }
  for (let i = fixed + 1; i < boxes.length; i += 1) {
    if (boxes[i - 1]!.nextElementSibling !== boxes[i]) boxes[i - 1]!.after(boxes[i]!);
  }
  if (top === undefined) return;
  const moved = boxes[focused]!.getBoundingClientRect().top - top;
  if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' });
}
