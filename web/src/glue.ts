// What Emscripten's glue gives us: the exports of wasm/cart_bindings.cpp and two views of its
// memory.

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
  checkForm(length: number): number;
}

export interface GlueOptions {
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}

export type GlueFactory = (options: GlueOptions) => Promise<CartGlue>;
