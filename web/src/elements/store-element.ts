// What all elements share: a cart, a style sheet, and drawing again when the cart changed.
import type { Cart, CartSnapshot } from '../types.js';
import { tokens } from './styles.js';

// On a server the classes can be imported, but not used.
const Base: typeof HTMLElement =
  globalThis.HTMLElement ?? (class {} as unknown as typeof HTMLElement);

let pageCart: Cart | undefined;
const connected = new Set<StoreElement>();

/** Gives every element that has no cart of its own this one, those that come later too. */
export function provideCart(cart: Cart | undefined): void {
  pageCart = cart;
  for (const element of connected) element.follow();
}

export abstract class StoreElement extends Base {
  /** Style of this kind of element, beside the shared tokens. */
  protected abstract readonly styles: string;
  protected abstract draw(root: ShadowRoot, cart: Cart, snapshot: CartSnapshot): void;
  #own: Cart | undefined;
  #stop: (() => void) | undefined;

  get cart(): Cart | undefined {
    return this.#own ?? pageCart;
  }
  set cart(cart: Cart | undefined) {
    this.#own = cart;
    if (this.isConnected) this.follow();
  }

  connectedCallback(): void {
    connected.add(this);
    this.follow();
  }
  disconnectedCallback(): void {
    connected.delete(this);
    this.#stop?.();
    this.#stop = undefined;
  }

  /** @internal */
  follow(): void {
    this.#stop?.();
    const { cart } = this;
    const root = this.shadowRoot ?? this.#makeRoot();
    if (!cart) return;
    const draw = () => this.draw(root, cart, cart.getSnapshot());
    this.#stop = cart.subscribe(draw);
    draw();
  }

  #makeRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [sheet(tokens), sheet(this.styles)];
    return root;
  }
}

const sheets = new Map<string, CSSStyleSheet>();

// Constructed sheets need no 'unsafe-inline'; one for all elements of a kind.
function sheet(text: string): CSSStyleSheet {
  let made = sheets.get(text);
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(text);
    sheets.set(text, made);
  }
  return made;
}
