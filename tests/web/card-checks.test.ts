// The card form's own checks: what is surely wrong is told at once, the rest is the provider's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cardOf,
  cardProblems,
  groupedExpiry,
  groupedNumber,
} from '../../web/src/seal-frame/card-checks.js';

const now = new Date(2026, 10, 21);
const good = { number: '4242 4242 4242 4242', expiry: '12 / 30', code: '123', name: 'Ada' };

test('a plausible card has no problems and is read as digits', () => {
  assert.deepEqual(cardProblems(good, now), {});
  assert.deepEqual(cardOf(good), {
    number: '4242424242424242',
    expiryMonth: 12,
    expiryYear: 2030,
    securityCode: '123',
    name: 'Ada',
  });
  for (const number of [
    '4111111111111111',
    '378282246310005',
    '6011000990139424',
    '5555555555554444',
  ]) {
    assert.deepEqual(cardProblems({ ...good, number }, now), {});
  }
});

test('each field has its problem', () => {
  assert.deepEqual(Object.keys(cardProblems({ number: '', expiry: '', code: '', name: '' }, now)), [
    'number',
    'expiry',
    'code',
    'name',
  ]);
  assert.match(
    cardProblems({ ...good, number: '4242424242424241' }, now).number!,
    /digit is wrong/,
  );
  assert.match(cardProblems({ ...good, number: '42' }, now).number!, /too short/);
  assert.match(cardProblems({ ...good, expiry: '13/30' }, now).expiry!, /month and year/);
  assert.match(cardProblems({ ...good, expiry: '10/26' }, now).expiry!, /expired/);
  assert.deepEqual(cardProblems({ ...good, expiry: '11/26' }, now), {});
  assert.deepEqual(cardProblems({ ...good, expiry: '11/2026' }, now), {});
  assert.match(cardProblems({ ...good, code: '12a' }, now).code!, /digits/);
});

test('typing is grouped', () => {
  assert.equal(groupedNumber('4242424242424242'), '4242 4242 4242 4242');
  assert.equal(groupedNumber('42424'), '4242 4');
  assert.equal(groupedNumber('378282246310005'), '3782 822463 10005');
  assert.equal(groupedExpiry('1'), '1');
  assert.equal(groupedExpiry('5'), '05');
  assert.equal(groupedExpiry('1230'), '12 / 30');
  assert.equal(groupedExpiry('12 / 2030'), '12 / 2030');
});
