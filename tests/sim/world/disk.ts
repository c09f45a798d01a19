// The storage of one browser, as IndexedDB behaves: transactions one after the other, each whole or
// not at all, told to the page only when on disk. A page that dies leaves a first part of what it
// had handed over; a full disk refuses.
import { MemoryStorage, type Batch, type Key, type Storage } from '../../../web/src/storage.js';
import type { Random } from './random.js';
import type { Process, Timeline } from './timeline.js';

interface Transaction {
  readonly owner: Process;
  readonly label: string;
  readonly writes: boolean;
  readonly run: (image: MemoryStorage) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: unknown) => void;
}

export class Disk {
  /** What lies on disk. */
  readonly image = new MemoryStorage();
  wasFull = false;
  #full = false;
  #queue: Transaction[] = [];
  #busy = false;
  #writes = 0;
  #watchers: { readonly at: number; readonly work: () => void }[] = [];

  constructor(
    private readonly process: Process,
    private readonly time: Timeline,
    private readonly random: Random,
  ) {}

  get full(): boolean {
    return this.#full;
  }
  set full(full: boolean) {
    this.#full = full;
    this.wasFull ||= full;
  }

  /** Calls `work` after so many more writes, before the page hears of the last one. */
  afterWrites(count: number, work: () => void): void {
    this.#watchers.push({ at: this.#writes + count, work });
  }
  /** Nobody is called any more. */
  calm(): void {
    this.#watchers = [];
  }

  open(owner: Process): Storage {
    return new OpenDisk((label, writes, run) => this.#transact(owner, label, writes, run));
  }

  /** The pages are gone; of what they had handed over, a first part is still written. */
  abandon(owners: readonly Process[]): void {
    const mine = this.#queue.filter(({ owner }) => owners.includes(owner));
    const kept = mine.slice(0, this.random.below(mine.length + 1));
    this.#queue = this.#queue.filter(({ owner }) => !owners.includes(owner));
    for (const { writes, run } of kept) if (writes && !this.full) void run(this.image);
    this.time.note(`${this.process.name}: ${kept.length} of ${mine.length} writes were kept`);
  }

  #transact(
    owner: Process,
    label: string,
    writes: boolean,
    run: Transaction['run'],
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!owner.alive) return; // nobody hears of it
      this.#queue.push({ owner, label, writes, run, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#busy || this.#queue.length === 0) return;
    this.#busy = true;
    const ms = this.random.chance(0.05) ? this.random.between(50, 900) : this.random.between(0, 6);
    this.time.after(this.process, ms, 'disk', () => void this.#commit());
  }

  async #commit(): Promise<void> {
    this.#busy = false;
    const transaction = this.#queue.shift();
    this.#next();
    if (!transaction) return;
    const { owner, label, writes, run, resolve, reject } = transaction;
    this.time.note(`${owner.name}: ${label}`);
    if (writes && this.full) {
      this.#tell(owner, 'refused', () => reject(new DOMException('full', 'QuotaExceededError')));
      return;
    }
    const value = await run(this.image);
    this.#tell(owner, 'written', () => resolve(value));
    if (writes) this.#watch();
  }

  #watch(): void {
    this.#writes++;
    const due = this.#watchers.filter(({ at }) => at <= this.#writes);
    this.#watchers = this.#watchers.filter(({ at }) => at > this.#writes);
    for (const { work } of due) work();
  }

  // On disk, and the page has not heard of it: a moment in which it can die, too.
  #tell(owner: Process, label: string, work: () => void): void {
    this.time.after(owner, this.random.between(0, 2), label, work);
  }
}

type Transact = (
  label: string,
  writes: boolean,
  run: (image: MemoryStorage) => Promise<unknown>,
) => Promise<unknown>;

class OpenDisk implements Storage {
  readonly durable = true;
  constructor(private readonly transact: Transact) {}

  get(key: Key): Promise<unknown> {
    return this.transact(`get ${key.join('/')}`, false, (image) => image.get(key));
  }
  async list(prefix: Key): Promise<unknown[]> {
    const label = `list ${prefix.join('/')}`;
    return (await this.transact(label, false, (image) => image.list(prefix))) as unknown[];
  }
  async write(batch: Batch): Promise<void> {
    const copy = structuredClone(batch);
    const puts = (copy.put ?? []).map(([key]) => key.join('/'));
    const label = `put ${puts.join(' ')} remove ${(copy.remove ?? []).length}`;
    await this.transact(label, true, (image) => image.write(copy));
  }
  async getOrPut(key: Key, value: unknown): Promise<unknown> {
    const copy = structuredClone(value);
    const label = `getOrPut ${key.join('/')}`;
    const stored = await this.get(key);
    return stored ?? this.transact(label, true, (image) => image.getOrPut(key, copy));
  }
  close(): void {}
}
