// Brings this device and the server's log together: sends own operations, fetches the others', one
// request at a time. What fails in passing is tried again, later and later; what the server refuses
// is taken back and told.
import { isPassing, type Api } from './api.js';
import type { Device } from './device.js';
import type { Environment } from './environment.js';
import { CartError, errorOf, type ErrorCode } from './errors.js';
import type { LogBatch, Op } from './generated/wire.js';
import { backoff } from './backoff.js';

export interface SyncParts {
  readonly api: Api;
  readonly device: Device;
  readonly environment: Environment;
  /** Body of POST /carts: makes the cart, or finds it made. */
  readonly creation: string;
  /** The server said the cart is there. */
  created(): void;
  /** A part of the log arrived; other tabs want it too. */
  received(batch: LogBatch): void;
  /** Whether the server can be reached. */
  contact(reached: boolean): void;
  report(error: CartError): void;
  /**
   * The server's whole log, to begin again from: it does not know what this device sent. `heard`:
   * another tab told so.
   */
  startOver(log: readonly LogBatch[], heard: boolean): Promise<void>;
}

/** After beginning again. */
const SETTLING_MS = 10_000;
const BATCH_OPS = 256;
const BATCH_CHARACTERS = 20_000; // at most 3 bytes each: below the 64 KiB the server reads

enum Urgency {
  none,
  work,
  now,
}

/** The server's log is not the one this device has seen: as the server says, or as it shows. */
const STRANGE: readonly ErrorCode[] = [
  'cart_unknown',
  'log_replaced',
  'op_fork',
  'op_gap',
  'op_base_ahead',
];

export class Sync {
  #failures = 0;
  /** It answers, and takes nothing now: busy, or its disk is full. */
  #turnedAway = false;
  #pullWanted = false;
  #lookWanted = false;
  #strange: '' | 'found' | 'heard' = '';
  /** It began again a moment ago. */
  #settling = false;
  #stopSettling = (): void => {};
  #urgency: Urgency = Urgency.none;
  #needed: Urgency = Urgency.none;
  #wake: (() => void) | undefined;
  #waiting: { resolve(): void; reject(error: CartError): void }[] = [];

  constructor(
    private readonly parts: SyncParts,
    /** The server has the cart. */
    public exists: boolean,
  ) {}

  /** Operations were stored. */
  push(): void {
    this.#call(Urgency.work);
  }
  /** Entries are missing. */
  pull(): void {
    this.#pullWanted = true;
    this.push();
  }
  /** Whether the server has the cart is not certain: it is asked, and makes none. */
  look(): void {
    this.#lookWanted = true;
    this.push();
  }
  /** Another tab found the server's log replaced. */
  replaced(): void {
    if (this.#strange || this.#settling) return;
    this.#strange = 'heard';
    this.push();
  }
  /** What comes in now may be of another log than what is here. */
  get strange(): boolean {
    return this.#strange !== '';
  }
  /** The network is back, or somebody looks: do not wait any longer. */
  retry(): void {
    this.#failures = 0;
    if (this.exists) this.#pullWanted = true;
    this.#call(Urgency.now);
  }

  /**
   * The server was heard of by other means. False: it was not away, it takes nothing now, and what
   * it answers elsewhere does not change that.
   */
  reached(): boolean {
    if (this.#turnedAway) return false;
    this.retry();
    return true;
  }

  /** Resolves when the server has everything; rejects when it can't be reached now. */
  settle(): Promise<void> {
    const settled = new Promise<void>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    this.#pullWanted = true;
    this.retry();
    return settled;
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        if (!(await this.#step())) await this.#rest(signal);
      } catch (error) {
        if (!signal.aborted) await this.#failed(error, signal);
      }
    }
    this.#stopSettling();
    this.#abandon(new CartError({ code: 'env_closed' }));
  }

  // False: there was nothing to do.
  async #step(): Promise<boolean> {
    const ops = this.parts.device.sendable();
    const idle = ops.length === 0 && !this.#pullWanted && !this.#strange;
    if (idle && !this.#lookWanted) {
      for (const { resolve } of this.#waiting.splice(0)) resolve();
      return false;
    }
    if (!this.parts.environment.online()) throw new CartError({ code: 'env_network' });
    if (!this.exists) await (idle ? this.#look() : this.#create());
    if (this.#strange) await this.#startOver();
    else if (this.exists) await this.#exchange(ops);
    this.#lookWanted = false;
    this.#turnedAway = false;
    this.parts.contact(true);
    return true;
  }

  async #exchange(ops: readonly Op[]): Promise<void> {
    if (ops.length > 0) await this.#send(batchOf(ops));
    else await this.#fetchLog();
    this.#failures = 0;
  }

  async #create(): Promise<void> {
    await this.parts.api.text({ method: 'POST', path: 'carts', body: this.parts.creation });
    this.#found();
  }

  async #look(): Promise<void> {
    try {
      await this.parts.api.text({ path: this.parts.api.cartPath('log?after=0') });
      this.#found();
    } catch (error) {
      if (errorOf(error).code !== 'cart_unknown') throw error;
    }
  }

  #found(): void {
    this.exists = true;
    this.parts.created();
  }

  async #send(ops: readonly Op[]): Promise<void> {
    const after = await this.parts.device.logHead();
    const request = {
      method: 'POST',
      path: this.parts.api.cartPath('ops'),
      body: JSON.stringify({ after, ops }),
    } as const;
    try {
      await this.#take(await this.parts.api.json<LogBatch>(request), after);
      if (this.parts.device.sendable()[0] === ops[0]) throw stalled();
    } catch (error) {
      const refused = error instanceof CartError ? refusedOp(error, ops) : undefined;
      if (!refused) throw error;
      await this.parts.device.drop(refused.n);
      this.parts.report(error as CartError);
    }
  }

  async #fetchLog(): Promise<void> {
    const after = await this.parts.device.logHead();
    this.#pullWanted = false;
    try {
      const path = this.parts.api.cartPath(`log?after=${after}`);
      await this.#take(await this.parts.api.json<LogBatch>({ path }), after);
    } catch (error) {
      this.#pullWanted = true;
      throw error;
    }
  }

  async #take(answer: LogBatch, after: number): Promise<void> {
    if (answer.head < after) throw new CartError({ code: 'op_base_ahead' });
    await this.parts.device.receive(answer);
    if (answer.entries.length > 0 || answer.checkpoint) this.parts.received(answer);
    const head = await this.parts.device.logHead();
    if (answer.head > head && head === after) throw stalled();
    if (answer.head > head) this.#pullWanted = true;
  }

  async #failed(cause: unknown, signal: AbortSignal): Promise<void> {
    const error = errorOf(cause);
    if (STRANGE.includes(error.code) && !this.#strange) {
      this.#strange = 'found';
      if (error.code === 'log_replaced') this.parts.report(error);
      // A server that never agrees is not asked without pause.
      if (this.#settling) await this.#backOff(signal);
      return;
    }
    this.#abandon(error);
    this.#turnedAway = isPassing(error) && error.status !== undefined;
    if (isPassing(error)) {
      this.parts.contact(false);
      this.#pullWanted ||= this.exists; // the next success must show that the server is back
      await this.#backOff(signal);
    } else {
      this.#strange = '';
      this.parts.report(error);
      await this.#rest(signal);
    }
  }

  #backOff(signal: AbortSignal): Promise<void> {
    return this.#rest(signal, backoff(this.#failures++, this.parts.environment));
  }

  // Everything is fetched before anything is given up here.
  async #startOver(): Promise<void> {
    await this.#create();
    const log: LogBatch[] = [];
    for (let after = 0; ;) {
      const path = this.parts.api.cartPath(`log?after=${after}`);
      const answer = await this.parts.api.json<LogBatch>({ path });
      log.push(answer);
      const last = answer.entries.at(-1)?.index ?? answer.checkpoint?.index ?? after;
      if (last === after || last >= answer.head) break;
      after = last;
    }
    await this.parts.startOver(log, this.#strange === 'heard');
    this.#strange = '';
    this.#stopSettling();
    this.#settling = true;
    this.#stopSettling = this.parts.environment.timer(SETTLING_MS, () => {
      this.#settling = false;
    });
  }

  #abandon(error: CartError): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  #call(urgency: Urgency): void {
    this.#urgency = Math.max(this.#urgency, urgency);
    if (this.#urgency >= this.#needed) this.#wake?.();
  }

  // Until there is work; after a failure for `ms`, or until retry().
  async #rest(signal: AbortSignal, ms?: number): Promise<void> {
    this.#needed = ms === undefined ? Urgency.work : Urgency.now;
    if (this.#urgency < this.#needed && !signal.aborted) {
      const ended = new AbortController();
      this.#wake = () => ended.abort();
      signal.addEventListener('abort', this.#wake);
      await (ms === undefined
        ? aborted(ended.signal)
        : this.parts.environment.sleep(ms, ended.signal));
      signal.removeEventListener('abort', this.#wake);
      this.#wake = undefined;
    }
    this.#urgency = Urgency.none;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
}

// An answer that brings nothing forward is a failure: asking again at once would never end.
function stalled(): CartError {
  return new CartError({ code: 'unavailable' });
}

function batchOf(ops: readonly Op[]): readonly Op[] {
  let room = BATCH_CHARACTERS;
  const fits = ops.slice(0, BATCH_OPS).findIndex((op) => (room -= JSON.stringify(op).length) < 0);
  return ops.slice(0, fits < 0 ? BATCH_OPS : Math.max(1, fits));
}

// A problem at "ops[3].units" is about the fourth operation of the batch.
function refusedOp(error: CartError, ops: readonly Op[]): Op | undefined {
  if (error.status === undefined || isPassing(error) || STRANGE.includes(error.code))
    return undefined;
  const index = /^ops\[(\d+)\]/.exec(error.path)?.[1];
  return index === undefined ? undefined : ops[Number(index)];
}
