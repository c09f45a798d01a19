// Two origins on loopback for a real browser: the shop (package, a page, the LogServer's API) and
// the card form's. Both send the strictest policy they can work under.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import type { LogServer } from './log-server.js';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};
const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test shop</title><main></main>';

export interface Origins {
  readonly shop: string;
  readonly seal: string;
  /** Policy of the shop's pages; a test may weaken or harden it. */
  policy: string;
  stop(): void;
}

/** `packageDir` and `sealDir` are build/package/dist and build/seal-site. */
export async function serve(log: LogServer, packageDir: string, sealDir: string): Promise<Origins> {
  let shopOrigin = '';
  const seal = await listen((request, response) => {
    const policy =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
      "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; " +
      `frame-ancestors ${shopOrigin}; require-trusted-types-for 'script'; trusted-types sealcart`;
    if (request.url === '/pins.json') return send(response, pins, '.json', policy);
    return file(response, sealDir, request.url!, policy);
  });
  const origins: Origins = {
    shop: '',
    seal: seal.origin,
    policy:
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
      `img-src 'self'; connect-src 'self'; frame-src ${seal.origin}; base-uri 'none'; ` +
      "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    stop: () =>
      [seal, shop].forEach(({ server }) => (server.close(), server.closeAllConnections())),
  };
  const shop = await listen((request, response) => {
    const url = request.url!;
    if (url.startsWith('/v1/')) return void api(log, request, response);
    if (url.startsWith('/sealcart/')) {
      return file(response, packageDir, url.slice('/sealcart'.length), origins.policy);
    }
    return send(response, Buffer.from(PAGE), '.html', origins.policy);
  });
  shopOrigin = shop.origin;
  return Object.assign(origins, { shop: shop.origin });
}

const pins = Buffer.from(JSON.stringify({ merchant: '22'.repeat(16), roots: ['33'.repeat(32)] }));

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function listen(handler: Handler): Promise<{ server: Server; origin: string }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function send(response: ServerResponse, body: Buffer, type: string, policy: string): void {
  const headers = {
    'content-type': TYPES[type] ?? 'text/plain',
    'content-security-policy': policy,
  };
  response.writeHead(200, headers).end(body);
}

function file(response: ServerResponse, dir: string, url: string, policy: string): void {
  const path = normalize(new URL(url, 'http://x').pathname);
  try {
    send(response, readFileSync(join(dir, path)), extname(path), policy);
  } catch {
    response.writeHead(404).end();
  }
}

async function api(log: LogServer, request: IncomingMessage, response: ServerResponse) {
  const ended = new AbortController();
  response.on('close', () => ended.abort());
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { authorization = '', 'idempotency-key': key = '' } = request.headers;
  try {
    const answer = await log.fetch(new URL(request.url!, 'http://x'), {
      method: request.method!,
      headers: { Authorization: authorization, 'Idempotency-Key': String(key) },
      body: Buffer.concat(chunks).toString(),
      signal: ended.signal,
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.flushHeaders();
    const body = Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
    body.on('error', () => response.destroy()).pipe(response);
  } catch {
    response.destroy();
  }
}
