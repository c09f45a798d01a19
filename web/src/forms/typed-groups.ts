// Groups a number while it is typed. The caret stays behind the digit it was behind.

const SIGN = /[\p{Nd}+]/u;
const NUMBER = /^[\p{Nd}\p{Zs}+()./-]*$/u;

const signsIn = (text: string): number => [...text].filter((char) => SIGN.test(char)).length;

function placeBehind(text: string, signs: number): number {
  if (signs === 0) return 0;
  let place = 0;
  for (const char of text) {
    place += char.length;
    if (SIGN.test(char) && --signs === 0) break;
  }
  return place;
}

const known = new WeakMap<HTMLInputElement, string>(); // as it stood after the last call

/**
 * `grouped` tells how the text is written. Letters stay as they are, for the check to say so.
 * `event` is the input event; without one nothing is being typed.
 */
export function groupTyped(
  input: HTMLInputElement,
  grouped: (text: string) => string,
  event?: Event,
): void {
  const { value } = input;
  const before = known.get(input) ?? '';
  known.set(input, value);
  if (value === '' || !NUMBER.test(value) || isHalfway(event, before, value)) return;
  const next = grouped(value);
  if (next === value || signsIn(next) !== signsIn(value)) return;
  const focused = document.activeElement === input;
  const caret = input.selectionStart ?? value.length;
  const atEnd = caret === value.length;
  const place = atEnd ? next.length : placeBehind(next, signsIn(value.slice(0, caret)));
  input.value = next;
  known.set(input, next);
  if (focused) input.setSelectionRange(place, place);
}

// Composed by an input method, or only a separator was deleted: put back, it would stop whoever
// deletes from coming past it.
function isHalfway(event: Event | undefined, before: string, value: string): boolean {
  if (!(event instanceof InputEvent)) return false;
  const deleted = event.inputType.startsWith('delete') && signsIn(before) === signsIn(value);
  return event.isComposing || deleted;
}
