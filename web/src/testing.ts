// For tests and QA pages: a network that is slow, lossy or gone, and a clock that is set by hand.
// They stand between a cart and the real thing (createCart's options `transport` and `clock`); they
// answer nothing themselves.

export interface NetworkConditions {
  /** Added before each request is sent. */
  readonly latencyMs: number;
  /** True: every request fails and running streams end, as with the cable pulled. */
  readonly offline: boolean;
  /** Share of requests that are lost, 0 to 1; every other one only after the server handled it. */
  readonly loss: number;
}

export interface RequestRecord {
  readonly method: string;
  readonly url: string;
  /** Status of the answer; 0: none came. */
  readonly status: number;
  readonly ms: number;
}

export interface ScriptedTransport {
  /** Give this to createCart as `transport`. */
  readonly fetch: typeof fetch;
  readonly conditions: NetworkConditions;
  /** The last 200 requests, oldest first. */
  readonly requests: readonly RequestRecord[];
  set(conditions: Partial<NetworkConditions>): void;
}

const RECORDS = 200;

/** `random` returns 0 to below 1; give a seeded one to repeat a run. */
export function scriptedTransport(
  base: typeof fetch = (input, init) => fetch(input, init),
  conditions: Partial<NetworkConditions> = {},
  random: () => number = Math.random,
): ScriptedTransport {
  let current: NetworkConditions = { latencyMs: 0, offline: false, loss: 0, ...conditions };
  const requests: RequestRecord[] = [];
  const open = new Set<AbortController>();

  const attempt = async (input: RequestInfo | URL, init: RequestInit, cut: AbortSignal) => {
    if (current.latencyMs > 0) await delay(current.latencyMs, cut);
    if (current.offline) throw unreachable();
    const lost = random() < current.loss;
    if (lost && random() < 0.5) throw unreachable();
    const response = await base(input, { ...init, signal: cut });
    if (!lost) return response;
    await response.text();
    throw unreachable();
  };

  const transport: typeof fetch = async (input, init = {}) => {
    const cut = new AbortController();
    const stop = () => cut.abort();
    init.signal?.addEventListener('abort', stop);
    if (init.signal?.aborted) stop();
    open.add(cut);
    const began = performance.now();
    let status = 0;
    try {
      const response = await attempt(input, init, cut.signal);
      status = response.status;
      // A stream can be cut for as long as it runs.
      if (!isStream(response)) open.delete(cut);
      return response;
    } catch (error) {
      open.delete(cut);
      if (init.signal?.aborted) throw error;
      throw unreachable();
    } finally {
      const url = input instanceof Request ? input.url : String(input);
      requests.push({ method: init.method ?? 'GET', url, status, ms: performance.now() - began });
      requests.splice(0, requests.length - RECORDS);
    }
  };

  return {
    fetch: transport,
    requests,
    get conditions() {
      return current;
    },
    set(next) {
      const before = current;
      current = { ...current, ...next };
      if (current.offline) {
        for (const cut of open) cut.abort();
        open.clear();
      }
      // What a browser does when the cable is plugged in again.
      if (before.offline && !current.offline) globalThis.dispatchEvent?.(new Event('online'));
    },
  };
}

export interface ManualClock {
  /** Give this to createCart as `clock`. */
  readonly now: () => number;
  set(ms: number): void;
  advance(ms: number): void;
}

/** Unix time in milliseconds, standing still until it is moved. */
export function manualClock(startMs: number): ManualClock {
  let time = startMs;
  return {
    now: () => time,
    set(ms) {
      time = ms;
    },
    advance(ms) {
      time += ms;
    },
  };
}

function unreachable(): TypeError {
  return new TypeError('Failed to fetch');
}

function isStream(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').startsWith('text/event-stream');
}

function delay(ms: number, cut: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (cut.aborted) return reject(unreachable());
    const timer = setTimeout(resolve, ms);
    cut.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(unreachable());
    });
  });
}
