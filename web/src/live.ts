// Live changes of the cart from other devices, by one event stream a browser.
import type { Api } from './api.js';
import { backoff } from './backoff.js';
import type { Environment } from './environment.js';
import type { LogBatch, LogCheckpoint, LogEntry, Order, Pairing } from './generated/wire.js';
import { readEvents } from './sse.js';

export interface LiveParts {
  readonly api: Api;
  readonly environment: Environment;
  /** Log index to go on after. */
  head(): Promise<number>;
  take(batch: LogBatch): Promise<void>;
  order(order: Order): void;
  pairing(pairing: Pairing): void;
  /** A stream is open. */
  open(): void;
  /** It failed or was refused: the request loop finds out what that means. */
  lost(): void;
}

/** The server sends a comment every 15 s. */
const SILENCE_MS = 40_000;
/** A stream that lasted this long was a good one. */
const GOOD_MS = 5_000;

/** Follows the cart until the signal aborts, reconnecting where the last stream ended. */
export async function followLive(parts: LiveParts, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    const cancelTimer = parts.environment.timer(GOOD_MS, () => (failures = 0));
    try {
      await followOnce(parts, signal);
    } catch {
      if (signal.aborted) return;
      parts.lost();
    }
    cancelTimer();
    await parts.environment.sleep(backoff(failures, parts.environment), signal);
  }
}

async function followOnce(parts: LiveParts, signal: AbortSignal): Promise<void> {
  const path = parts.api.cartPath(`events?after=${await parts.head()}`);
  if (signal.aborted) return;
  const stream = new AbortController();
  const end = () => stream.abort();
  signal.addEventListener('abort', end);
  try {
    const body = await parts.api.stream(path, stream);
    parts.open();
    let epoch = 0;
    for await (const { event, data } of readEvents(body, SILENCE_MS, parts.environment.timer)) {
      if (event === 'epoch') epoch = Number(data);
      if (event === 'op') {
        const entry = JSON.parse(data) as LogEntry;
        await parts.take({ head: entry.index, entries: [entry], epoch });
      }
      if (event === 'checkpoint') {
        const checkpoint = JSON.parse(data) as LogCheckpoint;
        await parts.take({ head: checkpoint.index, entries: [], epoch, checkpoint });
      }
      if (event === 'pairing') parts.pairing(JSON.parse(data) as Pairing);
      if (event === 'order') parts.order(JSON.parse(data) as Order);
    }
  } finally {
    signal.removeEventListener('abort', end);
    stream.abort();
  }
}
