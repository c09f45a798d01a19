// The readable end of an event stream, as far as web/src reads it.
import type { Random } from './random.js';

export class StreamBody {
  readonly #pieces: Uint8Array[] = [];
  #failed = false;
  #wake: (() => void) | undefined;

  constructor(private readonly close: () => void) {}

  put(text: string, random: Random): void {
    const bytes = new TextEncoder().encode(text);
    const cut = random.chance(0.3) ? random.below(bytes.length) : 0;
    if (cut > 0) this.#pieces.push(bytes.slice(0, cut));
    this.#pieces.push(bytes.slice(cut));
    this.#wake?.();
  }

  fail(): void {
    this.#failed = true;
    this.#wake?.();
  }

  getReader() {
    return {
      read: async (): Promise<{ done: boolean; value: Uint8Array }> => {
        while (this.#pieces.length === 0) {
          if (this.#failed) throw new TypeError('network error');
          await new Promise<void>((resolve) => (this.#wake = resolve));
        }
        return { done: false, value: this.#pieces.shift()! };
      },
      cancel: (): Promise<void> => {
        this.close();
        return Promise.resolve();
      },
    };
  }
}
