// The public types that are not wire types. Amounts are whole minor units of the cart's currency.
import type { CartError, CartProblem } from './errors.js';
import type { FLAT_HEAD, FLAT_LINE } from './generated/snapshot-layout.js';
import type {
  Adjustment,
  CatalogSlice,
  CheckoutForm,
  Destination,
  Op,
  OptionsView,
  Order,
  ProductAvailability,
  Quote,
  Snapshot,
  SnapshotGap,
} from './generated/wire.js';
import type { CartCustomer, CartSharing } from './sharing-types.js';

export type * from './sharing-types.js';

/** Id and key of a cart. Whoever has both can read and change it: share them like a key. */
export interface CartAccess {
  /** 32 lower-case hexadecimal digits. */
  readonly id: string;
  /** 43 characters of base64url: 256 random bits. */
  readonly capability: string;
}

export interface CartOptions {
  /** Address of the server's API; default '/v1'. Without a page (Node) it must be absolute. */
  readonly endpoint?: string | URL;
  /** Id of the store; default: the one the server names. */
  readonly store?: string;
  /** How amounts are written: 'en' or 'en-…' (default), 'sq', 'fa', 'it', 'ru', 'pt', 'pt-PT'. */
  readonly locale?: string;
  /** Folder of the packs; default: 'packs/' beside this module. English needs none. */
  readonly packsUrl?: string | URL;
  /** ISO 4217. When given, a store in another currency is refused (currency_mismatch). */
  readonly currency?: string;
  /** Takes over a shared cart, from share() on another device. */
  readonly cart?: CartAccess;
  /** Keeps this cart apart from others of the same origin, as another device would. */
  readonly profile?: string;
  /** Where cart.wasm is; default: beside this module. */
  readonly wasmUrl?: string | URL;
  /** Subresource integrity of that file, such as 'sha384-…' (dist/integrity.json has it). */
  readonly wasmIntegrity?: string;
  /** The module itself, instead of its address. */
  readonly wasmBinary?: BufferSource | WebAssembly.Module;
  /** Does what fetch() does; default fetch. Every request of the cart goes through it. */
  readonly transport?: typeof fetch;
  /** Unix time in milliseconds; default Date.now. Decides which timed rules apply. */
  readonly clock?: () => number;
}

/**
 * Where the cart is. 'saving': kept here and on its way. 'offline': kept here, sent when the server
 * can be reached, and has room, again. 'saved': on the server. Kept here means on disk where
 * `durable` is true.
 */
export interface SyncStatus {
  readonly state: 'saved' | 'saving' | 'offline';
  /** Own operations the server has not acknowledged. */
  readonly pending: number;
  /** Index of the server's log seen so far. */
  readonly head: number;
  /** False: the browser stores nothing here, the cart lives as long as the page. */
  readonly durable: boolean;
  /** Lines whose quantity devices chose differently at the same time; each has a notice. */
  readonly conflicts: number;
}

/** A cart with its prices, frozen; the same object until something changed. */
export interface CartSnapshot extends CartFacts {
  readonly sync: SyncStatus;
}
/** Figures of the whole cart. */
export type TotalName = Exclude<
  Extract<(typeof FLAT_HEAD)[number], keyof Snapshot>,
  'estimate'
>;
/** Figures of a line, by the names of its snapshot. */
export interface LineFigures extends Readonly<Record<(typeof FLAT_LINE)[number], number>> {
  readonly id: string;
}
/**
 * The figures as they are whenever they are read: one object, no copies. Reading `lines` brings
 * the objects in it up to date; copy what shall stay as it is.
 */
export interface LiveTotals extends Readonly<Record<TotalName, number>> {
  readonly lines: readonly LineFigures[];
}

export interface CartFacts extends Omit<
  Snapshot,
  'adjustments' | 'problems' | 'notices' | 'gaps'
> {
  /** What is missing to each promotion, free shipping, the end of a fee; 0 and 0: reached. */
  readonly gaps: readonly CartGap[];
  /** Why it can't be ordered as it stands. */
  readonly problems: readonly CartProblem[];
  /**
   * What is good to know of a line and stops nothing: quantity_conflict (until the quantity is
   * chosen again), low_stock, on_backorder, on_preorder. Their
   * path is the line, "lines[0]".
   */
  readonly notices: readonly CartProblem[];
}

/** Without what is to be spent, see Cart.gaps(). */
export type CartGap = Omit<SnapshotGap, 'spend'>;

export interface AddBySku {
  readonly sku: string;
  /** Default 1. */
  readonly quantity?: number;
  /** Texts the product takes, by name, such as { Engraving: 'Ada' }; other texts, another line. */
  readonly customizations?: Readonly<Record<string, string>>;
}
export interface AddByOptions {
  readonly product: string;
  /** One value for each option of the product, such as { Size: 'M' }. */
  readonly options?: Readonly<Record<string, string>>;
  readonly quantity?: number;
  readonly customizations?: Readonly<Record<string, string>>;
}

export interface ProductQuery {
  readonly skus?: readonly string[];
  readonly products?: readonly string[];
  readonly category?: string;
  /** Product id after which to go on. */
  readonly after?: string;
  readonly limit?: number;
}

/**
 * One entry of cart.log(): what this tab saw of the operation log, and what it still has to send.
 */
export interface LogRow {
  readonly state: 'confirmed' | 'pending';
  /** Place in the server's log; undefined while pending. */
  readonly index: number | undefined;
  readonly op: Op;
}

export interface ServerConfig {
  /** Origin of the card form's frame; empty: the server seals nothing. */
  readonly sealOrigin: string;
  readonly stores: readonly {
    readonly id: string;
    readonly name: string;
    readonly currency: string;
  }[];
  readonly defaultStore: string;
}

/** What a payment method binds its token to. */
export interface SealRequest {
  readonly quote: Quote;
  /** Answer of GET {endpoint}/keys: the signed key manifest. */
  readonly keys: string;
}

/** A way to pay: the card form of 'sealcart/seal', or anything that makes sealed tokens. */
export interface PaymentMethod {
  /** Resolves with a sealed payment token v1, base64url. */
  seal(request: SealRequest): Promise<string>;
}

export type CheckoutStep = 'saving' | 'quoting' | 'sealing' | 'placing' | 'paying';

export interface CheckoutInput {
  readonly form: CheckoutForm;
  readonly payment: PaymentMethod;
  readonly onProgress?: (step: CheckoutStep) => void;
}

/** Detail of each event. */
export interface CartEventMap {
  'cart:change': CustomEvent<CartSnapshot>;
  /** Something went wrong outside a call: a refused operation, lost storage, a restored module. */
  'cart:error': CustomEvent<CartError>;
  /** An order of this cart was placed, or its payment went on; in every tab. */
  'cart:order': CustomEvent<Order>;
  /** Another tab signed in or out: this cart is not this browser's any more. */
  'cart:moved': CustomEvent<undefined>;
}

/**
 * A shopper's cart. Edits are applied at once: getSnapshot() right after the call shows them,
 * unless the product was never loaded, then it is fetched first. The promise resolves when the
 * edit is on disk, and rejects with a CartError when it was refused; then nothing changed.
 */
export interface Cart extends CartCustomer, CartSharing, EventTarget {
  add(what: AddBySku | AddByOptions): Promise<CartSnapshot>;
  /** 1 to 9,999 units; use remove() for none. */
  setQuantity(line: string, quantity: number): Promise<CartSnapshot>;
  /**
   * setQuantity() without a promise, for what edits many times a second (a slider, a stepper held
   * down, a table): `totals` and getSnapshot() show it at once; `./dev bench` prints what
   * it costs. Subscribers are told and the disk is written once, when the running task ends;
   * saved() waits for that. Throws a CartError when it is refused; env_instance_lost while the
   * module is being replaced.
   */
  edit(line: string, quantity: number): void;
  /** The figures of now, read without a snapshot. */
  readonly totals: LiveTotals;
  /** Resolves when all edits until now are on disk. */
  saved(): Promise<CartSnapshot>;
  remove(line: string): Promise<CartSnapshot>;
  /**
   * Ends a problem of the snapshot by its remedy: the nearest quantity that can be had, the line
   * removed where there is none, the prices accepted. Rejects with field_missing where a problem
   * has no remedy.
   */
  mend(problem: CartProblem): Promise<CartSnapshot>;
  applyCode(code: string): Promise<CartSnapshot>;
  removeCode(code: string): Promise<CartSnapshot>;
  setDestination(destination: Destination): Promise<CartSnapshot>;
  setShippingMethod(method: string): Promise<CartSnapshot>;
  /**
   * Whom the order will be for, as soon as it is known: codes for a first order, or with a limit
   * for each shopper, are then priced as the server will. checkout() does it too. Offline it is
   * remembered and asked later.
   */
  identify(email: string): Promise<CartSnapshot>;
  /** The shopper agrees to the prices as they are: priceChanges and their problems end. */
  acceptPrices(): Promise<CartSnapshot>;

  getSnapshot(): CartSnapshot;
  /** `listener` runs after each change; returns what ends it. */
  subscribe(listener: () => void): () => void;
  /** Every change of money with its rule and base. */
  explain(): readonly Adjustment[];
  /** The gaps with what further goods have to cost to get there. Computed when called. */
  gaps(): readonly SnapshotGap[];
  log(): readonly LogRow[];
  formatMoney(minor: number): string;

  /** Fetches a slice of the catalogue and loads it, so that its products can be added at once. */
  products(query: ProductQuery): Promise<CatalogSlice>;
  /** Loads a slice that came another way. */
  loadCatalog(slice: CatalogSlice): void;
  /**
   * SKU of a complete choice of options. Throws product_unknown, option_missing,
   * variant_impossible…
   */
  choose(product: string, options: Readonly<Record<string, string>>): string;
  /**
   * What is left to choose after part of a choice: the state of each value beside the other
   * choices, the SKU once they name a variant, and else the nearest variant that can be ordered.
   * The nearest keeps the option named `firm`, such as the one chosen last. Throws
   * product_unknown, option_unknown.
   */
  options(
    product: string,
    chosen?: Readonly<Record<string, string>>,
    firm?: string,
  ): OptionsView;

  /**
   * Options of a product and which combinations of them can be had, in a few hundred bytes also for
   * thousands of variants. Rejects with not_found.
   */
  availability(product: string): Promise<ProductAvailability>;
  /**
   * As options(), of what availability() brought, so without a SKU: when the choice is complete,
   * add({ product, options }) fetches the variant. Throws pack_invalid, option_unknown.
   */
  optionsOf(
    availability: ProductAvailability,
    chosen?: Readonly<Record<string, string>>,
    firm?: string,
  ): OptionsView;
  /**
   * Agrees on the total with the server, has the payment sealed, places the order once, and waits
   * for the payment. Resolves when it is captured, declined or under review (see order.payment),
   * or after 60 s with what is known then: unknown is pending, not failed.
   */
  checkout(input: CheckoutInput): Promise<Order>;
  order(id: string): Promise<Order>;
  config(): Promise<ServerConfig>;
  share(): CartAccess;
  /** Ends timers, connections and locks; what is on disk stays there. */
  close(): Promise<void>;

  addEventListener<K extends keyof CartEventMap>(
    type: K,
    listener: (event: CartEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof CartEventMap>(
    type: K,
    listener: (event: CartEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | EventListenerOptions,
  ): void;
}
