// The tabs of one browser that show the same cart: each makes operations as its own replica, one of
// them holds the event stream and tells the others what came.
import { hex, type Environment } from './environment.js';
import type { LogBatch, Order } from './generated/wire.js';

export type TabMessage =
  | { readonly kind: 'batch'; readonly batch: LogBatch }
  /** The server's log is another one than before; this tab begins again from it. */
  | { readonly kind: 'replaced' }
  | { readonly kind: 'order'; readonly order: Order };

export class Tabs {
  readonly #channel: BroadcastChannel | undefined;

  constructor(
    private readonly environment: Environment,
    /** Profile and cart: names of locks and channel begin with it. */
    private readonly scope: string,
  ) {
    this.#channel = environment.openChannel(`sealcart ${scope}`);
  }

  listen(listener: (message: TabMessage) => void): void {
    if (this.#channel) this.#channel.onmessage = (event) => listener(event.data as TabMessage);
  }

  tell(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }

  /** Runs the work while no other tab does; waits for its turn. */
  async lead(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    const { locks } = this.environment;
    if (!locks) return work();
    await locks
      .request(`sealcart events ${this.scope}`, { signal }, work)
      .catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
  }

  /** The first of these replicas that no living tab uses, or a new one. */
  async takeReplica(known: readonly number[], signal: AbortSignal): Promise<number> {
    for (const replica of known) {
      if (await this.#lockReplica(replica, signal)) return replica;
    }
    const fresh = randomReplica(this.environment);
    await this.#lockReplica(fresh, signal);
    return fresh;
  }

  close(): void {
    this.#channel?.close();
  }

  // Held until the signal aborts or the tab is gone. Without locks a tab can't know about others,
  // so it never continues a known replica.
  #lockReplica(replica: number, signal: AbortSignal): Promise<boolean> {
    const { locks } = this.environment;
    if (!locks) return Promise.resolve(false);
    return new Promise((resolve, reject) => {
      locks
        .request(`sealcart replica ${this.scope} ${replica}`, { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          if (!lock || signal.aborted) return undefined;
          return new Promise<void>((end) => signal.addEventListener('abort', () => end()));
        })
        .catch(reject);
    });
  }
}

/** 1 to 2^53-1, at random. */
export function randomReplica(environment: Pick<Environment, 'random'>): number {
  const bytes = environment.random(7);
  bytes[0]! &= 0x1f;
  return Math.max(1, Number.parseInt(hex(bytes), 16));
}
