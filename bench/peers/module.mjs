// cart.wasm as built, under Node, without the package around it: text in by one encodeInto.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const packageFolder =
  process.env.SEALCART_DIST ?? path.join(root, 'build/package/dist');
export const wasmFolder = process.env.SEALCART_WASM ?? path.join(root, 'build/wasm/wasm');

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export async function openModule() {
  const create = (await import(pathToFileURL(path.join(wasmFolder, 'cart.js')))).default;
  const bytes = readFileSync(path.join(wasmFolder, 'cart.wasm'));
  return create({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(bytes, imports).then((made) => done(made.instance, made.module));
      return {};
    },
  });
}

export function put(module, text) {
  const at = module.input(text.length * 3);
  return encoder.encodeInto(text, module.HEAPU8.subarray(at, at + text.length * 3)).written;
}

export function output(module) {
  const at = module.output();
  return decoder.decode(module.HEAPU8.subarray(at, at + module.outputSize()));
}

// Runs a call that takes text; throws what the module refuses.
export function send(module, name, value, ...rest) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (module[name](put(module, text), ...rest) !== 0) throw new Error(`${name}: ${output(module)}`);
}
