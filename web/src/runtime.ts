// Wires the parts of one cart: device, request loop, event stream, other tabs, checkout.
import type { Api } from './api.js';
import { backoff } from './backoff.js';
import { StoreCart } from './cart.js';
import { Catalog } from './catalog.js';
import { Checkout } from './checkout.js';
import type { Device } from './device.js';
import type { Environment } from './environment.js';
import { errorOf, type CartError } from './errors.js';
import type { LogBatch, Op, Order, Pairing } from './generated/wire.js';
import { followLive } from './live.js';
import type { Customer } from './sharing/customer.js';
import type { Sharing } from './sharing/sharing.js';
import { Shopper } from './shopper.js';
import type { Storage } from './storage.js';
import { Sync, type SyncParts } from './sync.js';
import type { TabMessage, Tabs } from './tabs.js';
import type { Cart, CartAccess, ServerConfig } from './types.js';

/** A cart as it lies in storage: which one this profile has in a store. */
export interface CartRecord extends CartAccess {
  /** The server said it has it. */
  created: boolean;
  /** The server said that the capability opens it no more. */
  refused?: boolean;
}

export interface RuntimeParts {
  readonly api: Api;
  readonly storage: Storage;
  readonly environment: Environment;
  readonly tabs: Tabs;
  readonly device: Device;
  readonly closing: AbortController;
  readonly record: CartRecord;
  /** Nobody can have sent anything of it. */
  readonly isNew: boolean;
  /** The cart came from another device. */
  readonly shared: boolean;
  readonly scope: string;
  readonly store: string;
  readonly currency: string;
  config(): Promise<ServerConfig>;
  /** What lies on disk of a replica whose lock is held. */
  deviceOf(replica: number, closed: AbortSignal): Promise<Device>;
}

/** How soon after the start, and how often then, it is looked for what tabs left behind. */
const LOOK_MS = { first: 1_000, then: 20_000 };

export class Runtime {
  readonly #status: { offline: boolean; durable: boolean };
  readonly #catalog: Catalog;
  readonly #shopper: Shopper;
  readonly #checkout: Checkout;
  readonly #syncParts: SyncParts;
  readonly #sync: Sync;
  readonly #cart: StoreCart;
  #live: Promise<void> | undefined;
  #running: Promise<void> | undefined;
  #stops: (() => void)[] = [];
  #stopLooking = (): void => {};
  #sharing: Promise<Sharing> | undefined;
  #customer: Promise<Customer> | undefined;
  readonly #pairings = new Set<(pairing: Pairing) => void>();
  /** Attempts to find the server again. */
  #looks = 0;

  constructor(private readonly parts: RuntimeParts) {
    const { api, device, environment, storage, record } = parts;
    this.#status = { offline: false, durable: storage.durable };
    this.#catalog = new Catalog(api, parts.store, device);
    this.#shopper = new Shopper(api, device);
    this.#syncParts = {
      api,
      device,
      environment,
      creation: JSON.stringify({ store: parts.store, cart: record.id, currency: parts.currency }),
      created: () => this.#created(),
      received: (batch) => this.#received(batch),
      contact: (reached) => this.#contact(reached),
      report: (error) => this.#report(error),
      startOver: (log, heard) => this.#startOver(log, heard),
    };
    this.#sync = new Sync(this.#syncParts, record.created);
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
      sharing: () => this.#openSharing(),
      customer: () => this.#openCustomer(),
      publish: () => this.#sync.pull(),
      close: () => this.#close(),
    });
  }

  /** `lost` is told once the caller can listen. */
  start(lost: readonly CartError[]): Cart {
    const { device, environment, storage, tabs, closing, record } = this.parts;
    device.listen({
      changed: () => this.#cart.changed(),
      stored: () => this.#sync.push(),
      restored: () => this.#sync.pull(),
      report: (error) => this.#report(error),
      lasting: (now) => {
        this.#status.durable = now && storage.durable;
        this.#cart.changed();
      },
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
    // The server may have got it when the disk was full, or the disk may have lost the news.
    else if (!this.parts.isNew) this.#sync.look();
    void this.#refresh();
    void this.#checkout.resume();
    this.#lookBehind(LOOK_MS.first);
    environment.timer(0, () => lost.forEach((error) => this.#cart.tell(error)));
    return this.#cart;
  }

  #created(): void {
    this.parts.tabs.tell({ kind: 'missed' });
    this.#exists();
  }

  // By the server's word, or another tab's.
  #exists(): void {
    const { device, record } = this.parts;
    record.created = true;
    this.#sync.exists = true;
    void device.keep();
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
    this.#live ??= tabs.lead(closing.signal, (turn) =>
      followLive(
        {
          api,
          environment,
          head: () => device.logHead(),
          take: (batch) => this.#take(batch),
          order: (order) => {
            this.#checkout.learn(order);
            tabs.tell({ kind: 'order', order });
          },
          pairing: (pairing) => {
            this.#hearPairing(pairing);
            tabs.tell({ kind: 'pairing', pairing });
          },
          open: () => this.#reached(),
          lost: () => this.#sync.pull(),
        },
        turn,
      ),
    );
  }

  // From the event stream.
  async #take(batch: LogBatch): Promise<void> {
    if (await this.#join(batch)) this.parts.tabs.tell({ kind: 'batch', batch });
  }

  async #heard(message: TabMessage): Promise<void> {
    // Tabs speak of what the server has.
    if (!this.#sync.exists) this.#exists();
    if (message.kind === 'batch') await this.#join(message.batch);
    if (message.kind === 'missed') this.#sync.pull();
    if (message.kind === 'replaced') this.#sync.replaced();
    if (message.kind === 'moved') this.#cart.moved();
    if (message.kind === 'pairing') this.#hearPairing(message.pairing);
    if (message.kind === 'order') this.#checkout.learn(message.order);
  }

  // False: something is missing before these, and is being fetched.
  async #join(batch: LogBatch): Promise<boolean> {
    const { device } = this.parts;
    if (this.#sync.strange) return false;
    try {
      await device.receive(batch);
      this.#complete();
      return true;
    } catch {
      this.#sync.pull();
      return false;
    }
  }

  #received(batch: LogBatch): void {
    this.parts.tabs.tell({ kind: 'batch', batch });
    this.#complete();
  }

  #complete(): void {
    this.#catalog.complete().catch(() => {}); // asked again when the server is reached again
  }

  #contact(reached: boolean): void {
    if (this.#status.offline !== reached) return;
    this.#status.offline = !reached;
    this.#cart.changed();
    void (reached ? this.#refresh() : this.#lookForServer());
  }

  // Found by something else than the request loop, which need not wait any longer.
  #reached(): void {
    if (!this.#status.offline || this.#sync.reached()) this.#contact(true);
  }

  #report(error: CartError): void {
    const { record, device } = this.parts;
    if (error.code === 'unauthorized' && !record.refused) {
      record.refused = true;
      void device.keep();
    }
    this.#cart.changed();
    this.#cart.tell(error);
  }

  // Few carts have several devices: it is fetched by those that do.
  #openSharing(): Promise<Sharing> {
    const { api, environment, closing } = this.parts;
    return (this.#sharing ??= import('./sharing/sharing.js').then(
      ({ Sharing }) =>
        new Sharing({
          api,
          environment,
          closed: closing.signal,
          settle: () => this.#settle(),
          onPairing: (listener) => {
            this.#pairings.add(listener);
            return () => this.#pairings.delete(listener);
          },
        }),
      (cause: unknown) => {
        this.#sharing = undefined;
        throw errorOf(cause, 'env_network');
      },
    ));
  }

  #openCustomer(): Promise<Customer> {
    const { api, environment, closing, device } = this.parts;
    return (this.#customer ??= import('./sharing/customer.js').then(
      ({ Customer }) =>
        new Customer({
          api,
          environment,
          closed: closing.signal,
          store: this.parts.store,
          currency: this.parts.currency,
          settle: () => this.#settle(),
          unsent: () => device.sendable(),
          goOn: (access) => this.#goOn(access),
          pull: () => this.#sync.pull(),
          quantityOf: (line) =>
            this.#cart.getSnapshot().lines.find(({ id }) => id === line)?.quantity ?? 0,
        }),
      (cause: unknown) => {
        this.#customer = undefined;
        throw errorOf(cause, 'env_network');
      },
    ));
  }

  async #goOn(access: CartAccess | undefined): Promise<void> {
    const { storage, scope, tabs } = this.parts;
    const key = ['cart', scope];
    const record = access && ({ ...access, created: true } satisfies CartRecord);
    await storage.write(record ? { put: [[key, record]] } : { remove: [key] });
    tabs.tell({ kind: 'moved' });
    await this.#cart.close();
  }

  #lookBehind(ms: number): void {
    const { environment, storage, record, device } = this.parts;
    this.#stopLooking = environment.timer(ms, async () => {
      try {
        const ops = (await storage.list(['op', record.id])) as Op[];
        const others = ops.some((op) => op.replica !== device.replica);
        if (others && !this.#status.offline) await this.#sendLeftBehind(ops);
      } catch {
        // the server or the disk is away: at the next look
      }
      if (!this.parts.closing.signal.aborted) this.#lookBehind(LOOK_MS.then);
    });
  }

  async #sendLeftBehind(ops: readonly Op[]): Promise<void> {
    const { sendLeftBehind } = await import('./left-behind.js');
    const syncOf = (parts: SyncParts) => new Sync(parts, this.#sync.exists);
    const received = (batch: LogBatch) => void this.#take(batch);
    await sendLeftBehind(ops, { ...this.#syncParts, ...this.parts, syncOf, received });
  }

  #hearPairing(pairing: Pairing): void {
    for (const listener of [...this.#pairings]) listener(pairing);
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
        this.#looks = 0;
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
      const error = errorOf(cause);
      if (error.code === 'env_network') this.#contact(false);
      else if (error.code !== 'env_closed') this.#report(error);
    }
  }

  // The request loop finds out when the server is back, once it has something to ask there.
  async #lookForServer(): Promise<void> {
    const { environment, closing } = this.parts;
    await environment.sleep(backoff(this.#looks++, environment), closing.signal);
    if (!this.#status.offline || closing.signal.aborted) return;
    if (this.#sync.exists) return this.#sync.pull();
    const again = () => this.#lookForServer();
    await this.#catalog.refresh().then(() => this.#reached(), again);
  }

  async #startOver(log: readonly LogBatch[], heard: boolean): Promise<void> {
    const { tabs, device, closing } = this.parts;
    if (!heard) tabs.tell({ kind: 'replaced' });
    await device.startOver(await tabs.takeReplica([], closing.signal), log);
    this.#complete();
    this.#sync.push();
  }

  async #close(): Promise<void> {
    const { device, closing, tabs, storage } = this.parts;
    this.#stops.forEach((stop) => stop());
    this.#stopLooking();
    await device.flush();
    await device.checkpoint();
    closing.abort();
    await Promise.allSettled([this.#running, this.#live]);
    tabs.close();
    storage.close();
  }
}
