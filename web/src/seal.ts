// The card form, in a frame of its own origin: what is typed there never enters the shop's page,
// only the sealed token does.
import { CartError } from './index.js';
import {
  OPEN,
  type Appearance,
  type FromFrame,
  type OpenMessage,
  type ToFrame,
} from './seal-frame/protocol.js';
import type { PaymentMethod, SealRequest } from './types.js';

export type { Appearance, ColorName } from './seal-frame/protocol.js';

export interface PaymentOptions {
  /** Origin of the frame: `sealOrigin` of cart.config(). */
  readonly origin: string;
  readonly appearance?: Appearance;
}

export interface PaymentEventMap {
  /** Whether every field of the card is filled in and plausible. */
  change: CustomEvent<{ readonly complete: boolean }>;
  /** The shopper pressed Enter in the form. */
  submit: Event;
}

/** A mounted card form; cart.checkout() takes it as `payment`. */
export interface Payment extends PaymentMethod, EventTarget {
  readonly complete: boolean;
  /** The token sealed last, base64url; it can't be read without the merchant's private key. */
  readonly lastToken: string;
  focus(): void;
  /** Takes the form out of the page. */
  close(): void;
  addEventListener<K extends keyof PaymentEventMap>(
    type: K,
    listener: (event: PaymentEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

const READY_MS = 15_000;

/**
 * Puts the card form into `container`. Rejects with env_insecure_context on a page without HTTPS,
 * and with env_network when the frame does not answer.
 */
export async function mountPayment(container: Element, options: PaymentOptions): Promise<Payment> {
  if (!globalThis.isSecureContext) throw new CartError({ code: 'env_insecure_context' });
  const frame = document.createElement('iframe');
  frame.src = new URL('/frame.html', options.origin).href;
  frame.title = 'Card details';
  frame.allow = 'payment';
  const { style } = frame;
  style.display = 'block';
  style.width = '100%';
  style.height = '18rem'; // about what the form takes: the page must not jump
  style.border = '0';
  style.colorScheme = options.appearance?.scheme ?? 'normal';
  const port = await connect(frame, container, options).catch((error: unknown) => {
    frame.remove();
    throw error;
  });
  return new CardFrame(frame, port);
}

function connect(
  frame: HTMLIFrameElement,
  container: Element,
  options: PaymentOptions,
): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new CartError({ code: 'env_network' })), READY_MS);
    frame.addEventListener('load', () => {
      const { port1, port2 } = new MessageChannel();
      const direction = getComputedStyle(container).direction === 'rtl' ? 'rtl' : 'ltr';
      const message: OpenMessage = {
        kind: OPEN,
        appearance: options.appearance ?? {},
        direction,
      };
      port1.onmessage = (event: MessageEvent<FromFrame>) => {
        if (event.data.kind === 'height') frame.style.height = `${event.data.pixels}px`;
        if (event.data.kind !== 'ready') return;
        clearTimeout(late);
        resolve(port1);
      };
      frame.contentWindow?.postMessage(message, new URL(options.origin).origin, [port2]);
    });
    container.append(frame);
  });
}

class CardFrame extends EventTarget implements Payment {
  complete = false;
  lastToken = '';
  #answer: { resolve(token: string): void; reject(error: CartError): void } | undefined;

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly port: MessagePort,
  ) {
    super();
    port.onmessage = (event: MessageEvent<FromFrame>) => this.#heard(event.data);
  }

  seal(request: SealRequest): Promise<string> {
    this.#answer?.reject(new CartError({ code: 'token_invalid' }));
    return new Promise((resolve, reject) => {
      this.#answer = { resolve, reject };
      this.#say({ kind: 'seal', quote: request.quote, keys: request.keys });
    });
  }

  focus(): void {
    this.frame.focus();
    this.#say({ kind: 'focus' });
  }

  close(): void {
    this.#answer?.reject(new CartError({ code: 'env_closed' }));
    this.port.close();
    this.frame.remove();
  }

  #say(message: ToFrame): void {
    this.port.postMessage(message);
  }

  #heard(message: FromFrame): void {
    switch (message.kind) {
      case 'height':
        this.frame.style.height = `${message.pixels}px`;
        break;
      case 'change':
        this.complete = message.complete;
        this.dispatchEvent(new CustomEvent('change', { detail: { complete: message.complete } }));
        break;
      case 'submit':
        this.dispatchEvent(new Event('submit'));
        break;
      case 'sealed':
        this.lastToken = message.token;
        this.#answer?.resolve(message.token);
        this.#answer = undefined;
        break;
      case 'refused':
        this.#answer?.reject(CartError.from(message, { cause: new Error(message.reason) }));
        this.#answer = undefined;
        break;
      case 'ready':
        break;
    }
  }
}
