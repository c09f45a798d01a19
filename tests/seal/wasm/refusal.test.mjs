// What the module refuses, by code; and nothing is sealed without a verified key.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { openSealer } from '../../../wasm/seal/seal-module.mjs';
import {
  ask,
  hex,
  hour,
  now,
  openLine,
  recipient,
  rootKey,
  sampleQuote,
  sealModule,
  signedManifest,
  withRandom,
} from './support.mjs';

const merchant = hex(randomBytes(16));
const root = rootKey();
const key = recipient();
const check = {
  manifest: signedManifest(root, merchant, [key.pk]),
  merchant,
  roots: [root.key],
  now,
};
let sealer;

beforeEach(() => {
  sealer = openSealer(sealModule);
});

const code = (work) => {
  try {
    work();
  } catch (error) {
    return error.code ?? String(error);
  }
  return 'done';
};
const use = (changes) => code(() => sealer.useManifest({ ...check, ...changes }));
const manifestWith = (change) =>
  use({ manifest: signedManifest(root, merchant, [key.pk], change) });
const sealWith = (changes, payload = 'x', at = now) =>
  code(() => sealer.seal(sampleQuote(changes), payload, at));

test('nothing is sealed before a manifest is verified, once one is refused, or once closed', () => {
  assert.equal(sealWith({}), 'manifest_missing');
  assert.equal(use({}), 'done');
  assert.equal(sealWith({}), 'done');
  assert.equal(use({ now: now + 30 * hour }), 'manifest_expired');
  assert.equal(sealWith({}), 'manifest_missing');
  assert.equal(use({}), 'done');
  sealer.close();
  assert.equal(sealWith({}), 'manifest_missing');
});

test('a swapped, forged, foreign, early, expired or rolled-back manifest gives no key', () => {
  assert.equal(use({ roots: [rootKey().key] }), 'manifest_signature');
  assert.equal(use({ roots: [] }), 'manifest_signature');
  assert.equal(
    use({ manifest: signedManifest(rootKey(), merchant, [key.pk]) }),
    'manifest_signature',
  );
  assert.equal(use({ merchant: hex(randomBytes(16)) }), 'manifest_merchant');
  assert.equal(use({ now: now - hour - 1 }), 'manifest_early');
  assert.equal(use({ now: now + 24 * hour }), 'manifest_expired');
  assert.equal(use({ lowestSerial: 6 }), 'manifest_serial');
  assert.equal(use({ lowestSerial: 5 }), 'done');
  assert.equal(use({ roots: [rootKey().key, root.key] }), 'done');
});

test('a root signature does not excuse a manifest that breaks the rules', () => {
  assert.equal(
    manifestWith((m) => {
      m.notAfter = m.notBefore + 7 * 24 * hour;
    }),
    'done',
  );
  assert.equal(
    manifestWith((m) => {
      m.notAfter = m.notBefore + 7 * 24 * hour + 1;
    }),
    'manifest_window',
  );
  assert.equal(
    manifestWith((m) => {
      m.keys[0].to += 1;
    }),
    'manifest_window',
  );
  assert.equal(
    manifestWith((m) => {
      m.keys[0].kid[0] ^= 1;
    }),
    'manifest_key',
  );
  assert.equal(
    manifestWith((m) => {
      m.keys.push(m.keys[0]);
    }),
    'manifest_key',
  );
  assert.equal(
    manifestWith((m) => {
      m.magic = 'WCM2';
    }),
    'manifest_encoding',
  );
  assert.equal(
    manifestWith((m) => {
      m.keys = [];
    }),
    'manifest_encoding',
  );
  const lowOrder = signedManifest(root, merchant, [new Uint8Array(32)]);
  assert.equal(use({ manifest: lowOrder }), 'manifest_key');
});

test('every single changed byte of a manifest is refused', () => {
  const bytes = Buffer.from(check.manifest, 'base64url');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] ^= 1 << (at % 8);
    assert.match(
      use({ manifest: changed.toString('base64url') }),
      /^manifest_(signature|encoding)$/,
    );
  }
  assert.equal(use({ manifest: `${check.manifest}AAAA` }), 'manifest_encoding');
  assert.equal(use({ manifest: 'A'.repeat(9000) }), 'manifest_encoding');
  assert.equal(use({ manifest: '' }), 'manifest_encoding');
  assert.equal(use({ manifest: '!' }), 'manifest_encoding');
});

test('a key is used in its window only', () => {
  assert.equal(use({}), 'done');
  assert.equal(sealWith({}, 'x', now + 23 * hour - 1), 'done');
  assert.equal(sealWith({}, 'x', now + 23 * hour), 'key_none');
  assert.equal(sealWith({}, 'x', now + 24 * hour), 'manifest_expired');
  assert.equal(sealWith({}, 'x', NaN), 'manifest_early');
});

test('a quote with a value out of range is refused by its field', () => {
  assert.equal(use({}), 'done');
  for (const amount of [-1, 1.5, NaN, Infinity, 2 ** 53, '12x', undefined]) {
    assert.equal(sealWith({ amount }), 'amount_range', String(amount));
  }
  for (const amount of [0, 1, 2 ** 53 - 1]) assert.equal(sealWith({ amount }), 'done');
  for (const currency of ['eur', 'EU', '€', '', 'E1R'])
    assert.equal(sealWith({ currency }), 'currency_form');
  for (const exponent of [5, -1, 0.5, 256, 258, NaN])
    assert.equal(sealWith({ exponent }), 'exponent_range');
  for (const expiresAtMs of [now - 1000, now + 900_000, NaN, 0]) {
    assert.equal(sealWith({ expiresAtMs }), 'time_range');
  }
  for (const id of ['', 'z'.repeat(32), 'A'.repeat(32), '0'.repeat(31), 7, null]) {
    assert.equal(sealWith({ id }), 'id_invalid');
    assert.equal(sealWith({ cart: id }), 'id_invalid');
    assert.equal(sealWith({ cartHash: id }), 'id_invalid');
  }
});

test('a payload of 478 bytes is refused, counted in UTF-8', () => {
  assert.equal(use({}), 'done');
  assert.equal(sealWith({}, new Uint8Array(477)), 'done');
  assert.equal(sealWith({}, new Uint8Array(478)), 'payload_length');
  assert.equal(sealWith({}, 'x'.repeat(477)), 'done');
  assert.equal(sealWith({}, 'x'.repeat(478)), 'payload_length');
  assert.equal(sealWith({}, 'ё'.repeat(238)), 'done');
  assert.equal(sealWith({}, 'ё'.repeat(239)), 'payload_length');
  assert.equal(sealWith({}, `${'x'.repeat(474)}🛒`), 'payload_length');
});

test('missing or all-zero randomness seals nothing', () => {
  assert.equal(use({}), 'done');
  const zeros = (size) => new Uint8Array(size);
  assert.equal(withRandom(zeros, () => sealWith({})).result, 'seed_missing');
  const noJti = (size) => randomBytes(size).fill(0, 32);
  assert.equal(withRandom(noJti, () => sealWith({})).result, 'jti_missing');
  const broken = () => {
    throw new Error('no randomness');
  };
  assert.match(withRandom(broken, () => sealWith({})).result, /no randomness/);
});

test('what was opened is the merchant of the manifest, not one the page could choose', () => {
  assert.equal(use({}), 'done');
  const token = sealer.seal({ ...sampleQuote(), merchant: hex(randomBytes(16)) }, 'abc', now);
  assert.equal(ask([openLine(key, merchant, now, token)])[0], '616263');
  assert.equal(
    ask([openLine(key, hex(randomBytes(16)), now, token)])[0],
    'refused merchant_mismatch',
  );
});
