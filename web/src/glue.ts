// What Emscripten's glue gives us: the exports of wasm/cart_bindings.cpp and a view of its memory.
import { CartError } from './errors.js';
import type { ArenaGlue } from './text-arena.js';

/** Every function that can refuse returns 0 (done) or 1 (refused: the output holds the error). */
export interface CartGlue extends ArenaGlue {
  readonly HEAPF64: Float64Array<ArrayBuffer>;
  abi(): number;
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
  loadLocale(length: number): number;
  choose(length: number): number;
  viewOptions(length: number): number;
  viewAvailability(length: number): number;
}

export interface GlueOptions {
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}

export type ModuleFactory<Glue> = (options: GlueOptions) => Promise<Glue>;
export type GlueFactory = ModuleFactory<CartGlue>;

// The glue never hears of a failed instantiation, so that failure gets its own way out.
export function instantiate<Glue>(
  makeGlue: ModuleFactory<Glue>,
  compiled: WebAssembly.Module,
  file = 'cart.wasm',
): Promise<Glue> {
  return new Promise((resolve, reject) => {
    const started = makeGlue({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(compiled, imports)
          .then((instance) => done(instance, compiled))
          .catch((cause: unknown) => reject(wrongRelease(cause, file)));
        return {};
      },
    });
    started.then(resolve, reject);
  });
}

export function wrongRelease(cause?: unknown, url = 'cart.wasm'): CartError {
  return new CartError({ code: 'env_wasm_invalid', params: { url } }, { cause });
}
