// The tabs of one browser that show the same cart: each makes operations as its own replica, one of
// them holds the event stream and tells the others what came.
import { hex, type Environment, type TabChannel } from './environment.js';
import type { LogBatch, Order, Pairing } from './generated/wire.js';

export type TabMessage =
  | { readonly kind: 'batch'; readonly batch: LogBatch }
  /** There is news that can't be handed over. */
  | { readonly kind: 'missed' }
  /** The server's log is another one than before; this tab begins again from it. */
  | { readonly kind: 'replaced' }
  /** This browser goes on with another cart. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'pairing'; readonly pairing: Pairing }
  | { readonly kind: 'order'; readonly order: Order };

/** Between tabs only: whether the one that holds the stream is awake. */
type LeadMessage = { readonly kind: 'awake?' } | { readonly kind: 'awake' };

/** How often a tab that is looked at asks; a tab that sleeps does not answer in time. */
const ASK_MS = 20_000;
const ANSWER_MS = 3_000;

export class Tabs {
  readonly #channel: TabChannel | undefined;
  #leading = false;
  #answered = false;

  constructor(
    private readonly environment: Environment,
    /** Profile and cart: names of locks and channel begin with it. */
    private readonly scope: string,
  ) {
    this.#channel = environment.openChannel(`sealcart ${scope}`);
  }

  listen(listener: (message: TabMessage) => void): void {
    if (!this.#channel) return;
    this.#channel.onmessage = ({ data }) => {
      const message = data as TabMessage | LeadMessage;
      if (message.kind === 'awake') this.#answered = true;
      else if (message.kind !== 'awake?') listener(message);
      else if (this.#leading) this.#post({ kind: 'awake' });
    };
  }

  tell(message: TabMessage): void {
    this.#post(message);
  }

  /**
   * Runs the work while no other tab does, whenever it is this tab's turn: the tab before it was
   * closed, or sleeps (the browser froze it) while this one is looked at. The work ends when its
   * signal aborts. Tabs that can't take turns or can't talk have a stream each.
   */
  async lead(signal: AbortSignal, work: (turn: AbortSignal) => Promise<void>): Promise<void> {
    if (!this.environment.locks || !this.#channel) return work(signal);
    const stopAsking = this.#askEvery(signal, work);
    try {
      while (!signal.aborted) await this.#takeTurn({ signal }, signal, work);
    } finally {
      stopAsking();
    }
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

  /** Does the work of a replica that no living tab uses; nothing where one does. */
  async inPlaceOf(replica: number, work: () => Promise<void>): Promise<void> {
    await this.environment.locks?.request(
      replicaLock(this.scope, replica),
      { ifAvailable: true },
      (lock) => (lock ? work() : undefined),
    );
  }

  close(): void {
    this.#channel?.close();
  }

  // What is too long for the channel the others fetch.
  #post(message: TabMessage | LeadMessage): void {
    try {
      this.#channel?.postMessage(message);
    } catch {
      if (message.kind === 'batch') this.#post({ kind: 'missed' });
    }
  }

  async #takeTurn(
    options: LockOptions,
    signal: AbortSignal,
    work: (turn: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const turn = new AbortController();
    const end = () => turn.abort();
    signal.addEventListener('abort', end);
    try {
      await this.environment.locks!.request(`sealcart events ${this.scope}`, options, () => {
        this.#leading = true;
        return work(turn.signal);
      });
    } catch (error) {
      // This page ends, or it slept and another tab took the lead.
      if ((error as Error).name !== 'AbortError') throw error;
    } finally {
      this.#leading = false;
      end();
      signal.removeEventListener('abort', end);
    }
  }

  #askEvery(signal: AbortSignal, work: (turn: AbortSignal) => Promise<void>): () => void {
    let stop = (): void => {};
    const later = (ms: number, what: () => void): void => {
      stop = this.environment.timer(ms, what);
    };
    const ask = (): void => {
      if (this.#leading || !this.environment.visible()) return later(ASK_MS, ask);
      this.#answered = false;
      this.#post({ kind: 'awake?' });
      later(ANSWER_MS, () => {
        const asleep = !this.#answered && !this.#leading && this.environment.visible();
        if (asleep) void this.#takeTurn({ steal: true }, signal, work);
        later(ASK_MS, ask);
      });
    };
    later(ASK_MS, ask);
    return () => stop();
  }

  // Held until the signal aborts or the tab is gone. Without locks a tab can't know about others,
  // so it never continues a known replica.
  #lockReplica(replica: number, signal: AbortSignal): Promise<boolean> {
    const { locks } = this.environment;
    if (!locks) return Promise.resolve(false);
    return new Promise((resolve, reject) => {
      locks
        .request(replicaLock(this.scope, replica), { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          if (!lock || signal.aborted) return undefined;
          return new Promise<void>((end) => signal.addEventListener('abort', () => end()));
        })
        .catch(reject);
    });
  }
}

export const replicaLock = (scope: string, replica: number): string =>
  `sealcart replica ${scope} ${replica}`;

/** 1 to 2^53-1, at random. */
export function randomReplica(environment: Pick<Environment, 'random'>): number {
  const bytes = environment.random(7);
  bytes[0]! &= 0x1f;
  return Math.max(1, Number.parseInt(hex(bytes), 16));
}
