// Tokens sealed in Wasm: opened natively by plain libsodium, and the bytes native sealing makes.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, test } from 'node:test';
import { openSealer } from '../../../wasm/seal/seal-module.mjs';
import {
  ask,
  hex,
  keyIds,
  now,
  openLine,
  publicKeyOf,
  recipient,
  rootKey,
  sampleQuote,
  sealLine,
  sealModule,
  signedManifest,
  unhex,
  vectors,
  withRandom,
} from './support.mjs';

const merchant = hex(randomBytes(16));
const root = rootKey();
const key = recipient();
const manifest = signedManifest(root, merchant, [key.pk]);
let sealer;

before(() => {
  sealer = openSealer(sealModule);
  assert.equal(sealer.useManifest({ manifest, merchant, roots: [root.key], now }), 5);
});

test('1,000 tokens of random length and content open with plain crypto_box_seal_open', () => {
  const sealed = Array.from({ length: 1000 }, () => {
    const payload = new Uint8Array(randomBytes(1 + Math.floor(Math.random() * 477)));
    return { payload, token: sealer.seal(sampleQuote(), payload, now) };
  });
  const answers = ask(sealed.map(({ token }) => openLine(key, merchant, now, token)));
  assert.deepEqual(
    answers,
    sealed.map(({ payload }) => hex(payload)),
  );
  assert.equal(new Set(sealed.map(({ token }) => token)).size, 1000);
});

test('a token is 934 characters whatever the length of the payload', () => {
  const lengths = new Set();
  const tokens = [];
  for (let size = 0; size <= 477; size++)
    tokens.push(sealer.seal(sampleQuote(), new Uint8Array(size), now));
  for (const token of tokens) lengths.add(token.length);
  assert.deepEqual([...lengths], [934]);
  const answers = ask(tokens.map((token) => openLine(key, merchant, now, token)));
  assert.deepEqual(
    answers,
    tokens.map((_, size) => '00'.repeat(size) || '-'),
  );
});

test('text is sealed as UTF-8', () => {
  const text = '{"name":"Blerta Çela","straße":"ё علی 🛒"}';
  const [opened] = ask([openLine(key, merchant, now, sealer.seal(sampleQuote(), text, now))]);
  assert.equal(Buffer.from(opened, 'hex').toString('utf8'), text);
});

test('Wasm and native make the same bytes from the same randomness', () => {
  const cases = Array.from({ length: 300 }, (_, i) => {
    const payload = new Uint8Array(randomBytes(i));
    const quote = sampleQuote({ amount: Math.floor(Math.random() * 2 ** 53) });
    const { result, given } = withRandom(randomBytes, () => sealer.seal(quote, payload, now));
    return { payload, quote, result, random: given[0] };
  });
  const native = ask(cases.map((c) => sealLine(key.pk, c.random, merchant, c.quote, c.payload)));
  assert.deepEqual(
    cases.map((c) => c.result),
    native,
  );
});

test('the token vectors come out byte for byte', () => {
  const { vectors: list } = vectors('token_v1.json');
  const own = openSealer(sealModule);
  for (const v of list) {
    const roof = rootKey();
    const change = (m) => Object.assign(m, { notAfter: m.notBefore + 48 * 3_600_000 });
    const one = signedManifest(roof, v.merchant, [publicKeyOf(v.recipientSeed)], change);
    own.useManifest({ manifest: one, merchant: v.merchant, roots: [roof.key], now });
    const random = Buffer.concat([unhex(v.ephemeralSeed), unhex(v.jti)]);
    const quote = { ...v, id: v.quote };
    const { result } = withRandom(
      () => random,
      () => own.seal(quote, unhex(v.payload), now),
    );
    assert.equal(Buffer.from(result, 'base64url').toString('hex'), v.token);
  }
  assert.equal(list.length, 16);
});

test('every Wycheproof public key as recipient: native and Wasm agree, or both refuse', () => {
  const points = new Set();
  for (const group of vectors('wycheproof_x25519.json').testGroups) {
    for (const { public: point } of group.tests) points.add(point);
  }
  keyIds([...points].map(unhex)); // all at once: one program start instead of hundreds
  const own = openSealer(sealModule);
  let sealed = 0,
    refused = 0;
  const lines = [],
    tokens = [];
  for (const point of points) {
    const pk = unhex(point);
    const one = signedManifest(root, merchant, [pk]);
    try {
      own.useManifest({ manifest: one, merchant, roots: [root.key], now });
    } catch (error) {
      assert.equal(error.code, 'manifest_key');
      lines.push(sealLine(pk, randomBytes(48), merchant, sampleQuote(), new Uint8Array(4)));
      tokens.push('refused key_low_order');
      refused++;
      continue;
    }
    const quote = sampleQuote();
    const { result, given } = withRandom(randomBytes, () =>
      own.seal(quote, new Uint8Array(9), now),
    );
    lines.push(sealLine(pk, given[0], merchant, quote, new Uint8Array(9)));
    tokens.push(result);
    sealed++;
  }
  assert.deepEqual(tokens, ask(lines));
  assert.ok(sealed > 400 && refused >= 7, `${sealed} sealed, ${refused} refused`);
});

test('a changed token does not open', () => {
  const token = sealer.seal(sampleQuote(), 'abc', now);
  const bytes = Buffer.from(token, 'base64url');
  const lines = [];
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] ^= 1 << (at % 8);
    lines.push(openLine(key, merchant, now, changed.toString('base64url')));
  }
  for (const answer of ask(lines)) assert.match(answer, /^refused /);
});
