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
  if (value === '' || !NUMBER.test(value)) return;
  if (event instanceof InputEvent && event.isComposing) return;
  const next = grouped(value);
  const lostDigits = signsIn(next) !== signsIn(value);
  if (next === value || lostDigits) return;
  const focused = document.activeElement === input;
  const caret = input.selectionStart ?? value.length;
  const atEnd = caret === value.length;
  let place = atEnd ? next.length : placeBehind(next, signsIn(value.slice(0, caret)));
  // Delete took a separator, which comes back: the caret steps over it.
  if (event instanceof InputEvent && event.inputType === 'deleteContentForward') {
    while (place < next.length && !SIGN.test(next[place]!)) place += 1;
  }
  input.value = next;
  if (focused) input.setSelectionRange(place, place);
}
