// A customer who is signed in (docs/SHARING.md): the guest's cart joins theirs, carts have names,
// and lines move between them. Loaded when it is first asked for.
import type { Api } from '../api.js';
import { isPassing } from '../api.js';
import { backoff } from '../backoff.js';
import { base64url, hex, type Environment } from '../environment.js';
import { CartError, errorOf } from '../errors.js';
import type {
  CustomerCart,
  CustomerCartChange,
  CustomerCarts,
  LoginAnswer,
  LoginRequest,
  MoveRequest,
  Op,
} from '../generated/wire.js';
import type { CartAccess, NewCustomerCart, SignedIn, SignInInput } from '../types.js';

export interface CustomerParts {
  readonly api: Api;
  readonly environment: Environment;
  readonly closed: AbortSignal;
  readonly store: string;
  readonly currency: string;
  settle(): Promise<void>;
  /** What was made here and is not on the server. */
  unsent(): readonly Op[];
  /** This browser goes on with another cart, or with none; the cart is closed. */
  goOn(access: CartAccess | undefined): Promise<void>;
  pull(): void;
  /** Units of a line, as the page sees them. */
  quantityOf(line: string): number;
}

const ATTEMPTS = 5;

export class Customer {
  constructor(private readonly parts: CustomerParts) {}

  async signIn({ token, policy = 'sum', label = '', saved }: SignInInput): Promise<SignedIn> {
    const { environment, api } = this.parts;
    await this.parts.settle().catch(unlessShutOut);
    const capability = base64url(environment.random(32));
    const { id } = api.access!;
    const request: LoginRequest = { token, capability, policy, label, cart: id };
    const answer = await this.#login({ ...request, ...(saved && { saved }) });
    const { cart = id, ...told } = answer;
    const access = { id: cart, capability };
    const unsent = [...this.parts.unsent()];
    await this.parts.goOn(access);
    return { ...told, cart: access, unsent };
  }

  async signOut(): Promise<void> {
    await this.parts.settle();
    await this.#post('logout', {});
    await this.parts.goOn(undefined);
  }

  async carts(): Promise<readonly CustomerCart[]> {
    return (await this.parts.api.json<CustomerCarts>({ path: 'customer/carts' })).carts;
  }
  async makeCart({ name, use = 'cart' }: NewCustomerCart): Promise<CustomerCart> {
    const cart = hex(this.parts.environment.random(16));
    return JSON.parse(await this.#post('customer/carts', { cart, name, use })) as CustomerCart;
  }
  async makeList(): Promise<CartAccess> {
    const { api, environment, store, currency } = this.parts;
    const id = hex(environment.random(16));
    await this.#post('carts', { store, cart: id, currency });
    return { id, capability: api.access!.capability };
  }
  async changeCart(cart: string, change: CustomerCartChange): Promise<CustomerCart> {
    return JSON.parse(await this.#post(`customer/carts/${cart}`, change)) as CustomerCart;
  }
  async removeCart(cart: string): Promise<void> {
    await this.parts.api.text({ method: 'DELETE', path: `customer/carts/${cart}` });
  }

  async moveLine(line: string, to: string, units?: number): Promise<void> {
    await this.parts.settle();
    const quantity = this.parts.quantityOf(line);
    // Another device, or the call before this one, moved it.
    if (quantity === 0) throw new CartError({ code: 'line_unknown', path: 'line' });
    const request: MoveRequest = { line, to, quantity, ...(units !== undefined && { units }) };
    await this.#post(this.parts.api.cartPath('move'), request);
    // It has moved, whether this cart hears of it now or later.
    await this.parts.settle().catch(() => this.parts.pull());
  }

  // The same token with the same capability may be sent again when an answer is lost.
  async #login(request: LoginRequest): Promise<LoginAnswer> {
    const { environment, closed } = this.parts;
    for (let failures = 0; ; failures++) {
      try {
        return JSON.parse(await this.#post('login', request)) as LoginAnswer;
      } catch (error) {
        if (!isPassing(errorOf(error)) || failures + 1 >= ATTEMPTS) throw error;
        await environment.sleep(backoff(failures, environment), closed);
      }
    }
  }

  #post(path: string, body: object): Promise<string> {
    return this.parts.api.text({ method: 'POST', path, body: JSON.stringify(body) });
  }
}

// The cart became the customer's when another device of the same guest signed in: what is here and
// not there is told as unsent.
function unlessShutOut(error: unknown): void {
  if (!(error instanceof CartError) || error.code !== 'unauthorized') throw error;
}
