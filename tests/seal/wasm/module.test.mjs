// What seal.wasm is: no imports, the reviewed exports and nothing else, memory that cannot grow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { exportsList, sealModule, wasmBytes } from './support.mjs';

test('seal.wasm imports nothing', () => {
  assert.deepEqual(WebAssembly.Module.imports(sealModule), []);
});

test('seal.wasm exports exactly the reviewed list and its memory', () => {
  const exported = WebAssembly.Module.exports(sealModule);
  assert.deepEqual(
    exported.map(({ name }) => name).sort(),
    ['memory', ...exportsList('seal_exports.txt')].sort(),
  );
  assert.deepEqual(
    exported.filter(({ kind }) => kind !== 'function').map(({ name }) => name),
    ['memory'],
  );
});

test('no export of seal.wasm takes or returns a secret key', () => {
  for (const name of exportsList('seal_exports.txt')) {
    assert.doesNotMatch(name, /secret|private|_sk|open|scalar|sign|keypair|probe/);
  }
});

test('the memory of seal.wasm cannot grow', () => {
  const { memory } = new WebAssembly.Instance(sealModule).exports;
  assert.equal(memory.buffer.byteLength, 128 * 1024);
  assert.throws(() => memory.grow(1), RangeError);
});

test('seal.wasm carries no path of the machine that built it', () => {
  const words = wasmBytes('seal.wasm')
    .toString('latin1')
    .match(/[\x20-\x7e]{6,}/g);
  assert.deepEqual(
    words.filter((word) => /\/[a-z]+\/|\w\.(c|cpp|h)\b/.test(word)),
    [],
  );
});

test('seal.wasm and its JavaScript stay within 20 KB of brotli', async () => {
  const glue = (await import('node:fs')).readFileSync(
    new URL('../../../wasm/seal/seal-module.mjs', import.meta.url),
  );
  const bytes = brotliCompressSync(wasmBytes('seal.wasm')).length + brotliCompressSync(glue).length;
  assert.ok(bytes <= 20_000, `${bytes} bytes`); // the glue not even minified
});
