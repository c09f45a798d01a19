// After a seal, done or refused, no payload, seed or key is left anywhere in the module's memory.
import assert from 'node:assert/strict';
import { createPrivateKey, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { openSealer } from '../../../wasm/seal/seal-module.mjs';
import {
  hex,
  now,
  recipient,
  rootKey,
  sampleQuote,
  sealModule,
  sha512,
  sharedSecret,
  signedManifest,
  withRandom,
} from './support.mjs';

const merchant = hex(randomBytes(16));
const root = rootKey();
const key = recipient();
const manifest = signedManifest(root, merchant, [key.pk]);

// openSealer keeps its instance to itself: the memory is caught on the way.
function sealerAndMemory() {
  const { Instance } = WebAssembly;
  let memory;
  WebAssembly.Instance = function (...args) {
    const instance = new Instance(...args);
    memory = Buffer.from(instance.exports.memory.buffer);
    return instance;
  };
  try {
    const sealer = openSealer(sealModule);
    sealer.useManifest({ manifest, merchant, roots: [root.key], now });
    return { sealer, memory };
  } finally {
    WebAssembly.Instance = Instance;
  }
}

// Eight bytes in a row of a secret anywhere count as left behind.
function leftBehind(memory, secret) {
  for (let at = 0; at + 8 <= secret.length; at += 8) {
    if (memory.includes(secret.subarray(at, at + 8))) return true;
  }
  return false;
}

function ephemeralSecrets(seed) {
  const scalar = sha512(seed).subarray(0, 32);
  const clamped = Uint8Array.from(scalar);
  clamped[0] &= 248;
  clamped[31] = (clamped[31] & 127) | 64;
  const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), scalar]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const halved = Uint8Array.from(clamped, (byte, i) => (byte >> 1) | ((clamped[i + 1] ?? 0) << 7));
  return {
    seed,
    scalar,
    clamped,
    halved,
    shared: new Uint8Array(sharedSecret(privateKey, key.pk)),
  };
}

test('1,000 seals leave no payload, seed, ephemeral key or shared secret in linear memory', () => {
  const { sealer, memory } = sealerAndMemory();
  for (let round = 0; round < 1000; round++) {
    const payload = new Uint8Array(randomBytes(300));
    const { given } = withRandom(randomBytes, () => sealer.seal(sampleQuote(), payload, now));
    assert.ok(!leftBehind(memory, payload), `payload after seal ${round}`);
    const secrets = ephemeralSecrets(given[0].subarray(0, 32));
    for (const [name, secret] of Object.entries(secrets)) {
      assert.ok(!leftBehind(memory, secret), `${name} after seal ${round}`);
    }
  }
});

test('a card number sealed as text is nowhere in linear memory afterwards', () => {
  const { sealer, memory } = sealerAndMemory();
  const card = '{"type":"card","number":"4242424242424242","securityCode":"737"}';
  for (let round = 0; round < 100; round++) sealer.seal(sampleQuote(), card, now);
  assert.ok(!memory.includes('42424242'));
  assert.ok(!memory.includes('securityCode'));
});

test('a refused seal leaves nothing either', () => {
  const { sealer, memory } = sealerAndMemory();
  const refusals = [{ amount: -1 }, { currency: 'x' }, { exponent: 9 }, { expiresAtMs: 1 }];
  for (const changes of refusals) {
    const payload = new Uint8Array(randomBytes(300));
    const { given } = withRandom(randomBytes, () => {
      assert.throws(() => sealer.seal(sampleQuote(changes), payload, now), { name: 'SealError' });
    });
    assert.ok(!leftBehind(memory, payload));
    assert.ok(!leftBehind(memory, given[0].subarray(0, 32)));
  }
  const long = new Uint8Array(randomBytes(600));
  assert.throws(() => sealer.seal(sampleQuote(), long, now), { code: 'payload_length' });
  assert.ok(!leftBehind(memory, long));
});

test('the search itself finds what is there: ephemeral public key in, nothing after close', () => {
  const { sealer, memory } = sealerAndMemory();
  const token = Buffer.from(sealer.seal(sampleQuote(), 'abc', now), 'base64url');
  assert.ok(leftBehind(memory, token.subarray(140, 172)));
  assert.ok(leftBehind(memory, key.pk));
  sealer.close();
  assert.ok(!leftBehind(memory, token.subarray(140, 172)));
  assert.ok(!leftBehind(memory, key.pk));
});
