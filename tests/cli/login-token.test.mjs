// sealcart login-token: a sign-in token as the merchant's site would sign it (docs/SHARING.md).
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import test from 'node:test';

import { sealcart, withFile } from './support/sealcart.mjs';

const SECRET = '0123456789abcdef'.repeat(4);
const run = (file, ...more) =>
  sealcart(['login-token', '--secret', file, '--store', 'demo', '--customer', 'Ada “1”', ...more]);
const claimsOf = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));

test('the token is signed with the first line of the file and says who, where, until when', () =>
  withFile(`${SECRET}\nnot this line\n`, (file) => {
    const { status, lines } = run(file, '--seconds', '60');
    assert.deepEqual([status, lines.length], [0, 1]);
    const [header, claims, signature] = lines[0].split('.');
    const mac = createHmac('sha256', SECRET).update(`${header}.${claims}`);
    assert.equal(signature, mac.digest('base64url'));
    assert.deepEqual(JSON.parse(Buffer.from(header, 'base64url')), { alg: 'HS256', typ: 'JWT' });
    const { sub, aud, exp, jti } = claimsOf(lines[0]);
    assert.deepEqual([sub, aud], ['Ada “1”', 'demo']);
    assert.ok(Math.abs(exp - Date.now() / 1000 - 60) < 5);
    assert.notEqual(jti, claimsOf(run(file).lines[0]).jti);
  }));

test('what no server would take is not signed', () => {
  withFile('too short\n', (file) => {
    const { status, told, lines } = run(file);
    assert.deepEqual([status, lines], [1, []]);
    assert.match(told, /at least 32 characters/);
  });
  withFile(SECRET, (file) => {
    assert.notEqual(run(file, '--seconds', '301').status, 0);
    const { status, told } = run(`${file}.gone`);
    assert.equal(status, 1);
    assert.match(told, /can't read/);
  });
});
