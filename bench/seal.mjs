// What a seal costs: node bench/seal.mjs [rounds]
//
// Seals 300 bytes with ours and, in turns within the same run, with what else is there: WebCrypto
// (X25519 + HKDF + AES-256-GCM) and the npm packages libsodium-wrappers and tweetnacl-sealedbox-js
// when a node_modules above this file, or SEALCART_PEERS=<folder>, has them. Turns make the ratios
// hold on a busy machine. Then the sizes.
import { randomBytes, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { openSealer } from '../wasm/seal/seal-module.mjs';
import {
  hex,
  now,
  recipient,
  rootKey,
  sampleQuote,
  signedManifest,
  sealModule,
  wasmBytes,
} from '../tests/seal/wasm/support.mjs';

const rounds = Number(process.argv[2] ?? 100);
const sliceMs = 4;
const payload = new Uint8Array(randomBytes(300));
const requirePeer = createRequire(
  process.env.SEALCART_PEERS ? `${process.env.SEALCART_PEERS}/x.js` : import.meta.url,
);

function ours() {
  const merchant = hex(randomBytes(16));
  const root = rootKey();
  const sealer = openSealer(sealModule);
  const manifest = signedManifest(root, merchant, [recipient().pk]);
  sealer.useManifest({ manifest, merchant, roots: [root.key], now });
  const quote = sampleQuote();
  return () => sealer.seal(quote, payload, now);
}

async function webCrypto() {
  const { subtle } = webcrypto;
  const { publicKey } = await subtle.generateKey({ name: 'X25519' }, true, ['deriveBits']);
  return async () => {
    const own = await subtle.generateKey({ name: 'X25519' }, true, ['deriveBits']);
    const bits = await subtle.deriveBits(
      { name: 'X25519', public: publicKey },
      own.privateKey,
      256,
    );
    const material = await subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
    const key = await subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: new Uint8Array() },
      material,
      { name: 'AES-GCM', length: 256 },
      false,
      ['encrypt'],
    );
    await subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, payload);
    return subtle.exportKey('raw', own.publicKey);
  };
}

async function libsodiumWrappers() {
  const sodium = requirePeer('libsodium-wrappers');
  await sodium.ready;
  const { publicKey } = sodium.crypto_box_keypair();
  return () => sodium.crypto_box_seal(payload, publicKey);
}

async function tweetnacl() {
  const box = requirePeer('tweetnacl-sealedbox-js');
  const { publicKey } = requirePeer('tweetnacl').box.keyPair();
  return () => box.seal(payload, publicKey);
}

const contenders = [
  ['sealcart seal.wasm, whole token', ours],
  ['libsodium-wrappers crypto_box_seal', libsodiumWrappers],
  ['WebCrypto X25519+HKDF+AES-256-GCM', webCrypto],
  ['tweetnacl-sealedbox-js', tweetnacl],
];

const clock = () => Number(process.hrtime.bigint()) / 1000;

async function timed(work, times) {
  const start = clock();
  for (let i = 0; i < times; i++) {
    const result = work();
    if (result instanceof Promise) await result;
  }
  return (clock() - start) / times;
}

async function prepare([name, make]) {
  try {
    const work = await make();
    const each = await timed(work, 20);
    await timed(work, Math.ceil(400_000 / each)); // 0.4 s until V8 has settled
    return {
      name,
      work,
      times: Math.max(1, Math.round((sliceMs * 1000) / (await timed(work, 50)))),
      samples: [],
    };
  } catch (error) {
    console.log(`${name.padEnd(36)} not here (${error.code ?? error.message})`);
    return null;
  }
}

const present = [];
for (const contender of contenders) {
  const prepared = await prepare(contender);
  if (prepared) present.push(prepared);
}
for (let round = 0; round < rounds; round++) {
  for (const one of present) one.samples.push(await timed(one.work, one.times));
}
const at = (samples, part) =>
  [...samples].sort((a, b) => a - b)[Math.floor(part * (samples.length - 1))];
const column = (value) => String(value).padStart(10);
const row = (name, ...values) => console.log(name.padEnd(36) + values.map(column).join(''));

const own = at(present[0].samples, 0.5);
row('\nseal of 300 bytes', 'p50 µs', 'min µs', 'ours/it');
for (const { name, samples } of present) {
  const middle = at(samples, 0.5);
  row(name, middle.toFixed(1), at(samples, 0).toFixed(1), (own / middle).toFixed(2));
}

row('\nsize', 'bytes', 'gzip', 'brotli');
const glue = readFileSync(new URL('../wasm/seal/seal-module.mjs', import.meta.url));
for (const [name, bytes] of [
  ['seal.wasm', wasmBytes('seal.wasm')],
  ['seal-module.mjs, not minified', glue],
]) {
  row(name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length);
}
