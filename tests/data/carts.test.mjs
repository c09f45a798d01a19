// The replayed carts, summed exactly: what the replay of core, Wasm and server is held to.
import assert from 'node:assert/strict';
import test from 'node:test';

import { shippedCarts } from '../../tools/generate/carts-sample.mjs';
import { limit, variantsOf, WHOLESALE } from './shops.mjs';

const carts = shippedCarts()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** "-12.5" -> -12500n: thousandths, exactly. */
function thousandths(decimal) {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,3}))?$/.exec(decimal);
  return BigInt(`${sign}${whole}${fraction.padEnd(3, '0')}`);
}

const sum = (lines) =>
  lines.reduce((total, [, quantity, price]) => total + BigInt(quantity) * thousandths(price), 0n);

function largestQuantity(lines) {
  const units = new Map();
  for (const [code, quantity, price] of lines) {
    const variant = `${code} ${price}`;
    units.set(variant, (units.get(variant) ?? 0) + Math.abs(quantity));
  }
  return Math.max(...units.values());
}

test('561 carts with 24,573 lines, each total the exact sum of its lines', () => {
  assert.equal(carts.length, 561);
  assert.equal(
    carts.reduce((lines, cart) => lines + cart.lines.length, 0),
    24573,
  );
  for (const cart of carts) assert.equal(sum(cart.lines), thousandths(cart.total), cart.invoice);
});

test('sales and cancellations are never mixed in one cart', () => {
  const signs = carts.map((cart) => new Set(cart.lines.map(([, quantity]) => Math.sign(quantity))));
  assert.ok(signs.every((sign) => sign.size === 1 && !sign.has(0)));
  assert.equal(signs.filter((sign) => sign.has(-1)).length, 155);
});

test('two carts hold what a cart cannot express: a tenth of a penny, and too many units', () => {
  const finer = carts.filter((cart) =>
    cart.lines.some(([, , price]) => thousandths(price) % 10n !== 0n),
  );
  const larger = carts.filter((cart) => largestQuantity(cart.lines) > limit('kQuantity'));
  assert.deepEqual(
    finer.map((cart) => cart.invoice),
    ['550193'],
  );
  assert.deepEqual(
    larger.map((cart) => cart.invoice),
    ['C581484'],
  );
  assert.ok(carts.every((cart) => cart.lines.length <= limit('kLines')));
});

test('every code of the carts is in the wholesale catalogue', () => {
  const codes = new Set(variantsOf(WHOLESALE).map(({ variant }) => variant.sku));
  for (const { lines } of carts) for (const [code] of lines) assert.ok(codes.has(code), code);
});
