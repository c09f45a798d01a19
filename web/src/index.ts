// Sealcart in a page: `const cart = await createCart({ endpoint: '/v1' })`.
// Importing this module does nothing; work begins with createCart().
import makeGlue from 'sealcart-glue';
import { browserEnvironment } from './environment.js';
import { openCart } from './open.js';
import type { Cart, CartOptions } from './types.js';

export { CartError } from './errors.js';
export type { CartProblem, ErrorCode } from './errors.js';
export type * from './types.js';
export type {
  Address,
  Adjustment,
  AppliedTender,
  CatalogSlice,
  CheckoutForm,
  Command,
  Customization,
  CustomizationField,
  Destination,
  CodeReason,
  LogEntry,
  NextChange,
  Op,
  OptionChoice,
  OptionsView,
  OptionValue,
  OptionValues,
  Order,
  OrderLine,
  PaymentState,
  PickupLocation,
  PriceChange,
  Product,
  ProductAvailability,
  ProductOption,
  Quote,
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
