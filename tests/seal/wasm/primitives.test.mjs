// The primitives inside seal.wasm against published vectors and against OpenSSL, through
// seal_probe.wasm: the same object code with its functions exported.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { basePointTimes, exportsList, hex, unhex, vectors, wasmBytes } from './support.mjs';

const module = new WebAssembly.Module(wasmBytes('seal_probe.wasm'));
const probe = new WebAssembly.Instance(module).exports;
const io = new Uint8Array(probe.memory.buffer, probe.probe_io(), 8192);
const zero = '00'.repeat(32);

test('the probe exports what its list says', () => {
  assert.deepEqual(
    WebAssembly.Module.exports(module)
      .map(({ name }) => name)
      .sort(),
    ['memory', ...exportsList('seal_probe_exports.txt')].sort(),
  );
});

test('Wycheproof X25519: 487 shared secrets equal, 31 all-zero ones refused', () => {
  let equal = 0,
    refused = 0;
  for (const group of vectors('wycheproof_x25519.json').testGroups) {
    for (const { tcId, private: scalar, public: point, shared } of group.tests) {
      io.set(unhex(scalar), 32);
      io.set(unhex(point), 64);
      const status = probe.probe_x25519();
      if (shared === zero) {
        assert.notEqual(status, 0, `case ${tcId}`);
        refused++;
      } else {
        assert.equal(status, 0, `case ${tcId}`);
        assert.equal(hex(io.subarray(0, 32)), shared, `case ${tcId}`);
        equal++;
      }
    }
  }
  assert.deepEqual({ equal, refused }, { equal: 487, refused: 31 });
});

test('Wycheproof Ed25519: 88 valid signatures accepted, 63 invalid refused', () => {
  let accepted = 0,
    refused = 0;
  for (const group of vectors('wycheproof_ed25519.json').testGroups) {
    for (const { tcId, sig, msg, result } of group.tests) {
      const message = unhex(msg);
      io.fill(0);
      io.set(unhex(group.publicKey.pk), 0);
      io.set(unhex(sig).subarray(0, 64), 32);
      io.set(message, 128);
      const good = sig.length === 128 && probe.probe_ed25519_verify(message.length) === 0;
      assert.equal(good, result === 'valid', `case ${tcId}`);
      good ? accepted++ : refused++;
    }
  }
  assert.deepEqual({ accepted, refused }, { accepted: 88, refused: 63 });
});

test('base-point multiples equal OpenSSL: every single bit, its complement, 500 random', () => {
  const scalars = [new Uint8Array(32), new Uint8Array(32).fill(255)];
  for (let bit = 0; bit < 256; bit++) {
    const one = new Uint8Array(32);
    one[bit >> 3] = 1 << (bit & 7);
    scalars.push(
      one,
      one.map((byte) => ~byte),
    );
  }
  for (let i = 0; i < 500; i++) scalars.push(new Uint8Array(randomBytes(32)));
  for (const scalar of scalars) {
    io.set(scalar, 32);
    assert.equal(probe.probe_x25519_base(), 0);
    assert.equal(hex(io.subarray(0, 32)), hex(basePointTimes(scalar)), `scalar ${hex(scalar)}`);
  }
});
