// The cart a page holds: its edits, its snapshot, its events. What computes, keeps and sends is
// behind it (device.ts, sync.ts, live.ts, checkout.ts).
import type { Change, Device } from './device.js';
import { CartError, type CartProblem } from './errors.js';
import { cartEvent } from './events.js';
import type {
  Adjustment,
  CatalogSlice,
  CustomerCart,
  CustomerCartChange,
  Destination,
  DeviceList,
  OptionsView,
  Order,
  ProductAvailability,
  Snapshot,
  SnapshotGap,
} from './generated/wire.js';
import type { Catalog } from './catalog.js';
import { FlatTotals } from './live-totals.js';
import type { CartModule } from './module.js';
import type { Customer } from './sharing/customer.js';
import type { Sharing } from './sharing/sharing.js';
import type { SnapshotView } from './snapshot.js';
import type {
  AddByOptions,
  AddBySku,
  Cart,
  CartAccess,
  CartSnapshot,
  CheckoutInput,
  LiveTotals,
  LogRow,
  NewCustomerCart,
  PairingOffering,
  ProductQuery,
  RestoreLinkInput,
  RestoreLinkOffer,
  ServerConfig,
  SignedIn,
  SignInInput,
} from './types.js';
import { commandJson as json, setUnits } from './unwritten.js';

export interface CartParts {
  readonly access: CartAccess;
  readonly device: Device;
  readonly catalog: Catalog;
  readonly status: { readonly offline: boolean; readonly durable: boolean };
  checkout(input: CheckoutInput): Promise<Order>;
  identify(email: string): Promise<void>;
  order(id: string): Promise<Order>;
  config(): Promise<ServerConfig>;
  sharing(): Promise<Sharing>;
  customer(): Promise<Customer>;
  /** Makes the cart on the server, so that another device finds it. */
  publish(): void;
  close(): Promise<void>;
}

export class StoreCart extends EventTarget implements Cart {
  readonly totals: LiveTotals;
  readonly #listeners = new Set<() => void>();
  #told: CartSnapshot | undefined;
  #closed = false;

  constructor(private readonly parts: CartParts) {
    super();
    this.totals = new FlatTotals(parts.device);
  }

  async add(what: AddBySku | AddByOptions): Promise<CartSnapshot> {
    const command = {
      kind: 'add',
      ...what,
      ...('options' in what ? { options: pairs(what.options) } : {}),
      ...('customizations' in what ? { customizations: pairs(what.customizations) } : {}),
    };
    try {
      return await this.#submit(command);
    } catch (error) {
      if (!(await this.#fetched(error, what))) throw error;
      return this.#submit(command);
    }
  }

  setQuantity(line: string, quantity: number): Promise<CartSnapshot> {
    return this.#edit((module, view) => setUnits(module, view, line, quantity));
  }
  edit(line: string, quantity: number): void {
    this.#refuseClosed();
    this.parts.device.setUnits(line, quantity);
  }
  async saved(): Promise<CartSnapshot> {
    await this.parts.device.flush();
    return this.getSnapshot();
  }

  remove(line: string): Promise<CartSnapshot> {
    return this.#submit({ kind: 'remove', line });
  }
  async mend({ remedy }: CartProblem): Promise<CartSnapshot> {
    if (!remedy) throw new CartError({ code: 'field_missing', path: 'remedy' });
    return remedy.kind === 'acceptPrices' ? this.acceptPrices() : this.#submit(remedy);
  }
  applyCode(code: string): Promise<CartSnapshot> {
    return this.#submit({ kind: 'applyCode', code });
  }
  removeCode(code: string): Promise<CartSnapshot> {
    return this.#submit({ kind: 'removeCode', code });
  }
  setDestination(destination: Destination): Promise<CartSnapshot> {
    return this.#submit({ kind: 'setDestination', destination });
  }
  setShippingMethod(method: string): Promise<CartSnapshot> {
    return this.#submit({ kind: 'setShippingMethod', method });
  }
  async identify(email: string): Promise<CartSnapshot> {
    this.#refuseClosed();
    await this.parts.identify(email);
    return this.getSnapshot();
  }
  async acceptPrices(): Promise<CartSnapshot> {
    await this.#submit({ kind: 'acceptPrices' });
    await this.parts.device.checkpoint(); // it is no operation: only the saved cart tells
    return this.getSnapshot();
  }

  getSnapshot(): CartSnapshot {
    const { offline, durable } = this.parts.status;
    const now = this.parts.device.snapshot({ offline, durable });
    this.#told ??= now;
    return now;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  explain(): readonly Adjustment[] {
    return JSON.parse(this.#read((module) => module.explain())) as Adjustment[];
  }
  gaps(): readonly SnapshotGap[] {
    return (JSON.parse(this.#read((module) => module.snapshot())) as Snapshot).gaps;
  }
  log(): readonly LogRow[] {
    return this.parts.device.log();
  }
  formatMoney(minor: number): string {
    return this.#read((module) => module.money(minor));
  }

  products(query: ProductQuery): Promise<CatalogSlice> {
    return this.parts.catalog.fetch(query);
  }
  loadCatalog(slice: CatalogSlice): void {
    this.parts.device.loadCatalog(slice);
  }
  choose(product: string, options: Readonly<Record<string, string>>): string {
    const command = { kind: 'add', product, options: pairs(options) };
    return this.#read((module) => module.choose(json(command)));
  }

  options(product: string, chosen: Readonly<Record<string, string>> = {}, firm = ''): OptionsView {
    const question = json({ product, options: pairs(chosen), firm });
    return JSON.parse(this.#read((module) => module.viewOptions(question))) as OptionsView;
  }

  availability(product: string): Promise<ProductAvailability> {
    return this.parts.catalog.availability(product);
  }
  optionsOf(
    { options, availability }: ProductAvailability,
    chosen: Readonly<Record<string, string>> = {},
    firm = '',
  ): OptionsView {
    const pairs = Object.entries(chosen).map(([name, value]) => ({ name, value }));
    const question = json({ options, availability, chosen: pairs, firm });
    return JSON.parse(this.#read((module) => module.viewAvailability(question))) as OptionsView;
  }

  async checkout(input: CheckoutInput): Promise<Order> {
    this.#refuseClosed();
    return this.parts.checkout(input);
  }
  order(id: string): Promise<Order> {
    return this.parts.order(id);
  }
  config(): Promise<ServerConfig> {
    return this.parts.config();
  }

  async devices(): Promise<DeviceList> {
    return (await this.#sharing()).devices();
  }
  async nameDevice(id: string, label: string): Promise<void> {
    await (await this.#sharing()).nameDevice(id, label);
  }
  async removeDevice(id: string): Promise<void> {
    await (await this.#sharing()).removeDevice(id);
  }
  async pairing(base: string | URL): Promise<PairingOffering> {
    return (await this.#sharing()).pairing(String(base));
  }
  async restoreLink(input: RestoreLinkInput): Promise<RestoreLinkOffer> {
    return (await this.#sharing()).restoreLink(input);
  }
  async revokeLink(id: string): Promise<void> {
    await (await this.#sharing()).revokeLink(id);
  }

  async signIn(input: SignInInput): Promise<SignedIn> {
    return (await this.#customer()).signIn(input);
  }
  async signOut(): Promise<void> {
    await (await this.#customer()).signOut();
  }
  async customerCarts(): Promise<readonly CustomerCart[]> {
    return (await this.#customer()).carts();
  }
  async makeCart(input: NewCustomerCart): Promise<CustomerCart> {
    return (await this.#customer()).makeCart(input);
  }
  async makeList(): Promise<CartAccess> {
    return (await this.#customer()).makeList();
  }
  async changeCart(cart: string, change: CustomerCartChange): Promise<CustomerCart> {
    return (await this.#customer()).changeCart(cart, change);
  }
  async removeCart(cart: string): Promise<void> {
    await (await this.#customer()).removeCart(cart);
  }
  async moveLine(line: string, to: string, units?: number): Promise<void> {
    await (await this.#customer()).moveLine(line, to, units);
  }

  share(): CartAccess {
    this.parts.publish();
    return this.parts.access;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#listeners.clear();
    await this.parts.close();
  }

  /** @internal The snapshot may differ now. */
  changed(): void {
    if (this.#closed) return;
    const before = this.#told;
    this.#told = this.getSnapshot();
    if (this.#told === before) return;
    for (const listener of [...this.#listeners]) listener();
    this.dispatchEvent(cartEvent('cart:change', this.getSnapshot()));
  }
  /** @internal */
  tell(error: CartError): void {
    if (!this.#closed) this.dispatchEvent(cartEvent('cart:error', error));
  }
  /** @internal */
  moved(): void {
    if (!this.#closed) this.dispatchEvent(cartEvent('cart:moved', undefined));
  }
  /** @internal */
  placed(order: Order): void {
    if (!this.#closed) this.dispatchEvent(cartEvent('cart:order', order));
  }

  #sharing(): Promise<Sharing> {
    this.#refuseClosed();
    return this.parts.sharing();
  }

  #customer(): Promise<Customer> {
    this.#refuseClosed();
    return this.parts.customer();
  }

  #submit(command: object): Promise<CartSnapshot> {
    return this.#edit((module) => module.submit(json(command)));
  }

  async #edit(change: Change): Promise<CartSnapshot> {
    this.#refuseClosed();
    await this.parts.device.edit(change);
    return this.getSnapshot();
  }

  #read<T>(work: (module: CartModule, view: SnapshotView) => T): T {
    this.#refuseClosed();
    return this.parts.device.read(work);
  }

  // Core knows what was loaded; what it does not know may still be for sale.
  async #fetched(error: unknown, what: AddBySku | AddByOptions): Promise<boolean> {
    if (!(error instanceof CartError)) return false;
    if (unsold.has(error.code) && 'sku' in what) {
      return this.parts.catalog.has({ skus: [what.sku] });
    }
    if (error.code === 'product_unknown' && 'product' in what) {
      return this.parts.catalog.has({ products: [what.product] });
    }
    return false;
  }

  #refuseClosed(): void {
    if (this.#closed) throw new CartError({ code: 'env_closed' });
  }
}

// What was gone when it was last asked for may be sold again.
const unsold: ReadonlySet<string> = new Set(['sku_unknown', 'variant_gone']);

// Core reads options and texts as lists, and says what is wrong with anything else.
function pairs(record: unknown): unknown {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return record;
  return Object.entries(record).map(([name, value]) => ({ name, value: value as unknown }));
}
