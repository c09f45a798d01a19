// Sealcart's form checks in a page: `const forms = await openForms({ locale: 'it' })`.
// Needs no cart and no server. Importing this module does nothing.
import makeGlue from 'sealcart-forms-glue';
import { CartError } from './errors.js';
import { Forms } from './forms/forms.js';
import { instantiate } from './glue.js';
import { knownLocale, type Locale } from './locales.js';
import { loadWasm, WasmFailure } from './load.js';
import { loadPack } from './packs.js';

export { CartError } from './errors.js';
export { bindForm } from './forms/bind.js';
export type { BindOptions, BoundValues, FormBinding } from './forms/bind.js';
export { CheckedForm } from './forms/checked-form.js';
export type { FormFinding } from './forms/findings.js';
export { Forms, type CheckoutFormName, type TypedCard } from './forms/forms.js';
export type { FormValues } from './forms/values.js';
export { cardBrands, checkoutForms } from './generated/forms.js';
export type {
  AddressLayout,
  AddressNeed,
  FieldKind,
  FieldVerdict,
  FormField,
  FormSchema,
  LayoutPart,
  RegionChoice,
  ValidateRequest,
} from './generated/wire.js';

export { LOCALES, type Locale as FormLocale } from './locales.js';

export interface FormsOptions {
  /** Default 'en'. */
  readonly locale?: Locale;
  /** Folder of the packs; default: 'packs/' beside this module. */
  readonly packsUrl?: string | URL;
  /** Where forms.wasm is; default: beside this module. */
  readonly wasmUrl?: string | URL;
  /** Subresource integrity of that file. */
  readonly wasmIntegrity?: string;
  /** The module itself, instead of its address. */
  readonly wasmBinary?: BufferSource | WebAssembly.Module;
  /** Now; default the device's clock. Decides whether a card has expired. */
  readonly today?: () => Date;
}

// Messages are written for a language, amounts for a place.
const languageOf = (locale: string): string => locale.split('-')[0]!;

/**
 * Loads the module and the tables of one language, once. Rejects with
 * a CartError: env_wasm_*, env_network, pack_invalid, locale_unknown.
 */
export async function openForms(options: FormsOptions = {}): Promise<Forms> {
  const locale = knownLocale(options.locale ?? 'en');
  const folder = options.packsUrl ?? new URL('./packs/', import.meta.url);
  const names = ['phone', 'phone-formats', 'address', 'regions', `locale-${locale}`];
  const packs = Promise.all(
    [...names, `messages-${languageOf(locale)}`].map((name) => loadPack(folder, name)),
  );
  const [module, texts] = await Promise.all([compiled(options), packs]);
  const forms = new Forms(
    await instantiate(makeGlue, module, 'forms.wasm'),
    locale,
    options.today ?? (() => new Date()),
  );
  for (const text of texts) forms.load(text);
  return forms;
}

async function compiled(options: FormsOptions): Promise<WebAssembly.Module> {
  try {
    return await loadWasm({
      url: options.wasmUrl ?? new URL('./forms.wasm', import.meta.url),
      integrity: options.wasmIntegrity,
      binary: options.wasmBinary,
    });
  } catch (error) {
    throw error instanceof WasmFailure ? new CartError(error.facts, { cause: error.cause }) : error;
  }
}
