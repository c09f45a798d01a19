// Emitted from core by sealcart_emit; do not edit.
// The documents that cross a boundary as JSON (docs/WIRE.md). Amounts are whole minor units.

/** Whose rounding: our own, a platform's, a standard's. */
export type RoundingPreset =
  | 'house'
  | 'syliusItems'
  | 'syliusUnits'
  | 'vendure'
  | 'vendureGross'
  | 'wooNet'
  | 'wooGross'
  | 'commercetools'
  | 'solidus'
  | 'spree'
  | 'saleor'
  | 'medusa'
  | 'en16931';

/** Where exactly half a minor unit goes: away from zero, to the even neighbour, to zero. */
export type Rounding =
  | 'halfUp'
  | 'halfEven'
  | 'halfDown';

/** What is rounded at once. */
export type RoundingScope =
  | 'unit'
  | 'line'
  | 'order';

/** Several taxes on one base: rounded together, or apart. */
export type TaxRounding =
  | 'together'
  | 'apart';

/** How an amount is split: by largest remainder, or as a named platform does it. */
export type AllocationPolicy =
  | 'largestRemainder'
  | 'sylius'
  | 'solidus'
  | 'wooPercent'
  | 'wooFixedCart'
  | 'saleor';

/** Equal remainders: the larger weight first, then the line id; or the earlier line. */
export type Ties =
  | 'weight'
  | 'position';

/** When nothing weighs anything: allocate nothing, or the same to each. */
export type ZeroWeights =
  | 'keep'
  | 'equal';

/** What a line weighs when a discount is split: its price, or that with the tax on top. */
export type LineWeight =
  | 'price'
  | 'gross';

/** What listed prices with tax mean in a zone of other rates: kept, or computed anew. */
export type GrossPrices =
  | 'keep'
  | 'reprice';

/** Which promotions count of those that exclude each other: the cheapest, or by priority. */
export type DealChoice =
  | 'bestDeal'
  | 'priority';

/** What a percentage is taken of: what is left, the price before promotions, what is left with all discounts charged against the units that are lowered, or the price for promotions of lines and what is left for those of the order. */
export type DiscountBase =
  | 'running'
  | 'list'
  | 'charged'
  | 'listLines';

/** What a promotion lowers: the price of lines, of the order as a whole, or of shipping. */
export type PromotionTarget =
  | 'line'
  | 'order'
  | 'shipping';

/** How a promotion lowers: by a share, by a fixed amount, or to a price. */
export type PromotionKind =
  | 'percent'
  | 'fixed'
  | 'price';

/** What the tiers of a promotion count: the value of the items, their units, or the units of each line. */
export type TierBy =
  | 'subtotal'
  | 'quantity'
  | 'lineQuantity';

/** A fixed amount is off each unit, or off each line. */
export type PromotionPer =
  | 'unit'
  | 'line';

/** Which units a limited promotion lowers. */
export type UnitChoice =
  | 'cheapest'
  | 'dearest';

/** When its turn comes within its class; promotions of one lane compete, lanes add up. */
export type PromotionLane =
  | 'pre'
  | 'main'
  | 'post';

/** What the rows of a rate table count: grams, minor units of the item subtotal after all discounts, units, or cubic centimetres. */
export type TableMeasure =
  | 'weightG'
  | 'subtotal'
  | 'quantity'
  | 'volumeCm3';

/** The bound of a row is the least it covers, or the most; both include the bound. */
export type TableEdge =
  | 'from'
  | 'upTo';

/** What a person asks for. */
export type CommandKind =
  | 'add'
  | 'setQuantity'
  | 'remove'
  | 'applyCode'
  | 'removeCode'
  | 'setDestination'
  | 'setShippingMethod'
  | 'acceptPrices';

/** What a code does now, in Shopify's words: applied, or why it lowers nothing. */
export type CodeReason =
  | 'applied'
  | 'currentlyInactive'
  | 'customerNotEligible'
  | 'customerUsageLimitReached'
  | 'incompatiblePurchaseType'
  | 'notFound'
  | 'noEntitledLineItems'
  | 'noEntitledShippingLines'
  | 'purchaseNotInRange'
  | 'quantityNotInRange'
  | 'usageLimitReached'
  | 'codeNotHonoured';

/** What an adjustment is for. */
export type AdjustmentKind =
  | 'unitPrice'
  | 'lineDiscount'
  | 'orderDiscount'
  | 'shipping'
  | 'shippingDiscount'
  | 'fee'
  | 'includedTax'
  | 'additionalTax'
  | 'tender';

/** What a shopper may still reach. */
export type GoalKind =
  | 'promotion'
  | 'freeShipping'
  | 'fee';

/** Where a balance comes from. */
export type TenderKind =
  | 'giftCard'
  | 'storeCredit';

/** What became of a tender. */
export type TenderState =
  | 'applied'
  | 'empty'
  | 'expired'
  | 'notNeeded';

/** Why no tax is due. */
export type TaxRelief =
  | 'none'
  | 'exempt'
  | 'reverseCharge';

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

/** What a device may do with a cart. */
export type AccessScope =
  | 'view'
  | 'edit'
  | 'checkout'
  | 'manage';

/** How a device came by its access to a cart. */
export type AccessOrigin =
  | 'made'
  | 'paired'
  | 'link'
  | 'login';

/** How far a pairing is: open (nobody gave the code yet), waiting (for approval), and then. */
export type PairingState =
  | 'open'
  | 'waiting'
  | 'approved'
  | 'refused';

/** What becomes of a line that is in both carts. */
export type MergePolicy =
  | 'sum'
  | 'max'
  | 'guest'
  | 'customer'
  | 'keepBoth';

/** A cart to be ordered, or a list of what is saved. */
export type CartUse =
  | 'cart'
  | 'saved';

/** How far a payment has come. */
export type PaymentState =
  | 'created'
  | 'claimed'
  | 'captured'
  | 'declined'
  | 'unknown'
  | 'review';

/** What can be had with an option value beside the other choices. */
export type ValueState =
  | 'orderable'
  | 'soldOut'
  | 'notMade';

/** What is meant to stand in a field. */
export type FieldKind =
  | 'text'
  | 'email'
  | 'phone'
  | 'personName'
  | 'companyName'
  | 'addressLine'
  | 'city'
  | 'region'
  | 'postalCode'
  | 'country'
  | 'cardNumber'
  | 'cardExpiry'
  | 'cardCode'
  | 'cardHolder'
  | 'iban'
  | 'taxId'
  | 'quantity'
  | 'number'
  | 'date'
  | 'choice'
  | 'consent'
  | 'code';

/** Whether a field must be filled. */
export type Required =
  | 'no'
  | 'yes'
  | 'byCountry';

/** An error stops an order, a warning only asks. */
export type Severity =
  | 'error'
  | 'warning';

/** Whether addresses of a country need a field. */
export type AddressNeed =
  | 'optional'
  | 'asked'
  | 'required';

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
  /** whose rounding, and where it differs */
  readonly rounding?: RoundingRules;
  /** how taxes cross borders */
  readonly taxPolicy?: TaxPolicy;
  /** which promotions count that exclude each other */
  readonly conflicts?: DealChoice;
  /** what a percentage is taken of */
  readonly discountBase?: DiscountBase;
  /** all used (at most 32 entries of 1 to 64 bytes) */
  readonly taxCategories: readonly string[];
  /** first match wins (at most 512 entries) */
  readonly zones: readonly TaxZone[];
  /** by category and zone (at most 4,096 entries) */
  readonly taxRates?: readonly TaxRate[];
  /** rules that lower prices (at most 256 entries) */
  readonly promotions?: readonly Promotion[];
  /** ways to deliver (at most 64 entries) */
  readonly shippingMethods: readonly ShippingMethod[];
  /** charged once an order (at most 32 entries) */
  readonly fees?: readonly Fee[];
  /** a page says how many are left from so few on; absent: never (0 to 1,000,000,000) */
  readonly lowStockAt?: number;
}

/** How a store rounds; absent answers are the preset's. */
export interface RoundingRules {
  /** whose rounding */
  readonly preset?: RoundingPreset;
  /** halves of prices that are computed */
  readonly priceMode?: Rounding;
  /** halves of discounts */
  readonly discountMode?: Rounding;
  /** halves of taxes */
  readonly taxMode?: Rounding;
  /** unit or line: what a percentage is taken of at once */
  readonly discountScope?: RoundingScope;
  /** unit, line or order: what a tax is taken of at once */
  readonly taxScope?: RoundingScope;
  /** several taxes on one base */
  readonly severalTaxes?: TaxRounding;
  /** how an order discount is split over the lines */
  readonly allocation?: AllocationPolicy;
  /** who gets the odd unit among equals */
  readonly ties?: Ties;
  /** what happens to a discount when nothing costs anything */
  readonly zeroWeights?: ZeroWeights;
  /** what lines weigh when an order discount is split */
  readonly lineWeight?: LineWeight;
}

/** How taxes cross borders. */
export interface TaxPolicy {
  /** listed prices with tax in other zones */
  readonly grossPrices?: GrossPrices;
  /** shoppers with a VAT id pay no tax there (at most 512 entries of 1 to 64 bytes) */
  readonly reverseChargeZones?: readonly string[];
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
  /** first postal code, or the prefix of all; compared as in rate tables (at most 16 bytes) */
  readonly postalFrom?: string;
  /** last postal code (at most 16 bytes) */
  readonly postalTo?: string;
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
  /** true: on top of the other taxes */
  readonly compound?: boolean;
  /** true: shown as an estimate, not certified */
  readonly estimate?: boolean;
  /** counts from this moment on (0 to 8,640,000,000,000,000) */
  readonly startsAt?: number;
  /** counts before this moment (0 to 8,640,000,000,000,000) */
  readonly endsAt?: number;
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
  /** minor units, for fixed and price (0 to 1,000,000,000,000) */
  readonly amount?: number;
  /** asked for; empty: automatic (at most 64 bytes) */
  readonly code?: string;
  /** least value of the items when its turn comes, minor units (0 to 2^53-1) */
  readonly minSubtotal?: number;
  /** most value of the items, minor units (0 to 2^53-1) */
  readonly maxSubtotal?: number;
  /** least units in the cart (0 to 9,999) */
  readonly minQuantity?: number;
  /** each has to be met (at most 8 entries) */
  readonly needs?: readonly PromotionNeed[];
  /** destinations in these zones; empty: all (at most 512 entries of 1 to 64 bytes) */
  readonly zones?: readonly string[];
  /** one of these is chosen; empty: any or none (at most 64 entries of 1 to 64 bytes) */
  readonly shippingMethods?: readonly string[];
  /** shoppers of these; empty: all (at most 1,024 entries of 1 to 64 bytes) */
  readonly customerGroups?: readonly string[];
  /** true: for the first order of a shopper */
  readonly firstOrder?: boolean;
  /** counts from this moment on (0 to 8,640,000,000,000,000) */
  readonly startsAt?: number;
  /** counts before this moment (0 to 8,640,000,000,000,000) */
  readonly endsAt?: number;
  /** orders at most (0 to 2^53-1) */
  readonly usageLimit?: number;
  /** orders of one shopper at most (0 to 2^53-1) */
  readonly shopperLimit?: number;
  /** lines of these SKUs (at most 1,024 entries of 1 to 64 bytes) */
  readonly skus?: readonly string[];
  /** lines of products in these categories or with these tags (at most 1,024 entries of 1 to 200 bytes) */
  readonly categories?: readonly string[];
  /** but not these SKUs (at most 1,024 entries of 1 to 64 bytes) */
  readonly exceptSkus?: readonly string[];
  /** nor these categories or tags (at most 1,024 entries of 1 to 200 bytes) */
  readonly exceptCategories?: readonly string[];
  /** lines that cost at least this (0 to 1,000,000,000,000) */
  readonly minUnitPrice?: number;
  /** lines that cost at most this (0 to 1,000,000,000,000) */
  readonly maxUnitPrice?: number;
  /** what the tiers count */
  readonly tierBy?: TierBy;
  /** by rising threshold (at most 32 entries) */
  readonly tiers?: readonly PromotionTier[];
  /** what a fixed amount is off */
  readonly per?: PromotionPer;
  /** off each unit of a line after its first, for fixed (0 to 1,000,000,000,000) */
  readonly furtherAmount?: number;
  /** units at most; 0: all (0 to 9,999) */
  readonly maxUnits?: number;
  /** of each line; 0: all (0 to 9,999) */
  readonly maxUnitsPerLine?: number;
  /** which units, when not all */
  readonly choose?: UnitChoice;
  /** buy X get Y, quantity groups */
  readonly units?: PromotionUnits;
  /** true: the one SKU named is offered, maxUnits of it free */
  readonly gift?: boolean;
  /** off at most, minor units (0 to 2^53-1) */
  readonly maxAmount?: number;
  /** when its turn comes */
  readonly lane?: PromotionLane;
  /** higher first (-1,000,000 to 1,000,000) */
  readonly priority?: number;
  /** one of a group counts; empty: none (at most 64 bytes) */
  readonly exclusiveGroup?: string;
  /** absent: with the other two classes */
  readonly combinesWith?: PromotionCombines;
}

/** Lines that have to be in the cart. */
export interface PromotionNeed {
  /** any of these SKUs (at most 1,024 entries of 1 to 64 bytes) */
  readonly skus?: readonly string[];
  /** or of these categories or tags (at most 1,024 entries of 1 to 200 bytes) */
  readonly categories?: readonly string[];
  /** least units of them together (1 to 9,999) */
  readonly quantity?: number;
  /** least value before discounts, minor units (0 to 2^53-1) */
  readonly subtotal?: number;
}

/** Another rate or amount from a threshold on. */
export interface PromotionTier {
  /** minor units or units, see tierBy (1 to 2^53-1) */
  readonly from: number;
  /** for percent (0 to 1,000,000) */
  readonly ratePpm?: number;
  /** minor units, for fixed and price (0 to 1,000,000,000,000) */
  readonly amount?: number;
}

/** Buy X get Y, or groups of units. */
export interface PromotionUnits {
  /** units of a group (1 to 9,999) */
  readonly buy: number;
  /** units lowered for each group; 0: those of the group itself (0 to 9,999) */
  readonly get?: number;
  /** what is to be bought (at most 1,024 entries of 1 to 64 bytes) */
  readonly skus?: readonly string[];
  /** or of these categories or tags (at most 1,024 entries of 1 to 200 bytes) */
  readonly categories?: readonly string[];
  /** groups at most; 0: as many as there are (0 to 9,999) */
  readonly maxTimes?: number;
}

/** The classes a promotion goes together with. */
export interface PromotionCombines {
  /** with promotions of lines */
  readonly line?: boolean;
  /** with promotions of the order */
  readonly order?: boolean;
  /** with promotions of shipping */
  readonly shipping?: boolean;
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
  /** minor units for each unit delivered (0 to 1,000,000,000,000) */
  readonly perItem?: number;
  /** rates by weight, value, units or volume */
  readonly table?: ShippingTable;
  /** true: a parcel for each shipping group and origin */
  readonly split?: boolean;
  /** where the shopper fetches the order; empty: it is delivered (at most 512 entries) */
  readonly pickup?: readonly PickupLocation[];
  /** how delivery dates are found; absent: minDays and maxDays alone */
  readonly delivery?: DeliveryRule;
}

/** Rates by size and destination; the section that names a destination most closely decides. */
export interface ShippingTable {
  /** what the rows count */
  readonly measure: TableMeasure;
  /** which end of a row its bound is */
  readonly edge: TableEdge;
  /** by place (at most 32 entries) */
  readonly sections: readonly TableSection[];
}

/** The rows that count at some places. */
export interface TableSection {
  /** where; empty: everywhere else (at most 128 entries) */
  readonly places?: readonly TablePlace[];
  /** by rising bound (at most 256 entries) */
  readonly rows: readonly TableRow[];
  /** least for a parcel, minor units (0 to 1,000,000,000,000) */
  readonly minimum?: number;
  /** most for a parcel, minor units (0 to 1,000,000,000,000) */
  readonly maximum?: number;
  /** free from this item subtotal of the order on, minor units (0 to 2^53-1) */
  readonly freeFrom?: number;
}

/** A country, some of its subdivisions, or a range of its postal codes. */
export interface TablePlace {
  /** ISO 3166-1 alpha-2 (2 bytes) */
  readonly country: string;
  /** ISO 3166-2 without the country prefix; empty: the whole country (at most 128 entries of 1 to 64 bytes) */
  readonly regions?: readonly string[];
  /** first leading characters, capitals and digits only; without postalTo: a prefix (at most 16 bytes) */
  readonly postalFrom?: string;
  /** last leading characters, as many as in postalFrom (at most 16 bytes) */
  readonly postalTo?: string;
}

/** What a parcel of this size costs. */
export interface TableRow {
  /** the least (edge from) or the most (edge upTo) it covers, included; grams, minor units, units or cubic centimetres (0 to 2^53-1) */
  readonly bound: number;
  /** the end at the other side, included; absent: up to the neighbour (0 to 2^53-1) */
  readonly otherEnd?: number;
  /** minor units (0 to 1,000,000,000,000) */
  readonly amount: number;
  /** size of a step beyond the lower end, in the unit of the bound; 0: none (0 to 2^53-1) */
  readonly step?: number;
  /** minor units for each started step (0 to 1,000,000,000,000) */
  readonly stepAmount?: number;
  /** minor units for each unit delivered (0 to 1,000,000,000,000) */
  readonly perItem?: number;
}

/** A place where shoppers fetch their orders. */
export interface PickupLocation {
  /** stable (1 to 64 bytes) */
  readonly id: string;
  /** shown (1 to 200 bytes) */
  readonly name: string;
  /** where it is */
  readonly address: Address;
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

/** How the delivery dates of a shipping method are found. */
export interface DeliveryRule {
  /** minutes after midnight in the shop; orders before it are taken up the same working day (0 to 1,440) */
  readonly cutOffMin: number;
  /** working days of the warehouse to pack it (0 to 365) */
  readonly processingDays?: number;
  /** when orders are packed */
  readonly warehouse: WorkCalendar;
  /** when parcels are collected, travel and arrive */
  readonly carrier: WorkCalendar;
}

/** The days on which somebody works. */
export interface WorkCalendar {
  /** sum of 1 Monday, 2 Tuesday, 4 Wednesday, 8 Thursday, 16 Friday, 32 Saturday, 64 Sunday (1 to 127) */
  readonly workingDays: number;
  /** days off, as 2026-12-25 (ISO 8601) (at most 512 entries of 10 bytes) */
  readonly holidays?: readonly string[];
}

/** Charged once an order. */
export interface Fee {
  /** stable (1 to 64 bytes) */
  readonly id: string;
  /** shown (1 to 200 bytes) */
  readonly name: string;
  /** minor units (0 to 1,000,000,000,000) */
  readonly amount: number;
  /** of the item subtotal (0 to 1,000,000) */
  readonly ratePpm?: number;
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
  /** SKUs asked for that are no longer sold (at most 1,000 entries of 1 to 64 bytes) */
  readonly gone?: readonly string[];
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
  /** further groups, used by rules (at most 32 entries of 1 to 200 bytes) */
  readonly tags?: readonly string[];
  /** working days to make it before it is packed; 0: in stock (0 to 365) */
  readonly makeDays?: number;
  /** days it keeps after dispatch, all days counted; absent: it lasts (0 to 365) */
  readonly keepsDays?: number;
  /** travels only with its like; empty: any (at most 64 bytes) */
  readonly shippingGroup?: string;
  /** most units in one order, over all its variants and lines (1 to 1,000,000,000) */
  readonly maxPerOrder?: number;
  /** most units for one customer, earlier orders included (1 to 1,000,000,000) */
  readonly maxPerCustomer?: number;
  /** sold in advance, sent from this moment on (0 to 8,640,000,000,000,000) */
  readonly preorderFrom?: number;
  /** says how many are left from so few on; absent: as the store does (0 to 1,000,000,000) */
  readonly lowStockAt?: number;
  /** choices that tell the variants apart (at most 8 entries) */
  readonly options?: readonly ProductOption[];
  /** texts the shopper may give (at most 8 entries) */
  readonly customizations?: readonly CustomizationField[];
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

/** A text a product takes. */
export interface CustomizationField {
  /** shown label (1 to 200 bytes) */
  readonly name: string;
  /** of UTF-8; absent: 500 (1 to 500) */
  readonly maxBytes?: number;
  /** true: not sold without it */
  readonly required?: boolean;
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
  /** list, volume and sale prices (at most 64 entries) */
  readonly prices?: readonly ListPrice[];
  /** no promotion takes a unit below it, minor units (0 to 1,000,000,000,000) */
  readonly minPrice?: number;
  /** grams (0 to 100,000,000) */
  readonly weightG?: number;
  /** cubic centimetres, packed (0 to 1,000,000,000) */
  readonly volumeCm3?: number;
  /** where it is sent from; one parcel for each (at most 64 bytes) */
  readonly origin?: string;
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

/** Another price of a variant: list, volume or sale. */
export interface ListPrice {
  /** shown, such as Summer sale (1 to 200 bytes) */
  readonly name: string;
  /** customer group; empty: everyone (at most 64 bytes) */
  readonly group?: string;
  /** from this many units of a line on (1 to 9,999) */
  readonly minQuantity?: number;
  /** minor units for one unit (0 to 1,000,000,000,000) */
  readonly amount: number;
  /** counts from this moment on (0 to 8,640,000,000,000,000) */
  readonly startsAt?: number;
  /** counts before this moment (0 to 8,640,000,000,000,000) */
  readonly endsAt?: number;
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
  /** add: texts the product takes (at most 8 entries) */
  readonly customizations?: readonly Customization[];
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

/** A text the shopper gives for a line. */
export interface Customization {
  /** of a text the product takes (1 to 200 bytes) */
  readonly name: string;
  /** as typed; empty: left out (at most 500 bytes) */
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
  /** that serve the zone (at most 64 entries) */
  readonly shippingMethods: readonly SnapshotMethod[];
  /** summary by rate (at most 4,096 entries) */
  readonly taxes: readonly SnapshotTax[];
  /** every change of money with its rule (at most 4,000 entries) */
  readonly adjustments: readonly Adjustment[];
  /** why it can't be ordered as it stands (at most 4,000 entries) */
  readonly problems: readonly Problem[];
  /** what is good to know of a line before it is ordered (at most 2,000 entries) */
  readonly notices: readonly Problem[];
  /** before discounts (0 to 2^53-1) */
  readonly itemSubtotal: number;
  /** off (0 to 2^53-1) */
  readonly lineDiscountTotal: number;
  /** off (0 to 2^53-1) */
  readonly orderDiscountTotal: number;
  /** both together (0 to 2^53-1) */
  readonly discountTotal: number;
  /** after promotions of shipping, without tax on top (0 to 2^53-1) */
  readonly shippingTotal: number;
  /** off shipping (0 to 2^53-1) */
  readonly shippingDiscountTotal: number;
  /** without tax on top (0 to 2^53-1) */
  readonly feeTotal: number;
  /** contained in the figures above (0 to 2^53-1) */
  readonly includedTaxTotal: number;
  /** on top of the figures above (0 to 2^53-1) */
  readonly additionalTaxTotal: number;
  /** what the order costs (0 to 2^53-1) */
  readonly grandTotal: number;
  /** paid by gift cards and store credit (0 to 2^53-1) */
  readonly tenderTotal: number;
  /** left to pay (0 to 2^53-1) */
  readonly amountDue: number;
  /** what may still be reached (at most 352 entries) */
  readonly gaps: readonly SnapshotGap[];
  /** absent: nothing begins or ends */
  readonly nextChange?: NextChange;
  /** what may be had for nothing (at most 256 entries) */
  readonly gifts: readonly SnapshotGift[];
  /** since the shopper saw them (at most 1,000 entries) */
  readonly priceChanges: readonly PriceChange[];
  /** what pays, in the order of use (at most 16 entries) */
  readonly tenders: readonly AppliedTender[];
  /** why no tax is due */
  readonly taxRelief: TaxRelief;
  /** false: too many combinations of promotions to try them all */
  readonly dealProven: boolean;
}

/** A line item with its prices, in minor units. */
export interface SnapshotLine {
  /** the line (32 lower-case hexadecimal digits) */
  readonly id: string;
  /** variant (1 to 64 bytes) */
  readonly sku: string;
  /** id; empty: never loaded (at most 64 bytes) */
  readonly product: string;
  /** shown name (at most 200 bytes) */
  readonly title: string;
  /** path of the picture (at most 500 bytes) */
  readonly image: string;
  /** values, in order (at most 8 entries of at most 200 bytes) */
  readonly options: readonly string[];
  /** texts of the shopper, by name (at most 8 entries) */
  readonly customizations: readonly Customization[];
  /** units (0 to 2^53-1) */
  readonly quantity: number;
  /** most that can be set now (0 to 9,999) */
  readonly maxQuantity: number;
  /** for one unit at this quantity (0 to 1,000,000,000,000) */
  readonly unitPrice: number;
  /** former price: the merchant's, or the variant's own where a lower one is in force (0 to 1,000,000,000,000) */
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
  /** why it does not */
  readonly reason: CodeReason;
  /** id of the promotion that counts instead; empty: none to name (at most 64 bytes) */
  readonly beatenBy: string;
}

/** A way to deliver this cart. */
export interface SnapshotMethod {
  /** of the method (1 to 64 bytes) */
  readonly id: string;
  /** shown (1 to 200 bytes) */
  readonly name: string;
  /** it can take this cart to the destination */
  readonly available: boolean;
  /** for this cart; absent: not available (0 to 2^53-1) */
  readonly amount?: number;
  /** what it costs anywhere it goes, while no country is known; absent: the same everywhere */
  readonly range?: ShippingRange;
  /** free from this item subtotal on (0 to 2^53-1) */
  readonly freeFrom?: number;
  /** days, least (0 to 365) */
  readonly minDays: number;
  /** days, most (0 to 365) */
  readonly maxDays: number;
  /** when it arrives if it is ordered now, when the method says how */
  readonly delivery?: DeliveryEstimate;
  /** by shipping group and origin when it splits (0 to 1,000) */
  readonly parcels: number;
  /** where it is fetched; empty: it is delivered (at most 512 entries) */
  readonly pickup: readonly PickupLocation[];
  /** it is the one in the totals */
  readonly chosen: boolean;
}

/** What a method costs anywhere it goes, for this cart, in minor units. */
export interface ShippingRange {
  /** where it costs least (0 to 2^53-1) */
  readonly least: number;
  /** where it costs most (0 to 2^53-1) */
  readonly most: number;
  /** false: some address of its zones can't be reached with this cart */
  readonly everywhere: boolean;
}

/** When an order arrives if it is placed now. */
export interface DeliveryEstimate {
  /** day it leaves, as 2026-12-25 in the shop's time (10 bytes) */
  readonly dispatch: string;
  /** first day it may arrive (10 bytes) */
  readonly earliest: string;
  /** last day it may arrive (10 bytes) */
  readonly latest: string;
  /** the days are others for orders from this moment on (0 to 8,640,000,000,000,000) */
  readonly changesAt: number;
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
  /** the command that ends it; absent: there is none, or not a single one */
  readonly remedy?: Command;
}

/** What is missing to a promotion, to free shipping, or to the end of a fee; all 0: reached. */
export interface SnapshotGap {
  /** of what */
  readonly kind: GoalKind;
  /** id of the promotion, method or fee (1 to 64 bytes) */
  readonly rule: string;
  /** shown (1 to 200 bytes) */
  readonly name: string;
  /** of the items after discounts, minor units (0 to 2^53-1) */
  readonly amount: number;
  /** units (0 to 2^53-1) */
  readonly units: number;
  /** least that further goods have to cost before discounts; absent: no amount alone gets there (0 to 2^53-1) */
  readonly spend?: number;
}

/** When another rule or price begins or ends. */
export interface NextChange {
  /** the moment (0 to 8,640,000,000,000,000) */
  readonly at: number;
  /** id; empty: a price, a tax or a tender (at most 64 bytes) */
  readonly promotion: string;
}

/** Units that are free and not yet in the cart. */
export interface SnapshotGift {
  /** id (1 to 64 bytes) */
  readonly promotion: string;
  /** what to add (1 to 64 bytes) */
  readonly sku: string;
  /** how many more (1 to 9,999) */
  readonly units: number;
}

/** A unit price that is not the one the shopper agreed to. */
export interface PriceChange {
  /** the line (32 lower-case hexadecimal digits) */
  readonly line: string;
  /** variant (1 to 64 bytes) */
  readonly sku: string;
  /** seen, minor units (0 to 1,000,000,000,000) */
  readonly was: number;
  /** minor units (0 to 1,000,000,000,000) */
  readonly now: number;
}

/** What a tender pays of an order. */
export interface AppliedTender {
  /** of the tender (1 to 64 bytes) */
  readonly id: string;
  /** which */
  readonly kind: TenderKind;
  /** whether it pays, and why not */
  readonly state: TenderState;
  /** it pays, minor units (0 to 2^53-1) */
  readonly amount: number;
  /** left on it afterwards, minor units (0 to 2^53-1) */
  readonly balance: number;
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
  /** line kinds: texts of the line, by name (at most 8 entries) */
  readonly customizations?: readonly Customization[];
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
  /** unit prices the shopper agreed to here (at most 1,000 entries) */
  readonly seen?: readonly SeenPrice[];
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
  /** texts of the shopper, by name (at most 8 entries) */
  readonly customizations?: readonly Customization[];
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

/** A unit price the shopper saw and agreed to. */
export interface SeenPrice {
  /** variant (1 to 64 bytes) */
  readonly sku: string;
  /** minor units (0 to 1,000,000,000,000) */
  readonly unitPrice: number;
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
  /** another one when the log is another (0 to 2^53-1) */
  readonly epoch?: number;
  /** in place of entries that are cut off */
  readonly checkpoint?: LogCheckpoint;
}

/** The join of the entries a server has cut off its log. */
export interface LogCheckpoint {
  /** index of the last of them (1 to 2^53-1) */
  readonly index: number;
  /** the cart as they left it */
  readonly cart: Cart;
}

/** Who has access to a cart. */
export interface DeviceList {
  /** the device that asks (32 lower-case hexadecimal digits) */
  readonly you: string;
  /** oldest first (at most 64 entries) */
  readonly devices: readonly Device[];
  /** restore links, oldest first (at most 64 entries) */
  readonly links: readonly RestoreLink[];
}

/** A device with access to a cart. */
export interface Device {
  /** of the access (32 lower-case hexadecimal digits) */
  readonly id: string;
  /** name of the device, as it gave it (at most 100 bytes) */
  readonly label: string;
  /** what it may do (at most 4 entries) */
  readonly scopes: readonly AccessScope[];
  /** how it came by it */
  readonly origin: AccessOrigin;
  /** Unix time (0 to 2^53-1) */
  readonly createdAtMs: number;
  /** Unix time, to the day (0 to 2^53-1) */
  readonly seenAtMs: number;
  /** Unix time; absent: no end (0 to 2^53-1) */
  readonly expiresAtMs?: number;
}

/** A restore link that is good. */
export interface RestoreLink {
  /** of the link, to revoke it by (32 lower-case hexadecimal digits) */
  readonly id: string;
  /** Unix time (0 to 2^53-1) */
  readonly createdAtMs: number;
  /** Unix time (0 to 2^53-1) */
  readonly expiresAtMs: number;
}

/** Names a device. */
export interface DeviceLabel {
  /** shown in the list of devices (at most 100 bytes) */
  readonly label: string;
}

/** Changes the capability of the device that asks. */
export interface CapabilityChange {
  /** from here on: 32 random bytes, base64url (43 bytes) */
  readonly capability: string;
}

/** Asks for a link that opens the cart elsewhere. */
export interface RestoreLinkRequest {
  /** it is good for (1 to 90) */
  readonly days: number;
}

/** A restore link; the token is told this once. */
export interface RestoreLinkMade {
  /** to revoke it by (32 lower-case hexadecimal digits) */
  readonly id: string;
  /** base64url (1 to 500 bytes) */
  readonly token: string;
  /** Unix time (0 to 2^53-1) */
  readonly expiresAtMs: number;
}

/** Opens a cart by a restore link. */
export interface RestoreRequest {
  /** of the link (1 to 500 bytes) */
  readonly token: string;
  /** name of this device (at most 100 bytes) */
  readonly label?: string;
}

/** A device has access to this cart now. */
export interface CartAccess {
  /** id (32 lower-case hexadecimal digits) */
  readonly cart: string;
  /** id of the store (1 to 64 bytes) */
  readonly store: string;
  /** ISO 4217 (3 bytes) */
  readonly currency: string;
  /** what the device may do (at most 4 entries) */
  readonly scopes: readonly AccessScope[];
}

/** Asks for a code that lets another device in. */
export interface PairingRequest {
  /** address of the page that takes the link, of the same origin (1 to 500 bytes) */
  readonly base: string;
}

/** A code for another device, good once. */
export interface PairingOffer {
  /** of the pairing (32 lower-case hexadecimal digits) */
  readonly id: string;
  /** to type: XXXX-XXXX (9 bytes) */
  readonly code: string;
  /** base, #pair= and the secret (1 to 1,000 bytes) */
  readonly link: string;
  /** the link as an image */
  readonly qr: QrImage;
  /** Unix time (0 to 2^53-1) */
  readonly expiresAtMs: number;
}

/** A QR code as the path of an SVG image. */
export interface QrImage {
  /** side of the viewBox, quiet zone included (21 to 256) */
  readonly size: number;
  /** the dark modules, for the attribute d (1 to 65,536 bytes) */
  readonly path: string;
}

/** A new device gives a code, or the secret of a link. */
export interface PairingClaim {
  /** as typed: case, spaces and hyphens don't matter (at most 18 bytes) */
  readonly code?: string;
  /** from the link (at most 22 bytes) */
  readonly secret?: string;
  /** name of this device (at most 100 bytes) */
  readonly label?: string;
}

/** How far a pairing is. */
export interface Pairing {
  /** of the pairing (32 lower-case hexadecimal digits) */
  readonly id: string;
  /** how far */
  readonly state: PairingState;
  /** name of the new device (at most 100 bytes) */
  readonly label: string;
  /** digits both devices show; empty: nobody gave the code yet (at most 4 bytes) */
  readonly check: string;
  /** Unix time (0 to 2^53-1) */
  readonly expiresAtMs: number;
  /** once approved, for the new device */
  readonly access?: CartAccess;
}

/** Pairings that are open or wait for approval. */
export interface PairingList {
  /** oldest first (at most 4 entries) */
  readonly pairings: readonly Pairing[];
}

/** Lets the new device in. */
export interface PairingApproval {
  /** the digits shown (4 bytes) */
  readonly check: string;
  /** what it may do, of what the approving device may; absent or empty: view, edit, checkout (at most 4 entries) */
  readonly scopes?: readonly AccessScope[];
}

/** Signs a customer in, with the guest's carts. */
export interface LoginRequest {
  /** a JWT of the merchant's site (1 to 4,096 bytes) */
  readonly token: string;
  /** of this device from here on: 32 random bytes, base64url (43 bytes) */
  readonly capability: string;
  /** the guest's cart (32 lower-case hexadecimal digits) */
  readonly cart?: string;
  /** the guest's list of what is saved (32 lower-case hexadecimal digits) */
  readonly saved?: string;
  /** what becomes of a line that is in both carts; absent: sum */
  readonly policy?: MergePolicy;
  /** name of this device (at most 100 bytes) */
  readonly label?: string;
}

/** A customer is signed in. */
export interface LoginAnswer {
  /** the current cart; absent: the customer has none (32 lower-case hexadecimal digits) */
  readonly cart?: string;
  /** all of them, oldest first (at most 32 entries) */
  readonly carts: readonly CustomerCart[];
  /** of the carts brought along (at most 2 entries) */
  readonly merged: readonly MergeReport[];
  /** end of the sign-in, Unix time (0 to 2^53-1) */
  readonly expiresAtMs: number;
}

/** A cart of a customer. */
export interface CustomerCart {
  /** id (32 lower-case hexadecimal digits) */
  readonly cart: string;
  /** as the customer calls it (at most 100 bytes) */
  readonly name: string;
  /** what it is for */
  readonly use: CartUse;
  /** ISO 4217 (3 bytes) */
  readonly currency: string;
  /** true: the one the shop opens */
  readonly current: boolean;
  /** Unix time (0 to 2^53-1) */
  readonly createdAtMs: number;
  /** units in it (0 to 2^53-1) */
  readonly unitCount: number;
}

/** What became of a cart the guest brought along. */
export interface MergeReport {
  /** the guest's cart (32 lower-case hexadecimal digits) */
  readonly from: string;
  /** where its lines are now; the same id: the cart is the customer's now (32 lower-case hexadecimal digits) */
  readonly to: string;
  /** lines that changed (at most 1,000 entries) */
  readonly added: readonly MergedLine[];
  /** lines that did not get all units (at most 1,000 entries) */
  readonly overflow: readonly MergeCut[];
  /** codes there was no place for (at most 16 entries of 1 to 64 bytes) */
  readonly codesLeft: readonly string[];
}

/** Units a merge added to a line. */
export interface MergedLine {
  /** variant (1 to 64 bytes) */
  readonly sku: string;
  /** texts of the line, by name (at most 8 entries) */
  readonly customizations?: readonly Customization[];
  /** more than before; under the policy guest possibly less (-1,000,000,000 to 1,000,000,000) */
  readonly units: number;
}

/** A line that did not get all units of two carts. */
export interface MergeCut {
  /** variant (1 to 64 bytes) */
  readonly sku: string;
  /** texts of the line, by name (at most 8 entries) */
  readonly customizations?: readonly Customization[];
  /** units of both carts (1 to 1,000,000,000) */
  readonly wanted: number;
  /** units the line holds now (0 to 1,000,000,000) */
  readonly kept: number;
}

/** The carts of a customer. */
export interface CustomerCarts {
  /** oldest first (at most 32 entries) */
  readonly carts: readonly CustomerCart[];
}

/** Makes a cart or list of a customer. */
export interface CustomerCartRequest {
  /** 128 random bits (32 lower-case hexadecimal digits) */
  readonly cart: string;
  /** as the customer calls it (at most 100 bytes) */
  readonly name: string;
  /** what it is for */
  readonly use: CartUse;
}

/** Renames a cart, or makes it the current one. */
export interface CustomerCartChange {
  /** absent: as it is (at most 100 bytes) */
  readonly name?: string;
  /** true: the one the shop opens from here on */
  readonly current?: boolean;
}

/** Moves a line, or units of it, to another cart. */
export interface MoveRequest {
  /** of the cart the path names (32 lower-case hexadecimal digits) */
  readonly line: string;
  /** a cart the same capability may edit (32 lower-case hexadecimal digits) */
  readonly to: string;
  /** of the line, as the page sees it (1 to 9,999) */
  readonly quantity: number;
  /** to move; absent: all (1 to 9,999) */
  readonly units?: number;
}

/** The line is in the other cart. */
export interface MoveAnswer {
  /** log index of the cart the path names (0 to 2^53-1) */
  readonly head: number;
  /** log index of the other cart (0 to 2^53-1) */
  readonly toHead: number;
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
  /** id of the place where it is fetched; empty: it is delivered (at most 64 bytes) */
  readonly pickupLocation?: string;
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
  /** where it is fetched; absent: it is delivered */
  readonly pickup?: PickupLocation;
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
  /** texts of the shopper, by name (at most 8 entries) */
  readonly customizations?: readonly Customization[];
}

/** Asks what the server knows of a shopper. */
export interface ShopperQuestion {
  /** of the order to be; empty: not known yet (at most 254 bytes) */
  readonly email?: string;
}

/** What the server knows of a shopper and of limits. */
export interface ShopperFacts {
  /** who buys */
  readonly shopper?: Shopper;
  /** of promotions that are limited (at most 256 entries) */
  readonly uses?: readonly PromotionUse[];
  /** of products with a limit for each customer (at most 20,000 entries) */
  readonly bought?: readonly ProductUse[];
}

/** What prices need to know of a shopper. */
export interface Shopper {
  /** customer group; empty: everyone (at most 64 bytes) */
  readonly group?: string;
  /** checked VAT id with its country letters (at most 64 bytes) */
  readonly vatId?: string;
  /** true: the merchant holds a certificate */
  readonly taxExempt?: boolean;
  /** true: has not ordered before */
  readonly firstOrder?: boolean;
}

/** How often a promotion was used. */
export interface PromotionUse {
  /** id (1 to 64 bytes) */
  readonly promotion: string;
  /** orders that used it (0 to 2^53-1) */
  readonly orders?: number;
  /** of them by this shopper (0 to 2^53-1) */
  readonly byShopper?: number;
}

/** How much of a product a shopper ordered before. */
export interface ProductUse {
  /** id (1 to 64 bytes) */
  readonly product: string;
  /** units over all its variants (0 to 2^53-1) */
  readonly units: number;
}

/** What is left to choose of a product. */
export interface OptionsQuestion {
  /** id (1 to 64 bytes) */
  readonly product: string;
  /** chosen so far (at most 8 entries) */
  readonly options?: readonly OptionChoice[];
  /** the option chosen last, which the nearest choice keeps (at most 200 bytes) */
  readonly firm?: string;
}

/** A product's options after part of a choice. */
export interface OptionsView {
  /** in shown order (at most 8 entries) */
  readonly options: readonly OptionValues[];
  /** of the chosen variant; empty: none (at most 64 bytes) */
  readonly sku: string;
  /** what comes nearest when the choice is not made or not complete (at most 8 entries) */
  readonly nearest: readonly OptionChoice[];
}

/** An option and its values. */
export interface OptionValues {
  /** of the product (1 to 200 bytes) */
  readonly name: string;
  /** in shown order (at most 256 entries) */
  readonly values: readonly OptionValue[];
}

/** A value and whether it is left to choose. */
export interface OptionValue {
  /** one of the option's (1 to 200 bytes) */
  readonly value: string;
  /** beside the other choices */
  readonly state: ValueState;
  /** the option whose choice alone rules it out, if one does (at most 200 bytes) */
  readonly obstacle: string;
}

/** The fields of a form. */
export interface FormSchema {
  /** by which it is asked for (1 to 64 bytes) */
  readonly name: string;
  /** in shown order (at most 64 entries) */
  readonly fields: readonly FormField[];
}

/** One field of a form. */
export interface FormField {
  /** its name, unique in the form (1 to 64 bytes) */
  readonly path: string;
  /** what is meant to stand in it */
  readonly kind: FieldKind;
  /** whether it must be filled */
  readonly required?: Required;
  /** fields of one address say the same; default: the path before its last dot (at most 64 bytes) */
  readonly address?: string;
  /** not looked at while all hold: a field is filled, or empty behind ! (at most 4 entries of 1 to 64 bytes) */
  readonly unless?: readonly string[];
  /** key of the label catalogue (at most 64 bytes) */
  readonly label?: string;
  /** WHATWG HTML, autofill (at most 64 bytes) */
  readonly autocomplete?: string;
  /** least number or quantity; of a date days since 1970-01-01 (-(2^53-1) to 2^53-1) */
  readonly min?: number;
  /** most; of a text bytes of UTF-8 (-(2^53-1) to 2^53-1) */
  readonly max?: number;
  /** a quantity is its multiple (1 to 9,999) */
  readonly step?: number;
  /** allowed values; of a card number ids of brands (at most 300 entries of 1 to 200 bytes) */
  readonly choices?: readonly string[];
  /** of a code: A a capital, 0 a digit, * either, others themselves (at most 64 bytes) */
  readonly format?: string;
}

/** One value to check. */
export interface ValidateRequest {
  /** what it is meant to be */
  readonly kind: FieldKind;
  /** as typed (at most 16,384 bytes) */
  readonly value: string;
  /** not finished yet */
  readonly typing?: boolean;
  /** ISO 3166-1, of the address it belongs to (at most 2 bytes) */
  readonly country?: string;
  /** the same (at most 200 bytes) */
  readonly region?: string;
  /** of a security code (at most 64 bytes) */
  readonly cardNumber?: string;
  /** ISO 8601; of an expiry, tax id, date (at most 32 bytes) */
  readonly today?: string;
  /** as of FormField (-(2^53-1) to 2^53-1) */
  readonly min?: number;
  /** as of FormField (-(2^53-1) to 2^53-1) */
  readonly max?: number;
  /** as of FormField (1 to 9,999) */
  readonly step?: number;
  /** as of FormField (at most 300 entries of 1 to 200 bytes) */
  readonly choices?: readonly string[];
  /** as of FormField (at most 64 bytes) */
  readonly format?: string;
}

/** What a check says of one value. */
export interface FieldVerdict {
  /** no error; warnings may stand */
  readonly valid: boolean;
  /** errors and warnings (at most 128 entries) */
  readonly findings: readonly FormFinding[];
  /** what the value says: brand, E.164 and so on (at most 16 entries) */
  readonly facts: Readonly<Record<string, string>>;
}

/** What there is to say about a field. */
export interface FormFinding {
  /** of the list of error codes (1 to 64 bytes) */
  readonly code: string;
  /** of the field (at most 64 bytes) */
  readonly path: string;
  /** an error stops an order, a warning only asks */
  readonly severity: Severity;
  /** figures of the sentence (at most 8 entries) */
  readonly params: Readonly<Record<string, string>>;
  /** what could stand there instead; empty: nothing known (at most 2,000 bytes) */
  readonly suggestion: string;
}

/** How a form asks for an address of a country. */
export interface AddressLayout {
  /** ISO 3166-1 (at most 2 bytes) */
  readonly country: string;
  /** in the country's order (at most 16 entries) */
  readonly parts: readonly LayoutPart[];
  /** to choose from; empty: typed, or not asked (at most 300 entries) */
  readonly regions: readonly RegionChoice[];
  /** a postal code; empty: none is known (at most 200 bytes) */
  readonly postalExample: string;
}

/** A field of an address form. */
export interface LayoutPart {
  /** name of the field in Address (1 to 64 bytes) */
  readonly field: string;
  /** asked: a warning when it is empty */
  readonly need: AddressNeed;
  /** from 0; fields of one line have the same (0 to 32) */
  readonly line: number;
  /** key of the label catalogue (1 to 64 bytes) */
  readonly label: string;
}

/** A region to choose. */
export interface RegionChoice {
  /** ISO 3166-2 code without the country, or name (1 to 200 bytes) */
  readonly value: string;
  /** in the country's own writing (1 to 200 bytes) */
  readonly name: string;
  /** in Latin letters, where that differs (at most 200 bytes) */
  readonly latinName: string;
}

/** A product's options and what of them can be had. */
export interface ProductAvailability {
  /** id (1 to 64 bytes) */
  readonly product: string;
  /** shown name (1 to 200 bytes) */
  readonly title: string;
  /** in shown order (at most 8 entries) */
  readonly options: readonly ProductOption[];
  /** see VARIANTS.md (at most 32,768 bytes) */
  readonly availability: string;
}

/** What is left to choose of such a product. */
export interface AvailabilityQuestion {
  /** of the product (at most 8 entries) */
  readonly options: readonly ProductOption[];
  /** of the product (at most 32,768 bytes) */
  readonly availability: string;
  /** so far (at most 8 entries) */
  readonly chosen?: readonly OptionChoice[];
  /** the option chosen last, which the nearest choice keeps (at most 200 bytes) */
  readonly firm?: string;
}
