// Emitted from core by sealcart_emit; do not edit.
// The documents that cross a boundary as JSON (docs/WIRE.md). Amounts are whole minor units.

/** Equal remainders: the larger weight first, then the line id; or the earlier line. */
export type Ties =
  | 'weight'
  | 'position';

/** What a promotion lowers: the price of lines, or of the whole order. */
export type PromotionTarget =
  | 'line'
  | 'order';

/** How a promotion lowers: by a share, or by a fixed amount. */
export type PromotionKind =
  | 'percent'
  | 'fixed';

/** What a person asks for. */
export type CommandKind =
  | 'add'
  | 'setQuantity'
  | 'remove'
  | 'applyCode'
  | 'removeCode'
  | 'setDestination'
  | 'setShippingMethod';

/** What an adjustment is for. */
export type AdjustmentKind =
  | 'lineDiscount'
  | 'orderDiscount'
  | 'shipping'
  | 'fee'
  | 'includedTax'
  | 'additionalTax';

/** What an operation does. */
export type OpKind =
  | 'add'
  | 'decrease'
  | 'set'
  | 'remove'
  | 'order'
  | 'codeAdd'
  | 'codeRemove'
  | 'destination'
  | 'shippingMethod';

/** Whether a lot counts beside others (add) or as the chosen quantity (set). */
export type LotKind =
  | 'add'
  | 'set';

/** How far a payment has come. */
export type PaymentState =
  | 'created'
  | 'claimed'
  | 'captured'
  | 'declined'
  | 'unknown'
  | 'review';

/** The rules of one store. */
export interface StoreDocument {
  /** stable (1 to 64 bytes) */
  readonly id: string;
  /** shown (1 to 200 bytes) */
  readonly name: string;
  /** raised with each change (1 to 2^53-1) */
  readonly version: number;
  /** ISO 4217 (3 bytes) */
  readonly currency: string;
  /** zone of estimates before an address is known (1 to 64 bytes) */
  readonly defaultZone: string;
  /** who gets the odd unit of an order discount among equals */
  readonly allocationTies?: Ties;
  /** all used (at most 32 entries of 1 to 64 bytes) */
  readonly taxCategories: readonly string[];
  /** first match wins (at most 512 entries) */
  readonly zones: readonly TaxZone[];
  /** one for each category in a zone (at most 4,096 entries) */
  readonly taxRates?: readonly TaxRate[];
  /** rules that lower prices (at most 256 entries) */
  readonly promotions?: readonly Promotion[];
  /** ways to deliver (at most 64 entries) */
  readonly shippingMethods: readonly ShippingMethod[];
  /** charged once an order (at most 32 entries) */
  readonly fees?: readonly Fee[];
}

/** Places that share tax rates and shipping methods. */
export interface TaxZone {
  /** stable (1 to 64 bytes) */
  readonly id: string;
  /** shown (at most 200 bytes) */
  readonly name?: string;
  /** where (at most 512 entries) */
  readonly places: readonly Place[];
}

/** A country, or some of its subdivisions. */
export interface Place {
  /** ISO 3166-1 alpha-2 (2 bytes) */
  readonly country: string;
  /** ISO 3166-2 without the country prefix; empty: the whole country (at most 512 entries of 1 to 64 bytes) */
  readonly regions?: readonly string[];
}

/** The tax of one category in one zone. */
export interface TaxRate {
  /** stable, named in explanations (1 to 64 bytes) */
  readonly id: string;
  /** id of a zone (1 to 64 bytes) */
  readonly zone: string;
  /** a tax category (1 to 64 bytes) */
  readonly category: string;
  /** shown, such as VAT 20 % (1 to 200 bytes) */
  readonly name: string;
  /** parts per million (0 to 10,000,000) */
  readonly ratePpm: number;
  /** true: the price contains the tax */
  readonly included?: boolean;
}

/** A rule that lowers prices. */
export interface Promotion {
  /** stable, named in explanations (1 to 64 bytes) */
  readonly id: string;
  /** shown (1 to 200 bytes) */
  readonly name: string;
  /** what is lowered */
  readonly target: PromotionTarget;
  /** how */
  readonly kind: PromotionKind;
  /** for percent (0 to 1,000,000) */
  readonly ratePpm?: number;
  /** minor units, for fixed (0 to 1,000,000,000,000) */
  readonly amount?: number;
  /** asked for; empty: automatic (at most 64 bytes) */
  readonly code?: string;
  /** least item subtotal, minor units (0 to 2^53-1) */
  readonly minSubtotal?: number;
  /** lines of these SKUs (at most 1,024 entries of 1 to 64 bytes) */
  readonly skus?: readonly string[];
  /** lines of products in these categories (at most 1,024 entries of 1 to 200 bytes) */
  readonly categories?: readonly string[];
}

/** A way to deliver an order. */
export interface ShippingMethod {
  /** stable (1 to 64 bytes) */
  readonly id: string;
  /** shown (1 to 200 bytes) */
  readonly name: string;
  /** ids of the zones it serves (at most 512 entries of 1 to 64 bytes) */
  readonly zones: readonly string[];
  /** minor units (0 to 1,000,000,000,000) */
  readonly amount: number;
  /** free from this item subtotal on, minor units (0 to 2^53-1) */
  readonly freeFrom?: number;
  /** of the store (1 to 64 bytes) */
  readonly taxCategory: string;
  /** days to delivery, least (0 to 365) */
  readonly minDays?: number;
  /** days to delivery, most (0 to 365) */
  readonly maxDays?: number;
}

/** Charged once an order. */
export interface Fee {
  /** stable (1 to 64 bytes) */
  readonly id: string;
  /** shown (1 to 200 bytes) */
  readonly name: string;
  /** minor units (0 to 1,000,000,000,000) */
  readonly amount: number;
  /** charged only below this item subtotal, minor units (0 to 2^53-1) */
  readonly belowSubtotal?: number;
  /** of the store (1 to 64 bytes) */
  readonly taxCategory: string;
}

/** Some products of one store, priced in one currency. */
export interface CatalogSlice {
  /** ISO 4217, that of the store (3 bytes) */
  readonly currency: string;
  /** in shown order (at most 20,000 entries) */
  readonly products: readonly Product[];
}

/** What is sold, in one or more variants. */
export interface Product {
  /** stable, used in addresses (1 to 64 bytes) */
  readonly id: string;
  /** shown name (1 to 200 bytes) */
  readonly title: string;
  /** plain text (at most 2,000 bytes) */
  readonly description?: string;
  /** shown group, used by rules (at most 200 bytes) */
  readonly category?: string;
  /** path of the picture (at most 500 bytes) */
  readonly image?: string;
  /** choices that tell the variants apart (at most 8 entries) */
  readonly options?: readonly ProductOption[];
  /** at least one (at most 2,048 entries) */
  readonly variants: readonly Variant[];
}

/** A choice the shopper makes, such as a size. */
export interface ProductOption {
  /** shown label (1 to 200 bytes) */
  readonly name: string;
  /** in shown order (at most 256 entries of 1 to 200 bytes) */
  readonly values: readonly string[];
}

/** The buyable form of a product. */
export interface Variant {
  /** stock keeping unit, unique (1 to 64 bytes) */
  readonly sku: string;
  /** minor units for one unit (0 to 1,000,000,000,000) */
  readonly price: number;
  /** a former or list price, shown only (0 to 1,000,000,000,000) */
  readonly compareAt?: number;
  /** one value for each option of the product, in its order (at most 8 entries of 1 to 200 bytes) */
  readonly options: readonly string[];
  /** of the store (1 to 64 bytes) */
  readonly taxCategory: string;
  /** grams (0 to 100,000,000) */
  readonly weightG?: number;
  /** units in stock as last told; absent: not counted (0 to 1,000,000,000) */
  readonly stock?: number;
  /** true: sold beyond the stock */
  readonly backorder?: boolean;
  /** false: nothing to deliver, such as a download */
  readonly ships?: boolean;
  /** units (1 to 9,999) */
  readonly minQuantity?: number;
  /** units (1 to 9,999) */
  readonly maxQuantity?: number;
  /** sold in multiples of (1 to 9,999) */
  readonly step?: number;
}

/** What a person asks for. */
export interface Command {
  /** what to do */
  readonly kind: CommandKind;
  /** add: the variant, or (at most 64 bytes) */
  readonly sku?: string;
  /** add: the product with options (at most 64 bytes) */
  readonly product?: string;
  /** add: one value for each option (at most 8 entries) */
  readonly options?: readonly OptionChoice[];
  /** setQuantity, remove: the line (32 lower-case hexadecimal digits) */
  readonly line?: string;
  /** units; setQuantity needs it, add takes 1 without it (-(2^53-1) to 2^53-1) */
  readonly quantity?: number;
  /** applyCode, removeCode (at most 64 bytes) */
  readonly code?: string;
  /** setShippingMethod (at most 64 bytes) */
  readonly method?: string;
  /** setDestination */
  readonly destination?: Destination;
}

/** One chosen value of one option. */
export interface OptionChoice {
  /** name of the option (1 to 200 bytes) */
  readonly name: string;
  /** one of its values (1 to 200 bytes) */
  readonly value: string;
}

/** Enough of an address to find tax and shipping. */
export interface Destination {
  /** ISO 3166-1 alpha-2; empty: not known (at most 2 bytes) */
  readonly country: string;
  /** ISO 3166-2 subdivision without the country prefix (at most 200 bytes) */
  readonly region?: string;
  /** as written (at most 16 bytes) */
  readonly postalCode?: string;
}

/** A cart with its prices at one moment, in minor units. */
export interface Snapshot {
  /** id (32 lower-case hexadecimal digits) */
  readonly cart: string;
  /** id (1 to 64 bytes) */
  readonly store: string;
  /** of the rules (1 to 2^53-1) */
  readonly storeVersion: number;
  /** ISO 4217 (3 bytes) */
  readonly currency: string;
  /** decimals of the minor unit (0 to 4) */
  readonly exponent: number;
  /** where to */
  readonly destination: Destination;
  /** chosen by the shopper; empty: not yet (at most 64 bytes) */
  readonly shippingMethod: string;
  /** address or shipping method not chosen yet */
  readonly estimate: boolean;
  /** units of all lines (0 to 2^53-1) */
  readonly unitCount: number;
  /** in shown order (at most 1,000 entries) */
  readonly lines: readonly SnapshotLine[];
  /** promotion codes (at most 16 entries) */
  readonly codes: readonly SnapshotCode[];
  /** that reach the destination (at most 64 entries) */
  readonly shippingMethods: readonly SnapshotMethod[];
  /** summary by rate (at most 4,096 entries) */
  readonly taxes: readonly SnapshotTax[];
  /** every change of money with its rule (at most 4,000 entries) */
  readonly adjustments: readonly Adjustment[];
  /** why it can't be ordered as it stands (at most 4,000 entries) */
  readonly problems: readonly Problem[];
  /** before discounts (0 to 2^53-1) */
  readonly itemSubtotal: number;
  /** off (0 to 2^53-1) */
  readonly lineDiscountTotal: number;
  /** off (0 to 2^53-1) */
  readonly orderDiscountTotal: number;
  /** both together (0 to 2^53-1) */
  readonly discountTotal: number;
  /** without tax on top (0 to 2^53-1) */
  readonly shippingTotal: number;
  /** without tax on top (0 to 2^53-1) */
  readonly feeTotal: number;
  /** contained in the figures above (0 to 2^53-1) */
  readonly includedTaxTotal: number;
  /** on top of the figures above (0 to 2^53-1) */
  readonly additionalTaxTotal: number;
  /** to pay (0 to 2^53-1) */
  readonly grandTotal: number;
}

/** A line item with its prices, in minor units. */
export interface SnapshotLine {
  /** the line (32 lower-case hexadecimal digits) */
  readonly id: string;
  /** variant (1 to 64 bytes) */
  readonly sku: string;
  /** id; empty: gone (at most 64 bytes) */
  readonly product: string;
  /** shown name (at most 200 bytes) */
  readonly title: string;
  /** path of the picture (at most 500 bytes) */
  readonly image: string;
  /** values, in order (at most 8 entries of at most 200 bytes) */
  readonly options: readonly string[];
  /** units (0 to 2^53-1) */
  readonly quantity: number;
  /** most that can be set now (0 to 9,999) */
  readonly maxQuantity: number;
  /** for one unit (0 to 1,000,000,000,000) */
  readonly unitPrice: number;
  /** former price (0 to 1,000,000,000,000) */
  readonly compareAt?: number;
  /** unit price x quantity (0 to 2^53-1) */
  readonly subtotal: number;
  /** off this line (0 to 2^53-1) */
  readonly lineDiscount: number;
  /** share of the order discount (0 to 2^53-1) */
  readonly orderDiscount: number;
  /** included or additional (0 to 2^53-1) */
  readonly tax: number;
  /** after discounts, with additional tax (0 to 2^53-1) */
  readonly total: number;
}

/** A promotion code of the cart. */
export interface SnapshotCode {
  /** as the store spells it (1 to 64 bytes) */
  readonly code: string;
  /** id of its promotion (at most 64 bytes) */
  readonly promotion: string;
  /** it lowers the price now */
  readonly applied: boolean;
}

/** A way to deliver this cart. */
export interface SnapshotMethod {
  /** of the method (1 to 64 bytes) */
  readonly id: string;
  /** shown (1 to 200 bytes) */
  readonly name: string;
  /** for this cart (0 to 1,000,000,000,000) */
  readonly amount: number;
  /** free from this item subtotal on (0 to 2^53-1) */
  readonly freeFrom?: number;
  /** days, least (0 to 365) */
  readonly minDays: number;
  /** days, most (0 to 365) */
  readonly maxDays: number;
  /** it is the one in the totals */
  readonly chosen: boolean;
}

/** What one tax rate adds up to. */
export interface SnapshotTax {
  /** id (at most 64 bytes) */
  readonly rate: string;
  /** shown (at most 200 bytes) */
  readonly name: string;
  /** parts per million (0 to 10,000,000) */
  readonly ratePpm: number;
  /** true: contained in the prices */
  readonly included: boolean;
  /** base (0 to 2^53-1) */
  readonly taxable: number;
  /** tax (0 to 2^53-1) */
  readonly tax: number;
}

/** A signed change of money with its reason. */
export interface Adjustment {
  /** which stage */
  readonly kind: AdjustmentKind;
  /** id of the rule (at most 64 bytes) */
  readonly rule: string;
  /** shown name of the rule (at most 200 bytes) */
  readonly name: string;
  /** the line; absent: the order as a whole (32 lower-case hexadecimal digits) */
  readonly line?: string;
  /** minor units (-(2^53-1) to 2^53-1) */
  readonly base: number;
  /** minor units (-(2^53-1) to 2^53-1) */
  readonly amount: number;
}

/** Why something can't be accepted as it stands. */
export interface Problem {
  /** of the list of error codes (1 to 64 bytes) */
  readonly code: string;
  /** the field or line it stands at (at most 200 bytes) */
  readonly path: string;
  /** figures of the sentence (at most 8 entries) */
  readonly params: Readonly<Record<string, string>>;
}

/** One operation on a cart: a stored fact. */
export interface Op {
  /** version of this shape (1 to 1) */
  readonly v: number;
  /** which cart (32 lower-case hexadecimal digits) */
  readonly cart: string;
  /** who made it (1 to 2^53-1) */
  readonly replica: number;
  /** its n-th operation, from 1, without a gap (1 to 2^53-1) */
  readonly n: number;
  /** logical time (1 to 2^53-1) */
  readonly lamport: number;
  /** log index its maker had seen (0 to 2^53-1) */
  readonly base: number;
  /** what it does */
  readonly kind: OpKind;
  /** line kinds: the variant (at most 64 bytes) */
  readonly sku?: string;
  /** add, set: units of the new lot, 1 to 9999 (-9,999,000 to 9,999,000) */
  readonly units?: number;
  /** add, set: lamport time of the line (0 to 2^53-1) */
  readonly born?: number;
  /** lots it saw, with the units it leaves (at most 64 entries) */
  readonly shrinks?: readonly Shrink[];
  /** code or shipping method (at most 64 bytes) */
  readonly value?: string;
  /** for kind destination */
  readonly destination?: Destination;
}

/** A lot its maker saw, and the units it leaves of it. */
export interface Shrink {
  /** maker of the lot (1 to 2^53-1) */
  readonly replica: number;
  /** its n-th operation (1 to 2^53-1) */
  readonly n: number;
  /** units left (0 to 9,999) */
  readonly remaining: number;
}

/** An operation at its place in the server's log. */
export interface LogEntry {
  /** 1, 2, 3, ... (1 to 2^53-1) */
  readonly index: number;
  /** the operation */
  readonly op: Op;
}

/** What a device keeps of a cart. */
export interface SavedCart {
  /** this device (1 to 2^53-1) */
  readonly replica: number;
  /** log index seen (0 to 2^53-1) */
  readonly head: number;
  /** the log as far as seen, joined */
  readonly confirmed: Cart;
  /** own operations beyond it (at most 10,000 entries) */
  readonly pending: readonly Op[];
}

/** The replicated state of a cart. */
export interface Cart {
  /** 128 random bits (32 lower-case hexadecimal digits) */
  readonly id: string;
  /** largest logical time seen (0 to 2^53-1) */
  readonly lamport: number;
  /** what was seen of whom (at most 32 entries) */
  readonly clocks: readonly ReplicaClock[];
  /** in shown order (at most 1,000 entries) */
  readonly lines: readonly LineItem[];
  /** promotion codes (at most 16 entries) */
  readonly codes: readonly CodeEntry[];
  /** where to */
  readonly destination: Destination;
  /** last writer of it */
  readonly destinationStamp: Stamp;
  /** empty: not chosen (at most 64 bytes) */
  readonly shippingMethod: string;
  /** last writer of it */
  readonly shippingMethodStamp: Stamp;
}

/** How many operations of a replica were seen. */
export interface ReplicaClock {
  /** who (1 to 2^53-1) */
  readonly replica: number;
  /** operations, without a gap (0 to 2^53-1) */
  readonly n: number;
}

/** A variant in a cart, as lots. */
export interface LineItem {
  /** hash of what tells lines apart (32 lower-case hexadecimal digits) */
  readonly id: string;
  /** variant (1 to 64 bytes) */
  readonly sku: string;
  /** live lots (at most 64 entries) */
  readonly lots: readonly Lot[];
}

/** Units one operation put in, and how many are left. */
export interface Lot {
  /** who (1 to 2^53-1) */
  readonly replica: number;
  /** its n-th operation (1 to 2^53-1) */
  readonly n: number;
  /** how it counts */
  readonly kind: LotKind;
  /** units left (0 to 9,999) */
  readonly remaining: number;
  /** lamport time of the line's first add (0 to 2^53-1) */
  readonly born: number;
}

/** A promotion code in a cart. */
export interface CodeEntry {
  /** as the store spells it (1 to 64 bytes) */
  readonly code: string;
  /** live lots (at most 64 entries) */
  readonly lots: readonly Lot[];
}

/** Who wrote a register last. */
export interface Stamp {
  /** logical time (0 to 2^53-1) */
  readonly lamport: number;
  /** who; 0: nobody yet (0 to 2^53-1) */
  readonly replica: number;
}

/** Makes a cart under an id the page has chosen. */
export interface CartRequest {
  /** id of the store (1 to 64 bytes) */
  readonly store: string;
  /** 128 random bits (32 lower-case hexadecimal digits) */
  readonly cart: string;
  /** ISO 4217, that of the store (3 bytes) */
  readonly currency: string;
}

/** The cart is there. */
export interface CartCreated {
  /** as asked for (32 lower-case hexadecimal digits) */
  readonly cart: string;
  /** index of the last log entry (0 to 2^53-1) */
  readonly head: number;
}

/** New operations of a device. */
export interface OpBatch {
  /** log index the device has (0 to 2^53-1) */
  readonly after?: number;
  /** in order of n (at most 256 entries) */
  readonly ops: readonly Op[];
}

/** The next entries of a cart's log. */
export interface LogBatch {
  /** index of the last entry there is (0 to 2^53-1) */
  readonly head: number;
  /** in order of index, without a gap (at most 256 entries) */
  readonly entries: readonly LogEntry[];
}

/** Contact and addresses of an order. */
export interface CheckoutForm {
  /** for the confirmation (at most 254 bytes) */
  readonly email: string;
  /** where the parcel goes */
  readonly shippingAddress: Address;
  /** billing address = shipping address */
  readonly billingSame?: boolean;
  /** when it differs */
  readonly billingAddress?: Address;
  /** to the merchant (at most 2,000 bytes) */
  readonly note?: string;
}

/** A postal address. */
export interface Address {
  /** who receives (at most 200 bytes) */
  readonly name: string;
  /** street and number (at most 200 bytes) */
  readonly line1: string;
  /** flat, floor, company (at most 200 bytes) */
  readonly line2?: string;
  /** town (at most 200 bytes) */
  readonly city: string;
  /** ISO 3166-2 subdivision (at most 200 bytes) */
  readonly region?: string;
  /** as written (at most 16 bytes) */
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2 (at most 2 bytes) */
  readonly country: string;
  /** for the courier (at most 200 bytes) */
  readonly phone?: string;
}

/** The total the shopper sees, to be confirmed. */
export interface QuoteRequest {
  /** minor units (0 to 2^53-1) */
  readonly expectedTotal: number;
  /** ISO 4217 (3 bytes) */
  readonly currency: string;
  /** log index it was computed at (0 to 2^53-1) */
  readonly head: number;
  /** contact and addresses */
  readonly form: CheckoutForm;
}

/** What the server will charge, and until when. */
export interface Quote {
  /** 128 random bits (32 lower-case hexadecimal digits) */
  readonly id: string;
  /** id (32 lower-case hexadecimal digits) */
  readonly cart: string;
  /** merchant id, hexadecimal (32 bytes) */
  readonly merchant: string;
  /** of the canonical snapshot, hexadecimal (64 bytes) */
  readonly cartHash: string;
  /** minor units (0 to 2^53-1) */
  readonly amount: number;
  /** ISO 4217 (3 bytes) */
  readonly currency: string;
  /** decimals of the minor unit (0 to 4) */
  readonly exponent: number;
  /** of the rules (1 to 2^53-1) */
  readonly storeVersion: number;
  /** Unix time (0 to 2^53-1) */
  readonly issuedAtMs: number;
  /** Unix time (0 to 2^53-1) */
  readonly expiresAtMs: number;
  /** the server's seal on all of the above, hexadecimal (64 bytes) */
  readonly mac: string;
}

/** Accepts a quote and brings the sealed payment token. */
export interface OrderRequest {
  /** 128 random bits, made by the page; the idempotency key (32 lower-case hexadecimal digits) */
  readonly order: string;
  /** id (32 lower-case hexadecimal digits) */
  readonly cart: string;
  /** id (32 lower-case hexadecimal digits) */
  readonly quote: string;
  /** minor units (0 to 2^53-1) */
  readonly expectedTotal: number;
  /** contact and addresses */
  readonly form: CheckoutForm;
  /** sealed payment token v1, base64url (1 to 1,024 bytes) */
  readonly token: string;
}

/** An accepted cart, fixed for good. */
export interface Order {
  /** 128 random bits (32 lower-case hexadecimal digits) */
  readonly id: string;
  /** shown to people (1 to 64 bytes) */
  readonly number: string;
  /** id of the cart it came from (32 lower-case hexadecimal digits) */
  readonly cart: string;
  /** ISO 4217 (3 bytes) */
  readonly currency: string;
  /** decimals of the minor unit (0 to 4) */
  readonly exponent: number;
  /** Unix time (0 to 2^53-1) */
  readonly placedAtMs: number;
  /** how far the payment has come */
  readonly payment: PaymentState;
  /** the provider's; empty: none yet (at most 200 bytes) */
  readonly paymentReference: string;
  /** contact and addresses */
  readonly form: CheckoutForm;
  /** shown name (at most 200 bytes) */
  readonly shippingMethod: string;
  /** what was ordered (at most 1,000 entries) */
  readonly lines: readonly OrderLine[];
  /** summary by rate (at most 4,096 entries) */
  readonly taxes: readonly SnapshotTax[];
  /** before discounts (0 to 2^53-1) */
  readonly itemSubtotal: number;
  /** off (0 to 2^53-1) */
  readonly discountTotal: number;
  /** shipping (0 to 2^53-1) */
  readonly shippingTotal: number;
  /** fees (0 to 2^53-1) */
  readonly feeTotal: number;
  /** contained (0 to 2^53-1) */
  readonly includedTaxTotal: number;
  /** on top (0 to 2^53-1) */
  readonly additionalTaxTotal: number;
  /** charged (0 to 2^53-1) */
  readonly grandTotal: number;
}

/** What was ordered, as it was priced. */
export interface OrderLine {
  /** variant (1 to 64 bytes) */
  readonly sku: string;
  /** shown name (at most 200 bytes) */
  readonly title: string;
  /** values (at most 8 entries of at most 200 bytes) */
  readonly options: readonly string[];
  /** path of the picture (at most 500 bytes) */
  readonly image: string;
  /** units (1 to 2^53-1) */
  readonly quantity: number;
  /** minor units (0 to 1,000,000,000,000) */
  readonly unitPrice: number;
  /** unit price x quantity (0 to 2^53-1) */
  readonly subtotal: number;
  /** with discounts and added tax (0 to 2^53-1) */
  readonly total: number;
}
