// Where the module comes from, and one sentence for each way in which it does not come.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import makeGlue from 'sealcart-glue';
import { browserEnvironment } from '../../web/src/environment.js';
import { CartError } from '../../web/src/errors.js';
import { openCart } from '../../web/src/open.js';
import { LogServer } from './support/log-server.js';
import { wasmPath } from './support/world.js';

const bytes = readFileSync(wasmPath);
const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const changed = Buffer.from(bytes);
changed[changed.length - 1]! ^= 1;

type Answer = (response: ServerResponse) => void;
const send =
  (status: number, type: string, body: Buffer | string): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': type }).end(body);
const answers: Record<string, Answer> = {
  '/good.wasm': send(200, 'application/wasm', bytes),
  '/parameter.wasm': send(200, 'application/wasm; charset=binary', bytes),
  '/octets.wasm': send(200, 'application/octet-stream', bytes),
  '/untyped.wasm': (response) => response.writeHead(200).end(bytes),
  '/fallback.wasm': send(200, 'text/html', '<!doctype html><p>shop'),
  '/html-as-wasm.wasm': send(200, 'application/wasm', '<!doctype html><p>shop'),
  '/missing.wasm': send(404, 'text/plain', 'no'),
  '/changed.wasm': send(200, 'application/wasm', changed),
  '/other.wasm': send(200, 'application/wasm', Buffer.from('0061736d01000000', 'hex')),
  '/cut.wasm': (response) => {
    response.writeHead(200, { 'content-type': 'application/wasm', 'content-length': bytes.length });
    response.write(bytes.subarray(0, 1000), () => response.destroy());
  },
};
const requests: string[] = [];
const server = createServer((request, response) => {
  requests.push(request.url!);
  answers[request.url!]!(response);
});
let origin = '';
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.close();
  server.closeAllConnections();
});

const open = async (
  url: string | URL,
  more: { integrity?: string; binary?: BufferSource } = {},
) => {
  const options = { endpoint: 'http://shop.test/v1', store: 'test' };
  const environment = { ...(await browserEnvironment({})), fetch: new LogServer().fetch };
  return openCart(options, environment, { url, ...more }, makeGlue, '/packs/');
};
async function works(url: string | URL, more: Parameters<typeof open>[1] = {}): Promise<void> {
  const cart = await open(url, more);
  assert.equal(cart.formatMoney(1250), '$12.50');
  await cart.close();
}
async function fails(
  url: string | URL,
  code: string,
  says: RegExp,
  more: Parameters<typeof open>[1] = {},
) {
  await assert.rejects(open(url, more), (error) => {
    assert.ok(error instanceof CartError, String(error));
    assert.equal(error.code, code);
    assert.match(error.message, says);
    assert.ok(error.message.includes(error.fix), 'the sentence names the fix');
    assert.doesNotMatch(error.message, /\{\w+\}/);
    return true;
  });
}

test('served right, with integrity, from a file, from bytes', async () => {
  await works(`${origin}/good.wasm`);
  await works(new URL(`${origin}/good.wasm`), { integrity });
  await works(pathToFileURL(wasmPath));
  await works(pathToFileURL(wasmPath), { integrity });
  await works('unused', { binary: bytes });
});

test('carts share one download and one compilation', async () => {
  requests.length = 0;
  answers['/shared.wasm'] = answers['/good.wasm']!;
  await Promise.all([works(`${origin}/shared.wasm`), works(`${origin}/shared.wasm`)]);
  await works(`${origin}/shared.wasm`);
  assert.deepEqual(requests, ['/shared.wasm']);
});

test('wrong media type but the right bytes: works, and tells the developer', async () => {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (text: string) => void said.push(text);
  try {
    await works(`${origin}/octets.wasm`);
    await works(`${origin}/untyped.wasm`);
    await works(`${origin}/parameter.wasm`);
  } finally {
    console.warn = warn;
  }
  assert.match(
    said[0]!,
    /octets\.wasm is served as application\/octet-stream: serve it as application\/wasm/,
  );
  assert.match(said[1]!, /untyped\.wasm is served as no media type/);
});

test('an HTML page instead of the module', () =>
  fails(
    `${origin}/fallback.wasm`,
    'env_wasm_mime',
    /fallback\.wasm is served as text\/html: serve it as/,
  ));

test('not found, unreachable, cut off', async () => {
  await fails(
    `${origin}/missing.wasm`,
    'env_wasm_not_found',
    /not found at .*missing\.wasm: serve cart\.wasm/,
  );
  await fails('http://127.0.0.1:9/cart.wasm', 'env_wasm_not_found', /127\.0\.0\.1:9/);
  await fails(`${origin}/cut.wasm`, 'env_wasm_not_found', /cut\.wasm/);
  await fails(pathToFileURL('/nowhere/cart.wasm'), 'env_wasm_not_found', /nowhere/);
});

test('a changed file is refused by its integrity value', async () => {
  await fails(
    `${origin}/changed.wasm`,
    'env_wasm_changed',
    /changed\.wasm does not match its integrity/,
    { integrity },
  );
  const other = `sha256-AAAA sha384-${createHash('sha384').update(changed).digest('base64')}`;
  await fails(pathToFileURL(wasmPath), 'env_wasm_changed', /same release/, { integrity: other });
});

test('not a module, or the module of another release', async () => {
  await fails(
    `${origin}/html-as-wasm.wasm`,
    'env_wasm_invalid',
    /is not the WebAssembly module of this release/,
  );
  await fails(`${origin}/other.wasm`, 'env_wasm_invalid', /deploy the \.wasm and the JavaScript/);
});

test('where WebAssembly is forbidden the policy is named', async () => {
  const { compile, compileStreaming } = WebAssembly;
  const forbidden = () =>
    Promise.reject(
      new WebAssembly.CompileError("violates the Content Security Policy 'wasm-unsafe-eval'"),
    );
  Object.assign(WebAssembly, { compile: forbidden, compileStreaming: forbidden });
  try {
    await fails(
      `${origin}/good.wasm?csp`.replace('?csp', ''),
      'env_wasm_csp',
      /add 'wasm-unsafe-eval' to script-src/,
      {
        integrity: `${integrity} `,
      },
    );
  } finally {
    Object.assign(WebAssembly, { compile, compileStreaming });
  }
});

test('a failure is not kept: the next call tries again', async () => {
  answers['/later.wasm'] = answers['/missing.wasm']!;
  await fails(`${origin}/later.wasm`, 'env_wasm_not_found', /later/);
  answers['/later.wasm'] = answers['/good.wasm']!;
  await works(`${origin}/later.wasm`);
});
