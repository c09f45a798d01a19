// From cart to paid order: agree on the total, seal the payment, place the order exactly once, wait
// for the payment. The order request is on disk before it is sent and goes out with the same bytes
// until it is answered, also after a reload.
import { isPassing, type Api } from './api.js';
import { backoff } from './backoff.js';
import { hex, type Environment } from './environment.js';
import { CartError } from './errors.js';
import type { Destination, Order, OrderRequest, Quote, QuoteRequest } from './generated/wire.js';
import type { Batch, Key, Storage } from './storage.js';
import type { CartSnapshot, CheckoutInput } from './types.js';

export interface CheckoutParts {
  readonly api: Api;
  readonly storage: Storage;
  readonly environment: Environment;
  readonly signal: AbortSignal;
  snapshot(): CartSnapshot;
  setDestination(destination: Destination): Promise<unknown>;
  /** Prices may depend on who orders. */
  identify(email: string): Promise<void>;
  /** Resolves when the server's log and this device agree. */
  settle(): Promise<void>;
  /** Fetches rules and prices anew. */
  refresh(): Promise<void>;
  pull(): void;
  /** An order was placed or its payment went on. */
  placed(order: Order): void;
  report(error: CartError): void;
}

/** An order that is not finished: to be sent, or sent and not paid yet (then without its body). */
interface OpenOrder {
  readonly id: string;
  readonly body?: string;
}

const PATIENCE_MS = 60_000;
const POLL_MS = 1_000;
const POLL_MOST_MS = 5_000;

export class Checkout {
  #running: Promise<Order> | undefined;
  readonly #latest = new Map<string, Order>();
  readonly #news = new EventTarget();

  constructor(private readonly parts: CheckoutParts) {}

  /** A second call while one runs is the same checkout. */
  run(input: CheckoutInput): Promise<Order> {
    this.#running ??= this.#begin(input).finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** Goes on with what a closed page left behind. */
  async resume(): Promise<void> {
    const open = (await this.parts.storage.list(['order', this.#cart()])) as OpenOrder[];
    await Promise.all(open.map((record) => this.#resumeOne(record)));
  }

  /** From the event stream, another tab, or an answer. */
  learn(order: Order): void {
    const before = this.#latest.get(order.id);
    if (before && (before.payment === order.payment || isFinal(before))) return;
    this.#latest.set(order.id, order);
    this.parts.placed(order);
    this.#news.dispatchEvent(new Event(order.id));
  }

  async #begin(input: CheckoutInput): Promise<Order> {
    const progress = input.onProgress ?? (() => {});
    progress('saving');
    const shown = this.parts.snapshot();
    const { country, region = '', postalCode = '' } = input.form.shippingAddress;
    // A total is quoted for the address the parcel goes to.
    await this.parts.setDestination({ country, region, postalCode });
    await this.parts.identify(input.form.email);
    await this.parts.settle();
    this.#refuseOtherTotal(shown);
    progress('quoting');
    const quote = await this.#quote(input, shown);
    progress('sealing');
    const keys = await this.parts.api.text({ path: 'keys' });
    const token = await input.payment.seal({ quote, keys });
    progress('placing');
    const request: OrderRequest = {
      order: hex(this.parts.environment.random(16)),
      cart: quote.cart,
      quote: quote.id,
      expectedTotal: quote.amount,
      form: input.form,
      token,
    };
    const order = await this.#place({ id: request.order, body: JSON.stringify(request) });
    progress('paying');
    return this.#awaitPayment(order);
  }

  // The shopper agreed to the total on the screen and to no other.
  #refuseOtherTotal(shown: CartSnapshot): void {
    const actual = this.parts.snapshot().grandTotal;
    if (actual === shown.grandTotal) return;
    const params = { expected: String(shown.grandTotal), actual: String(actual) };
    throw new CartError({ code: 'total_changed', params });
  }

  async #quote(input: CheckoutInput, shown: CartSnapshot): Promise<Quote> {
    const request: QuoteRequest = {
      expectedTotal: shown.grandTotal,
      currency: shown.currency,
      head: this.parts.snapshot().sync.head,
      form: input.form,
    };
    const path = this.parts.api.cartPath('quote');
    try {
      return await this.parts.api.json<Quote>({
        method: 'POST',
        path,
        body: JSON.stringify(request),
      });
    } catch (error) {
      // Whatever the server has that this page has not, the shopper must see before trying again.
      if (error instanceof CartError && error.status !== undefined) await this.parts.refresh();
      throw error;
    }
  }

  async #place(open: OpenOrder): Promise<Order> {
    const key: Key = ['order', this.#cart(), open.id];
    await this.#note({ put: [[key, open]] });
    try {
      const order = await this.#send(open);
      await this.#note({ put: [[key, { id: open.id }]] });
      this.learn(order);
      this.parts.pull();
      return order;
    } catch (error) {
      const answered =
        error instanceof CartError && !isPassing(error) && error.code !== 'env_closed';
      if (answered) {
        await this.#note({ remove: [key] });
        await this.parts.refresh();
      }
      throw error;
    }
  }

  async #send(open: OpenOrder): Promise<Order> {
    for (let failures = 0; !this.parts.signal.aborted; failures++) {
      try {
        return await this.parts.api.json<Order>({
          method: 'POST',
          path: 'orders',
          headers: { 'Idempotency-Key': open.id },
          body: open.body!,
        });
      } catch (error) {
        if (!(error instanceof CartError && isPassing(error))) throw error;
        await this.#wait(backoff(failures, this.parts.environment));
      }
    }
    throw new CartError({ code: 'env_closed' });
  }

  async #awaitPayment(order: Order): Promise<Order> {
    let patient = true;
    const cancelTimer = this.parts.environment.timer(PATIENCE_MS, () => (patient = false));
    try {
      for (let pause = POLL_MS; !isFinal(order) && patient && !this.parts.signal.aborted;) {
        await this.#wait(pause, order.id);
        pause = Math.min(POLL_MOST_MS, pause * 2);
        if (!isFinal(this.#latest.get(order.id) ?? order)) await this.#ask(order.id);
        order = this.#latest.get(order.id) ?? order;
      }
    } finally {
      cancelTimer();
    }
    if (isFinal(order)) {
      await this.#note({ remove: [['order', this.#cart(), order.id]] });
      this.parts.pull();
    }
    return order;
  }

  // An order is placed with a full disk too; that nothing lasts is told by what keeps the cart.
  async #note(batch: Batch): Promise<void> {
    await this.parts.storage.write(batch).catch(() => {});
  }

  async #ask(id: string): Promise<void> {
    try {
      this.learn(await this.parts.api.json<Order>({ path: `orders/${id}` }));
    } catch (error) {
      if (!(error instanceof CartError && isPassing(error))) throw error;
    }
  }

  async #resumeOne(open: OpenOrder): Promise<void> {
    try {
      if (open.body !== undefined) await this.#awaitPayment(await this.#place(open));
      else {
        await this.#ask(open.id);
        const order = this.#latest.get(open.id);
        if (order) await this.#awaitPayment(order);
      }
    } catch (error) {
      if (error instanceof CartError && error.code !== 'env_closed') this.parts.report(error);
    }
  }

  // For `ms`, or until there is news of this order.
  async #wait(ms: number, id?: string): Promise<void> {
    const ended = new AbortController();
    const end = () => ended.abort();
    this.parts.signal.addEventListener('abort', end);
    if (id !== undefined) this.#news.addEventListener(id, end);
    await this.parts.environment.sleep(ms, ended.signal);
    this.parts.signal.removeEventListener('abort', end);
    if (id !== undefined) this.#news.removeEventListener(id, end);
  }

  #cart(): string {
    return this.parts.api.access?.id ?? '';
  }
}

function isFinal(order: Order): boolean {
  return order.payment === 'captured' || order.payment === 'declined' || order.payment === 'review';
}
