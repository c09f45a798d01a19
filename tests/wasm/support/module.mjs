// cart.wasm and forms.wasm as built, under Node, with nothing of the package around them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
const wasmFolder = join(root, process.env.SEALCART_WASM ?? 'build/wasm/wasm');

async function load(name) {
  const compiled = new WebAssembly.Module(readFileSync(join(wasmFolder, `${name}.wasm`)));
  const { default: create } = await import(pathToFileURL(join(wasmFolder, `${name}.js`)));
  return () =>
    create({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(compiled, imports).then((made) => done(made, compiled));
        return {};
      },
    });
}
const loaded = new Map();
const instance = async (name) => {
  if (!loaded.has(name)) loaded.set(name, load(name));
  return (await loaded.get(name))();
};

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Doubles of the flat head (core/include/sealcart/snapshot.h). */
export const HEAD = 19;

/** One instance. Text goes in as a string or as bytes; every answer can be looked at. */
class TextModule {
  constructor(glue) {
    this.glue = glue;
  }

  put(text) {
    const bytes = typeof text === 'string' ? encoder.encode(text) : text;
    const at = this.glue.input(bytes.length);
    this.glue.HEAPU8.set(bytes, at);
    return bytes.length;
  }
  /** Calls with text first, where there is any: 0 done, 1 refused. */
  send(call, text, ...numbers) {
    return this.glue[call](this.put(text), ...numbers);
  }
  output() {
    const at = this.glue.output();
    return decoder.decode(this.glue.HEAPU8.slice(at, at + this.glue.outputSize()));
  }
  error() {
    return JSON.parse(this.output());
  }
  answer(call, ...numbers) {
    const result = this.glue[call](...numbers);
    if (result !== 0) throw new Error(`${call}: ${this.output()}`);
    return this.output();
  }
}

/** The checks of forms. */
export class FormsModule extends TextModule {
  static async open() {
    return new FormsModule(await instance('forms'));
  }
}

/** One cart. */
export class CartModule extends TextModule {
  static async open() {
    return new CartModule(await instance('cart'));
  }
  snapshot() {
    return this.answer('snapshot');
  }
  head() {
    const at = this.glue.head() / 8;
    return [...this.glue.HEAPF64.subarray(at, at + HEAD)];
  }
  /** The head and the records behind it. */
  flat() {
    const count = this.recordCount();
    const at = this.glue.flat() / 8;
    return [...this.head(), ...this.glue.HEAPF64.subarray(at, at + count)];
  }
  recordCount() {
    const { lines, taxes, shippingMethods, gaps } = JSON.parse(this.snapshot());
    return lines.length * 7 + (taxes.length + shippingMethods.length + gaps.length) * 2;
  }
  /** Everything a refusal must not touch. */
  whole() {
    return [this.snapshot(), this.answer('save'), ...this.flat()].join('\n');
  }
}
