// What Emscripten's glue gives us: the exports of wasm/cart_bindings.cpp and form_bindings.cpp, and
// two views of its memory.
import { CartError } from './errors.js';

/** Every function that can refuse returns 0 (done) or 1 (refused: the output holds the error). */
export interface CartGlue {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly HEAPF64: Float64Array<ArrayBuffer>;
  abi(): number;
  input(bytes: number): number;
  output(): number;
  outputSize(): number;
  openStore(length: number): number;
  loadCatalog(length: number): number;
  openCart(length: number): number;
  setNow(ms: number): void;
  know(length: number): number;
  submit(length: number): number;
  setQuantity(position: number, quantity: number): number;
  removeLine(position: number): number;
  receive(length: number): number;
  dropPending(n: number): number;
  takeOps(): number;
  save(): number;
  snapshot(): number;
  explain(): number;
  head(): number;
  flat(): number;
  money(minor: number): number;
  choose(length: number): number;
  viewOptions(length: number): number;

  loadPack(length: number): number;
  setToday(day: number): void;
  /** These return a number of their own, or -1 (refused). */
  openForm(length: number): number;
  defineForm(length: number): number;
  checkForm(form: number, length: number): number;
  checkFormField(form: number, field: number, length: number): number;
  validate(length: number): number;
  typeCard(length: number): number;
  typePhone(country: number, length: number): number;

  message(length: number): number;
  label(length: number): number;
  addressLayout(length: number): number;
  countryName(length: number): number;
  rightToLeft(): boolean;
  formatMoney(minor: number, length: number): number;
  formatNumber(number: number): number;
  formatPercent(ppm: number): number;
}

export interface GlueOptions {
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}

export type GlueFactory = (options: GlueOptions) => Promise<CartGlue>;

// The glue never hears of a failed instantiation, so that failure gets its own way out.
export function instantiate(makeGlue: GlueFactory, compiled: WebAssembly.Module): Promise<CartGlue> {
  return new Promise((resolve, reject) => {
    const started = makeGlue({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(compiled, imports)
          .then((instance) => done(instance, compiled))
          .catch((cause: unknown) => reject(wrongRelease(cause)));
        return {};
      },
    });
    started.then(resolve, reject);
  });
}

export function wrongRelease(cause?: unknown): CartError {
  return new CartError({ code: 'env_wasm_invalid', params: { url: 'cart.wasm' } }, { cause });
}
