// Sealcart in a page: `const cart = await createCart({ endpoint: '/v1' })`.
// Importing this module does nothing; work begins with createCart().
import makeGlue from 'sealcart-glue';
import { browserEnvironment } from './environment.js';
import { openCart } from './open.js';
import type { ArriveOptions, ArrivedCart, Cart, CartOptions } from './types.js';
import type { JoinInput, Joining, OpenLinkInput } from './types.js';

export { CartError } from './errors.js';
export type { CartProblem, ErrorCode } from './errors.js';
export type * from './types.js';
export type {
  AccessOrigin,
  AccessScope,
  CartUse,
  CustomerCart,
  CustomerCartChange,
  Address,
  Adjustment,
  AppliedTender,
  CatalogSlice,
  CheckoutForm,
  Command,
  Customization,
  CustomizationField,
  Destination,
  Device,
  DeviceList,
  CodeReason,
  LogEntry,
  LoginAnswer,
  MergeCut,
  MergedLine,
  MergePolicy,
  MergeReport,
  NextChange,
  Op,
  OptionChoice,
  OptionsView,
  OptionValue,
  OptionValues,
  Order,
  OrderLine,
  Pairing,
  PairingOffer,
  PairingState,
  PaymentState,
  PickupLocation,
  PriceChange,
  QrImage,
  Product,
  ProductAvailability,
  ProductOption,
  Quote,
  RestoreLink,
  SnapshotCode,
  SnapshotGap,
  SnapshotGift,
  SnapshotLine,
  SnapshotMethod,
  SnapshotTax,
  Variant,
} from './generated/wire.js';

/**
 * Opens this browser's cart in a store, or begins one. Rejects with a CartError: env_wasm_* when
 * the module can't be loaded, env_network when the store was never seen before and can't be
 * reached, currency_mismatch, value_not_allowed.
 */
export async function createCart(options: CartOptions = {}): Promise<Cart> {
  const wasm = {
    url: options.wasmUrl ?? new URL('./cart.wasm', import.meta.url),
    integrity: options.wasmIntegrity,
    binary: options.wasmBinary,
  };
  const packs = options.packsUrl ?? new URL('./packs/', import.meta.url);
  return openCart(options, await browserEnvironment(options), wasm, makeGlue, packs);
}

/**
 * On a new device: gives the code or the link another device shows, and waits for its approval.
 * Rejects with pairing_unknown, rate_limited, env_network.
 */
export async function joinCart(input: JoinInput, options: ArriveOptions = {}): Promise<Joining> {
  const { joinCart: join } = await import('./sharing/arrive.js');
  return join(input, options, await browserEnvironment(options));
}

/** On a new device: opens a cart by a restore link. Rejects with link_invalid, env_network. */
export async function openLink(
  input: OpenLinkInput,
  options: ArriveOptions = {},
): Promise<ArrivedCart> {
  const { openLink: open } = await import('./sharing/arrive.js');
  return open(input, options, await browserEnvironment(options));
}
