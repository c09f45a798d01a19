// Wires the parts of one cart: device, request loop, event stream, other tabs, checkout.
import type { Api } from './api.js';
import { StoreCart } from './cart.js';
import { Catalog } from './catalog.js';
import { Checkout } from './checkout.js';
import type { Device } from './device.js';
import type { Environment } from './environment.js';
import { CartError } from './errors.js';
import type { LogEntry, Order } from './generated/wire.js';
import { followLive } from './live.js';
import { askAgain, emptyCheckpoint } from './recovery.js';
import { Shopper } from './shopper.js';
import type { Storage } from './storage.js';
import { Sync } from './sync.js';
import type { TabMessage, Tabs } from './tabs.js';
import type { Cart, CartAccess, ServerConfig } from './types.js';

/** A cart as it lies in storage: which one this profile has in a store. */
export interface CartRecord extends CartAccess {
  /** The server said it has it. */
  readonly created: boolean;
}

export interface RuntimeParts {
  readonly api: Api;
  readonly storage: Storage;
  readonly environment: Environment;
  readonly tabs: Tabs;
  readonly device: Device;
  readonly closing: AbortController;
  readonly record: CartRecord;
  /** The cart came from another device. */
  readonly shared: boolean;
  readonly scope: string;
  readonly store: string;
  readonly currency: string;
  config(): Promise<ServerConfig>;
}

export class Runtime {
  readonly #status: { offline: boolean; durable: boolean };
  readonly #catalog: Catalog;
  readonly #shopper: Shopper;
  readonly #checkout: Checkout;
  readonly #sync: Sync;
  readonly #cart: StoreCart;
  #live: Promise<void> | undefined;
  #running: Promise<void> | undefined;
  #stops: (() => void)[] = [];

  constructor(private readonly parts: RuntimeParts) {
    const { api, device, environment, storage, record } = parts;
    this.#status = { offline: false, durable: storage.durable };
    this.#catalog = new Catalog(api, parts.store, device);
    this.#shopper = new Shopper(api, device);
    this.#sync = new Sync(
      {
        api,
        device,
        environment,
        creation: JSON.stringify({ store: parts.store, cart: record.id, currency: parts.currency }),
        created: () => this.#created(),
        received: (entries) => this.#received(entries),
        contact: (reached) => this.#contact(reached),
        report: (error) => this.#report(error),
        startOver: (log) => this.#startOver(log),
      },
      record.created,
    );
    this.#checkout = new Checkout({
      api,
      storage,
      environment,
      signal: parts.closing.signal,
      snapshot: () => this.#cart.getSnapshot(),
      setDestination: (destination) => this.#cart.setDestination(destination),
      identify: (email) => this.#shopper.identify(email),
      settle: () => this.#settle(),
      refresh: () => this.#refresh(),
      pull: () => this.#sync.pull(),
      placed: (order) => this.#cart.placed(order),
      report: (error) => this.#report(error),
    });
    this.#cart = new StoreCart({
      access: { id: record.id, capability: record.capability },
      device,
      catalog: this.#catalog,
      checkout: (input) => this.#checkout.run(input),
      identify: (email) => this.#identify(email),
      status: this.#status,
      order: (id) => api.json<Order>({ path: `orders/${encodeURIComponent(id)}` }),
      config: () => parts.config(),
      publish: () => this.#sync.pull(),
      close: () => this.#close(),
    });
  }

  /** `lost` is told once the caller can listen. */
  start(lost: readonly CartError[]): Cart {
    const { device, environment, tabs, closing, record } = this.parts;
    device.listen({
      changed: () => this.#cart.changed(),
      stored: () => this.#sync.push(),
      restored: () => this.#sync.pull(),
      report: (error) => this.#report(error),
    });
    tabs.listen((message) => void this.#heard(message));
    this.#stops = [
      environment.onWake(() => this.#sync.retry()),
      environment.onHide(() => void device.flush().then(() => device.checkpoint())),
    ];
    this.#running = this.#sync.run(closing.signal);
    if (record.created) this.#found();
    // There may be more on the server, or something to send from last time.
    if (record.created || this.parts.shared) this.#sync.pull();
    void this.#refresh();
    void this.#checkout.resume();
    environment.timer(0, () => lost.forEach((error) => this.#cart.tell(error)));
    return this.#cart;
  }

  #created(): void {
    const { storage, scope, record } = this.parts;
    storage
      .write({ put: [[['cart', scope], { ...record, created: true }]] })
      .catch((cause) => this.#report(new CartError({ code: 'env_storage' }, { cause })));
    this.#found();
  }

  // The server has the cart.
  #found(): void {
    this.#follow();
    void this.#asked(this.#shopper.found());
  }

  async #identify(email: string): Promise<void> {
    await this.#asked(this.#shopper.identify(email));
  }

  #follow(): void {
    const { api, environment, device, tabs, closing } = this.parts;
    this.#live ??= tabs.lead(closing.signal, () =>
      followLive(
        {
          api,
          environment,
          head: () => device.logHead(),
          entries: (entries) => this.#take(entries),
          order: (order) => {
            this.#checkout.learn(order);
            tabs.tell({ kind: 'order', order });
          },
          open: () => this.#contact(true),
          lost: () => this.#sync.pull(),
        },
        closing.signal,
      ),
    );
  }

  // From the event stream.
  async #take(entries: readonly LogEntry[]): Promise<void> {
    if (await this.#join(entries)) this.parts.tabs.tell({ kind: 'entries', entries });
  }

  async #heard(message: TabMessage): Promise<void> {
    if (message.kind === 'entries') await this.#join(message.entries);
    else this.#checkout.learn(message.order);
  }

  // False: something is missing before these, and is being fetched.
  async #join(entries: readonly LogEntry[]): Promise<boolean> {
    const { device } = this.parts;
    try {
      await device.receive(entries, entries.at(-1)?.index ?? 0);
      this.#complete();
      return true;
    } catch {
      this.#sync.pull();
      return false;
    }
  }

  #received(entries: readonly LogEntry[]): void {
    this.parts.tabs.tell({ kind: 'entries', entries });
    this.#complete();
  }

  #complete(): void {
    this.#catalog.complete().catch(() => {}); // asked again when the server is reached again
  }

  #contact(reached: boolean): void {
    if (this.#status.offline !== reached) return;
    this.#status.offline = !reached;
    this.#cart.changed();
    if (!reached) return;
    this.#sync.retry();
    void this.#refresh();
  }

  #report(error: CartError): void {
    if (error.code === 'env_storage') {
      if (!this.#status.durable) return;
      this.#status.durable = false;
    }
    this.#cart.changed();
    this.#cart.tell(error);
  }

  async #settle(): Promise<void> {
    await this.parts.device.flush();
    await this.#sync.settle();
  }

  // Rules and prices as they are now, and on disk for the next time.
  #refresh(): Promise<void> {
    return this.#asked(
      (async () => {
        await this.#catalog.refresh();
        await this.#shopper.refresh();
        await this.parts.device.flush();
      })(),
    );
  }

  // What the server was asked beside the cart itself: without an answer the cart goes on.
  async #asked(question: Promise<void>): Promise<void> {
    try {
      await question;
    } catch (cause) {
      const error =
        cause instanceof CartError ? cause : new CartError({ code: 'internal' }, { cause });
      if (error.code === 'env_network') this.#contact(false);
      else if (error.code !== 'env_closed') this.#report(error);
    }
  }

  async #startOver(log: readonly LogEntry[]): Promise<void> {
    const { tabs, device, record, closing } = this.parts;
    const replica = await tabs.takeReplica([], closing.signal);
    const empty = emptyCheckpoint(record.id, replica);
    await device.startOver({ ...empty, pending: [] }, (shown) => askAgain(log, shown));
    this.#complete();
    this.#sync.push();
  }

  async #close(): Promise<void> {
    const { device, closing, tabs, storage } = this.parts;
    this.#stops.forEach((stop) => stop());
    await device.flush();
    await device.checkpoint();
    closing.abort();
    await Promise.allSettled([this.#running, this.#live]);
    tabs.close();
    storage.close();
  }
}
