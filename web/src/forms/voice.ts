// Says what changed to people who do not see it: one polite live region a form.
import { make, setText } from '../elements/dom.js';

const SETTLE_MS = 500; // not every key that is pressed

// Not display: none, which would silence it. Set as properties: the strictest policy allows that.
const UNSEEN = {
  position: 'absolute',
  inlineSize: '1px',
  blockSize: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

export class Voice {
  readonly #region = make('div', { role: 'status', 'data-form-voice': '' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLElement) {
    Object.assign(this.#region.style, UNSEEN);
    form.append(this.#region);
  }

  /** The last word wins; empty: nothing is to be said any more. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => setText(this.#region, text), text ? SETTLE_MS : 0);
  }

  remove(): void {
    clearTimeout(this.#timer);
    this.#region.remove();
  }
}
