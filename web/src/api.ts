// The server's HTTP API as text in, text out. What it refuses is a CartError with the same code;
// what does not reach it is env_network.
import type { Environment } from './environment.js';
import { CartError, isRecord, type ErrorCode } from './errors.js';
import type { CartAccess } from './types.js';

const TIMEOUT_MS = 15_000;

export interface ApiRequest {
  readonly method?: 'DELETE' | 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export class Api {
  readonly #base: string;
  /** Sent with every request once it is known. */
  access: CartAccess | undefined;

  constructor(
    endpoint: string | URL,
    private readonly environment: Pick<Environment, 'fetch' | 'timer'>,
    /** Ends every request. */
    private readonly closed: AbortSignal,
  ) {
    this.#base = String(endpoint).replace(/\/+$/, '');
  }

  async text(request: ApiRequest): Promise<string> {
    const timeout = new AbortController();
    const stop = () => timeout.abort();
    const cancelTimer = this.environment.timer(TIMEOUT_MS, stop);
    this.closed.addEventListener('abort', stop);
    try {
      this.closed.throwIfAborted();
      const response = await this.#send(request, timeout.signal);
      return await response.text();
    } catch (cause) {
      throw this.closed.aborted ? new CartError({ code: 'env_closed' }) : networkError(cause);
    } finally {
      cancelTimer();
      this.closed.removeEventListener('abort', stop);
    }
  }

  async json<T>(request: ApiRequest): Promise<T> {
    const text = await this.text(request);
    try {
      return JSON.parse(text) as T;
    } catch (cause) {
      throw new CartError({ code: 'unavailable' }, { cause });
    }
  }

  /** Of this cart: "carts/<id>/<part>". */
  cartPath(part: string): string {
    return `carts/${this.access?.id ?? ''}${part && `/${part}`}`;
  }

  /** An event stream; the caller reads its body until it ends, or ends it by `stream`. */
  async stream(path: string, stream: AbortController): Promise<ReadableStream<Uint8Array>> {
    const request = { path, headers: { Accept: 'text/event-stream' } };
    // A request that was lost on its way would be waited for without end.
    const cancelTimer = this.environment.timer(TIMEOUT_MS, () => stream.abort());
    try {
      const response = await this.#send(request, stream.signal);
      if (response.body) return response.body;
    } catch (cause) {
      throw networkError(cause);
    } finally {
      cancelTimer();
    }
    throw new CartError({ code: 'env_network' });
  }

  async #send(request: ApiRequest, signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { ...request.headers };
    if (this.access) headers['Authorization'] = `Bearer ${this.access.capability}`;
    if (request.body !== undefined) headers['Content-Type'] = 'application/json';
    // No page of another origin can send this unasked: the server takes no change without it.
    if (request.method !== undefined && request.method !== 'GET') headers['X-Sealcart'] = '1';
    const response = await this.environment.fetch(`${this.#base}/${request.path}`, {
      method: request.method ?? 'GET',
      headers,
      credentials: 'omit',
      signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    if (response.ok) return response;
    throw problem(response.status, await response.text());
  }
}

const PASSING: readonly ErrorCode[] = [
  'env_network',
  'unavailable',
  'internal',
  'storage_full',
  'rate_limited',
  'idempotency_in_progress',
];

/** True when asking again later may help: nobody answered, the server was busy or had no room. */
export function isPassing(error: CartError): boolean {
  return PASSING.includes(error.code);
}

// RFC 9457. An answer that is no problem document comes from something before our server.
function problem(status: number, body: string): CartError {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    value = undefined;
  }
  if (!isRecord(value) || typeof value['code'] !== 'string') {
    return new CartError({ code: status === 404 ? 'not_found' : 'unavailable' }, { status });
  }
  const problems = Array.isArray(value['problems'])
    ? value['problems'].map((p) => CartError.from(p))
    : [];
  return CartError.from(value, { status, problems });
}

function networkError(cause: unknown): CartError {
  return cause instanceof CartError ? cause : new CartError({ code: 'env_network' }, { cause });
}
