// What the tabs of one browser share beside its disk: Web Locks and BroadcastChannel, as far as
// web/src uses them.
import type { Random } from './random.js';
import type { Process, Timeline } from './timeline.js';

interface Holder {
  readonly owner: Process;
  /** Its lock was stolen. */
  readonly robbed: () => void;
}

interface Waiter {
  readonly owner: Process;
  readonly grant: () => void;
}

export class Locks {
  /** How often a tab gave its replica up for a new one. */
  restarts = 0;
  readonly #named = new Set<Process>();
  readonly #replicas = new Set<string>();
  readonly #held = new Map<string, Holder>();
  readonly #waiting = new Map<string, Waiter[]>();

  constructor(
    private readonly time: Timeline,
    private readonly random: Random,
  ) {}

  isHeld(name: string): boolean {
    return this.#held.has(name);
  }

  request(
    owner: Process,
    name: string,
    options: LockOptions,
    work: (lock: object | null) => unknown,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const robbed = () => reject(new DOMException('stolen', 'AbortError'));
      const holder: Holder = { owner, robbed };
      const run = (lock: object | null) => {
        const done = Promise.resolve().then(() => work(lock));
        if (lock) void done.catch(() => {}).then(() => this.#release(name, holder));
        done.then(resolve, reject);
      };
      const grant = () => {
        this.#held.set(name, holder);
        if (name.includes(' replica ')) this.#noteReplica(owner, name);
        this.time.after(owner, this.random.between(0, 3), `lock ${name}`, () => run({}));
      };
      const before = this.#held.get(name);
      if (options.steal) before?.robbed();
      if (!before || options.steal) grant();
      else if (options.ifAvailable) this.time.after(owner, 1, `no lock ${name}`, () => run(null));
      else this.#wait(name, { owner, grant }, options.signal, reject);
    });
  }

  // A tab that takes a second, new replica begins again; one that was there before it sends for.
  #noteReplica(owner: Process, name: string): void {
    if (this.#named.has(owner) && !this.#replicas.has(name)) this.restarts++;
    this.#named.add(owner);
    this.#replicas.add(name);
  }

  /** The tab is gone: the browser gives its locks back. */
  abandon(owner: Process): void {
    for (const [name, waiters] of this.#waiting) {
      this.#waiting.set(
        name,
        waiters.filter((waiter) => waiter.owner !== owner),
      );
    }
    for (const [name, holder] of [...this.#held]) {
      if (holder.owner === owner) this.#release(name, holder);
    }
  }

  #wait(
    name: string,
    waiter: Waiter,
    signal: AbortSignal | undefined,
    reject: (cause: unknown) => void,
  ): void {
    const waiters = this.#waiting.get(name) ?? [];
    this.#waiting.set(name, waiters);
    waiters.push(waiter);
    signal?.addEventListener('abort', () => {
      const now = this.#waiting.get(name) ?? [];
      const place = now.indexOf(waiter);
      if (place < 0) return;
      now.splice(place, 1);
      reject(new DOMException('aborted', 'AbortError'));
    });
  }

  #release(name: string, holder: Holder): void {
    if (this.#held.get(name) !== holder) return;
    this.#held.delete(name);
    this.#waiting.get(name)?.shift()?.grant();
  }
}

interface Port {
  readonly owner: Process;
  readonly name: string;
  onmessage: ((event: { data: unknown }) => void) | null;
  /** Messages come in the order they were sent in. */
  last: number;
}

export class Channels {
  readonly #ports = new Set<Port>();

  constructor(
    private readonly time: Timeline,
    private readonly random: Random,
  ) {}

  open(owner: Process, name: string): BroadcastChannel {
    const port: Port = { owner, name, onmessage: null, last: 0 };
    this.#ports.add(port);
    return Object.assign(port, {
      postMessage: (data: unknown) => this.#post(port, data),
      close: () => this.#ports.delete(port),
    }) as unknown as BroadcastChannel;
  }

  abandon(owner: Process): void {
    for (const port of [...this.#ports]) {
      if (port.owner === owner) this.#ports.delete(port);
    }
  }

  #post(from: Port, data: unknown): void {
    for (const port of this.#ports) {
      if (port === from || port.name !== from.name) continue;
      const copy = structuredClone(data);
      // A tab in the background hears late.
      const ms = this.random.chance(0.1) ? this.random.between(100, 3_000) : this.random.below(4);
      port.last = Math.max(port.last, this.time.now + ms);
      this.time.after(port.owner, port.last - this.time.now, 'message', () => {
        if (this.#ports.has(port)) port.onmessage?.({ data: copy });
      });
    }
  }
}
