// Shared by the Wasm sealing tests: the built module, run-time keys, manifests signed with node's
// own Ed25519, and the native program that opens what the module seals.
import { spawnSync } from 'node:child_process';
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  randomBytes,
  sign,
  webcrypto,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

globalThis.crypto ??= webcrypto; // node 18

const root = new URL('../../../', import.meta.url);
const wasmFolder = new URL(process.env.SEALCART_WASM ?? 'build/wasm/wasm/seal/', root);
const interop = fileURLToPath(
  new URL(process.env.SEALCART_INTEROP ?? 'build/native/tests/seal/seal_interop', root),
);

export const wasmBytes = (name) => readFileSync(new URL(name, wasmFolder));
export const sealModule = new WebAssembly.Module(wasmBytes('seal.wasm'));
export const exportsList = (name) =>
  readFileSync(new URL(`wasm/seal/${name}`, root), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.slice(1));
export const vectors = (name) =>
  JSON.parse(readFileSync(new URL(`tests/vectors/crypto/${name}`, root), 'utf8'));

export const hex = (bytes) => Buffer.from(bytes).toString('hex');
export const unhex = (text) => new Uint8Array(Buffer.from(text, 'hex'));
export const now = 1_800_000_000_000;
export const hour = 3_600_000;

const raw = (key, member) =>
  new Uint8Array(Buffer.from(key.export({ format: 'jwk' })[member], 'base64url'));

/** An X25519 key pair of this run: { pk, sk } raw, { publicKey, privateKey } of node. */
export function recipient() {
  const pair = generateKeyPairSync('x25519');
  return { pk: raw(pair.publicKey, 'x'), sk: raw(pair.privateKey, 'd'), ...pair };
}

/** The public key of crypto_box_seed_keypair(seed), by OpenSSL. */
export function publicKeyOf(seed) {
  return basePointTimes(sha512(unhex(seed)).subarray(0, 32));
}

/** X25519(scalar, 9) by OpenSSL. */
export function basePointTimes(scalar) {
  const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), scalar]);
  return raw(createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })), 'x');
}

/** The shared secret of a raw public key and a node private key, by OpenSSL. */
export function sharedSecret(privateKey, pk) {
  const jwk = { kty: 'OKP', crv: 'X25519', x: Buffer.from(pk).toString('base64url') };
  return diffieHellman({ privateKey, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) });
}

/** A root: { key: hex, sign(bytes) }. */
export function rootKey() {
  const pair = generateKeyPairSync('ed25519');
  return {
    key: hex(raw(pair.publicKey, 'x')),
    sign: (bytes) => sign(null, bytes, pair.privateKey),
  };
}

const u64 = (value) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
};

const knownIds = new Map();

/** First 8 bytes of BLAKE2b-256, which OpenSSL lacks: the native program is asked, once each. */
export function keyIds(pks) {
  const unknown = pks.map(hex).filter((pk) => !knownIds.has(pk));
  if (unknown.length > 0) {
    const ids = ask(unknown.map((pk) => `kid ${pk}`));
    unknown.forEach((pk, i) => knownIds.set(pk, ids[i]));
  }
  return pks.map((pk) => unhex(knownIds.get(hex(pk))));
}

/** The signed manifest in base64url; `change` may edit its fields before they are signed. */
export function signedManifest(signer, merchant, pks, change = () => {}) {
  const ids = keyIds(pks);
  const manifest = {
    magic: 'WCM1',
    merchant,
    serial: 5,
    notBefore: now - hour,
    notAfter: now + 24 * hour,
    keys: pks.map((pk, i) => ({
      kid: ids[i],
      suite: 1,
      pk,
      from: now - hour,
      to: now + 23 * hour,
    })),
  };
  change(manifest);
  const body = Buffer.concat([
    Buffer.from(manifest.magic),
    unhex(manifest.merchant),
    u64(manifest.serial),
    u64(manifest.notBefore),
    u64(manifest.notAfter),
    Buffer.from([manifest.keys.length]),
    ...manifest.keys.flatMap((key) => [
      key.kid,
      Buffer.from([key.suite]),
      key.pk,
      u64(key.from),
      u64(key.to),
    ]),
  ]);
  return Buffer.concat([body, signer.sign(body)]).toString('base64url');
}

export function sampleQuote(changes = {}) {
  return {
    id: hex(randomBytes(16)),
    cart: hex(randomBytes(16)),
    cartHash: hex(randomBytes(32)),
    amount: 123456,
    currency: 'EUR',
    exponent: 2,
    issuedAtMs: now - 1000,
    expiresAtMs: now - 1000 + 900_000,
    ...changes,
  };
}

/** Answers of the native program, one for each request line. */
export function ask(lines) {
  const run = spawnSync(interop, {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.error)
    throw new Error(`${interop} does not run; build the target seal_interop (${run.error.code})`);
  const answers = run.stdout.trimEnd().split('\n');
  if (answers.length !== lines.length)
    throw new Error(`${answers.length} answers to ${lines.length}`);
  return answers;
}

export const openLine = (key, merchant, at, token) =>
  `open ${hex(key.sk)} ${hex(key.pk)} ${merchant} ${at} ${token}`;
export const sealLine = (pk, random, merchant, quote, payload) =>
  `seal ${hex(pk)} ${hex(random.subarray(0, 32))} ${merchant} ${quote.cart} ${quote.id} ` +
  `${quote.cartHash} ${quote.amount} ${quote.currency} ${quote.exponent} ${quote.issuedAtMs} ` +
  `${quote.expiresAtMs} ${hex(random.subarray(32))} ${hex(payload) || '-'}`;

/** Runs `work` with crypto.getRandomValues giving `next(size)`; what was given comes back. */
export function withRandom(next, work) {
  const own = crypto.getRandomValues;
  const given = [];
  Object.defineProperty(crypto, 'getRandomValues', {
    configurable: true,
    writable: true,
    value: (view) => {
      const bytes = next(view.length);
      view.set(bytes);
      given.push(Uint8Array.from(bytes));
      return view;
    },
  });
  try {
    return { result: work(), given };
  } finally {
    Object.defineProperty(crypto, 'getRandomValues', {
      configurable: true,
      writable: true,
      value: own,
    });
  }
}

export const sha512 = (bytes) => new Uint8Array(createHash('sha512').update(bytes).digest());
