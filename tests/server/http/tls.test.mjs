// TLS: what is spoken, what is not, and that nothing is served in the clear beside it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { connect } from 'node:tls';

import { Programs } from './support/programs.mjs';
import { bodyOf, fieldsOf, raw, statusOf } from './support/raw.mjs';

let programs;
let ca;
before(async () => {
  programs = await Programs.prepare([
    'tls_certificate = "cert.pem"',
    'tls_key = "key.pem"',
    'metrics_port = 0',
    'worker_port = 0',
  ]);
  const name = (file) => join(programs.folder, file);
  execFileSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
    ...['-keyout', name('key.pem'), '-out', name('cert.pem'), '-days', '1'],
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'],
  ], { stdio: 'ignore' });
  ca = readFileSync(name('cert.pem'));
  await programs.startSecuredServer();
});
after(() => programs.close());

const secured = (options) => (where) => {
  const socket = connect({ ...where, ca, servername: 'localhost', ...options });
  socket.on('secureConnect', () => socket.emit('connect'));
  return socket;
};
const ask = (path, options = {}) =>
  raw(programs.port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, {
    over: secured(options),
  });

test('pages and data come under TLS and tell browsers to stay with it', async () => {
  for (const path of ['/', '/v1/stores', '/readyz']) {
    const answer = await ask(path);
    assert.equal(statusOf(answer), 200, path);
    assert.equal(fieldsOf(answer)['strict-transport-security'], 'max-age=31536000', path);
  }
  const policy = fieldsOf(await ask('/'))['content-security-policy'];
  assert.ok(policy.includes(`frame-src 'self' https://127.0.0.1:${programs.sealPort} `));
});

test('TLS 1.2 and 1.3 are spoken', async () => {
  for (const version of ['TLSv1.2', 'TLSv1.3']) {
    const answer = await ask('/healthz', { minVersion: version, maxVersion: version });
    assert.equal(statusOf(answer), 200, version);
  }
});

const refused = (options) =>
  new Promise((done) => {
    const socket = secured(options)({ port: programs.port, host: '127.0.0.1' });
    socket.on('secureConnect', () => done(false));
    socket.on('error', () => done(true));
  });

test('older versions and other protocols are not', async () => {
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };
  assert.ok(await refused(old));
  assert.ok(await refused({ ALPNProtocols: ['h2'] }));
  assert.ok(!(await refused({ ALPNProtocols: ['h2', 'http/1.1'] })));
});

test('plain HTTP on the same port gets nothing', async () => {
  const answer = await raw(programs.port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  assert.ok(!answer.includes('HTTP/1.1 200') && !answer.includes('Shop'));
});

test('a handshake that does not come ends after 5 s', async () => {
  const start = Date.now();
  await raw(programs.port, '', {});
  const took = Date.now() - start;
  assert.ok(took > 4000 && took < 8000, `${took} ms`);
});

test('the worker and metrics have doors in the clear, on loopback alone', async () => {
  const ports = Object.fromEntries(
    programs.logged('listening').filter((line) => line.for).map((line) => [line.for, line.port]),
  );
  const get = (port, path) =>
    raw(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  assert.match(bodyOf(await get(ports.metrics, '/metrics')), /^sealcart_build_info\{/m);
  const claim = await fetch(`http://127.0.0.1:${ports.worker}/v1/worker/claim`, { method: 'POST' });
  assert.equal(claim.status, 401);
  assert.equal(statusOf(await get(ports.worker, '/v1/stores')), 404);
  assert.equal(statusOf(await get(ports.metrics, '/v1/worker/claim')), 404);
});
