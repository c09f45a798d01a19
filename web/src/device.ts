// One cart on one device: the module that computes it, the journal that keeps it. When the module
// dies (a trap leaves its memory in an unknown state), a new one is made from the journal and the
// edits since the last write are applied again; nothing that was shown is lost.
import { Disk, type DiskListener, type DiskParts } from './disk.js';
import type { Environment } from './environment.js';
import { CartError } from './errors.js';
import type { CatalogSlice, LogBatch, LogEntry, Op, SavedCart } from './generated/wire.js';
import type { CartModule } from './module.js';
import { asConfirmed, batchJson, emptyCheckpoint, joined, savedBy } from './recovery.js';
import { rejoin } from './rejoin.js';
import { SnapshotView } from './snapshot.js';
import type { CartSnapshot, LogRow } from './types.js';
import { setUnits, Unwritten, type Change } from './unwritten.js';

export type { Change };
type Work<T> = (module: CartModule, view: SnapshotView) => T;

export interface DeviceParts extends DiskParts {
  makeModule(): Promise<CartModule>;
  readonly environment: Pick<Environment, 'now' | 'sleep' | 'timer'>;
}

export interface DeviceListener extends DiskListener {
  /** The snapshot may differ now. */
  changed(): void;
  /** New operations are on disk and can be sent. */
  stored(): void;
  /** A new module was made; the log since the last checkpoint is missing. */
  restored(): void;
}

export interface DeviceStatus {
  readonly offline: boolean;
  readonly durable: boolean;
}

/** An edit hands the time in when it is older than this; no rule of a store depends on less. */
const CLOCK_STEP_MS = 60_000;
const CHECKPOINT_DELAY_MS = 250;
const LOG_ROWS = 500;

export class Device {
  #module!: CartModule;
  #view!: SnapshotView;
  #last: CartSnapshot | undefined;
  readonly #unwritten = new Unwritten();
  #due = false;
  readonly #disk: Disk;
  #restoring: Promise<void> | undefined;
  #queued: Promise<void> | undefined;
  #cancelTimer: (() => void) | undefined; // of the checkpoint that is due
  #clock = Number.NEGATIVE_INFINITY;
  #confirmed: LogEntry[] = [];
  #listener: DeviceListener = {
    changed() {},
    stored() {},
    restored() {},
    report() {},
    lasting() {},
  };

  private constructor(private readonly parts: DeviceParts) {
    this.#disk = new Disk(parts, {
      report: (error) => this.#listener.report(error),
      lasting: (now) => this.#listener.lasting(now),
    });
  }

  static async start(parts: DeviceParts): Promise<Device> {
    const device = new Device(parts);
    await device.#renew();
    return device;
  }

  listen(listener: DeviceListener): void {
    this.#listener = listener;
  }

  get replica(): number {
    return this.parts.journal.replica;
  }

  /** Applies at once (unless a new module is being made) and resolves when it is on disk. */
  async edit(change: Change): Promise<void> {
    await this.#guarded((module, view) => {
      change(module, view);
      this.#unwritten.add(change);
      this.#listener.changed();
    });
    await this.flush();
  }

  /** Sets the units of a line; listeners and the disk follow once, when the running task ends. */
  setUnits(line: string, quantity: number): void {
    const module = this.#living();
    try {
      if (!this.#due) this.#advanceClock();
      setUnits(module, this.#view, line, quantity);
    } catch (cause) {
      throw this.#thrown(cause);
    }
    this.#unwritten.setQuantity(line, quantity);
    if (!this.#due) this.#followUp();
  }

  /**
   * The next part of the server's log, from this or another device. Refused: a gap (op_gap), a log
   * of another epoch (log_replaced), a checkpoint that has own operations in it (op_fork).
   */
  async receive(batch: LogBatch): Promise<void> {
    await this.#guarded((module, view) => {
      const { journal } = this.parts;
      if (!journal.follows(batch.epoch)) throw new CartError({ code: 'log_replaced' });
      const fresh = batch.entries.filter((entry) => entry.index > view.logHead);
      if (fresh.length === 0 && !((batch.checkpoint?.index ?? 0) > view.logHead)) return;
      module.receive(batchJson({ ...batch, entries: fresh }));
      const own = fresh.filter((entry) => entry.op.replica === this.replica).at(-1);
      if (own) journal.acknowledge(own.op.n);
      const next = (this.#confirmed.at(-1)?.index ?? 0) + 1;
      this.#confirmed.push(...fresh.filter((entry) => entry.index >= next));
      this.#confirmed.splice(0, this.#confirmed.length - LOG_ROWS);
      this.#cancelTimer ??= this.parts.environment.timer(CHECKPOINT_DELAY_MS, () => {
        void this.checkpoint();
      });
      this.#listener.changed();
    });
  }

  /** Takes back an operation the server refused. */
  async drop(n: number): Promise<void> {
    await this.flush();
    await this.#guarded((module) => {
      module.dropPending(n);
      module.takeOps();
      this.#unwritten.replace([]);
      this.#listener.changed();
      return this.#disk.replace(savedBy(module));
    });
  }

  /**
   * Begins again as another replica, from another log (`batches`: all of it), and asks anew for
   * what that log lacks of this cart. Either all of this is on disk, or the old state still is.
   */
  async startOver(replica: number, batches: readonly LogBatch[]): Promise<void> {
    await this.flush();
    await this.#guarded((module) => {
      const before = savedBy(module);
      return this.#exclusively(async () => {
        const ours = asConfirmed(await this.#scratch(), before);
        const empty = { ...emptyCheckpoint(before.confirmed.id, replica), pending: [] };
        const theirs = joined(await this.#scratch(), empty, batches);
        this.#unwritten.replace(rejoin(before, ours, theirs.confirmed, batches));
        this.#confirmed = [];
        await this.#renew({ ...theirs, seen: before.seen ?? [] });
        this.#unwritten.replace([]);
        this.#module.takeOps();
        this.parts.journal.epoch = batches.at(-1)?.epoch ?? 0;
        await this.#disk.replace(savedBy(this.#module));
      });
    });
  }

  async #scratch(): Promise<CartModule> {
    const module = await this.parts.makeModule();
    this.parts.documents.load(module);
    return module;
  }

  loadCatalog(slice: CatalogSlice): void {
    this.read((module) => this.parts.documents.add(module, slice));
    this.#listener.changed();
  }

  /** The merchant changed the rules. */
  async openStore(json: string): Promise<void> {
    if (json === this.parts.documents.storeJson) return;
    await this.#guarded((module) => {
      module.openStore(json);
      this.parts.documents.storeJson = json;
      this.#listener.changed();
    });
  }

  get storeJson(): string {
    return this.parts.documents.storeJson;
  }
  limitsCustomers(): boolean {
    return this.parts.documents.limitsCustomers();
  }

  /** What the server knows of the shopper and of limits. */
  async know(factsJson: string): Promise<void> {
    await this.#guarded((module) => {
      module.know(factsJson);
      this.parts.documents.factsJson = factsJson;
      this.#listener.changed();
    });
  }

  /** What is shown; the last one while a new module is being made. */
  snapshot(status: DeviceStatus): CartSnapshot {
    try {
      return (this.#last = this.read((_, view) => view.read(syncStatus(view, status))));
    } catch (error) {
      if (this.#last) return this.#last;
      throw error;
    }
  }

  read<T>(work: Work<T>): T {
    const module = this.#living();
    try {
      return work(module, this.#view);
    } catch (cause) {
      throw this.#thrown(cause);
    }
  }

  /** The flat head of the module, see LiveTotals. */
  head(): Float64Array {
    return this.#living().head;
  }
  lineIds(): readonly string[] {
    return this.read((_, view) => view.lineIds());
  }
  flat(): { readonly numbers: Float64Array; readonly at: number } {
    return this.read((module) => module.flat());
  }

  /** Index of the server's log seen so far. */
  logHead(): Promise<number> {
    return this.#guarded((_, view) => view.logHead);
  }
  sendable(): readonly Op[] {
    return this.parts.journal.sendable();
  }

  log(): LogRow[] {
    const pending = this.parts.journal.unacknowledged();
    return [
      ...this.#confirmed.map(({ index, op }) => ({ state: 'confirmed' as const, index, op })),
      ...pending.map((op) => ({ state: 'pending' as const, index: undefined, op })),
    ];
  }

  async flush(): Promise<void> {
    // One write at a time; the next one takes every edit that came in meanwhile.
    this.#queued ??= this.#disk.inTurn(() => {
      this.#queued = undefined;
      return this.#writeOps();
    });
    return this.#queued;
  }

  async checkpoint(): Promise<void> {
    this.#cancelCheckpoint();
    await this.#guarded((module) => this.#disk.advance(savedBy(module)));
  }

  /** The belongings are others than before. */
  keep(): Promise<void> {
    return this.#disk.keep();
  }

  #followUp(): void {
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      this.#listener.changed();
      void this.flush();
    });
  }

  async #writeOps(): Promise<void> {
    await this.#guarded((module, view) => {
      const { ops } = JSON.parse(module.takeOps()) as { ops: Op[] };
      this.#unwritten.replace([]);
      const saved = this.#cancelTimer === undefined ? undefined : savedBy(module);
      if (saved) this.#cancelCheckpoint();
      return this.#disk.store(ops, saved, view.products());
    }).catch((error: CartError) => this.#listener.report(error));
    this.#listener.stored();
  }

  // The timer runs while the log went on since the last checkpoint.
  #cancelCheckpoint(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  // A refusal as it is; anything else means the module died, and a new one is made.
  #thrown(cause: unknown): CartError {
    if (cause instanceof CartError) return cause;
    this.#restore(cause).catch((error: CartError) => this.#listener.report(error));
    return new CartError({ code: 'env_instance_lost' }, { cause });
  }

  #living(): CartModule {
    if (this.#restoring) throw new CartError({ code: 'env_instance_lost' });
    return this.#module;
  }

  // Runs the work on a living module; after a trap once more on a new one.
  async #guarded<T>(work: Work<T | Promise<T>>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      while (this.#restoring) await this.#restoring;
      try {
        this.#advanceClock();
        return work(this.#module, this.#view);
      } catch (cause) {
        if (cause instanceof CartError) throw cause;
        await this.#restore(cause);
        if (attempt > 0) throw new CartError({ code: 'env_instance_lost' }, { cause });
      }
    }
  }

  #advanceClock(): void {
    const now = this.parts.environment.now();
    if (Math.abs(now - this.#clock) < CLOCK_STEP_MS) return;
    this.#module.setNow(now);
    this.#clock = now;
  }

  async #restore(cause: unknown): Promise<void> {
    await (this.#restoring ?? this.#exclusively(() => this.#renew()));
    this.#listener.restored();
    this.#listener.report(new CartError({ code: 'env_instance_lost' }, { cause }));
  }

  // Edits wait until the module is replaced.
  #exclusively(replace: () => Promise<void>): Promise<void> {
    this.#restoring = replace().finally(() => {
      this.#restoring = undefined;
      this.#listener.changed();
    });
    return this.#restoring;
  }

  async #renew(saved?: SavedCart): Promise<void> {
    const module = await this.#scratch();
    this.#clock = this.parts.environment.now();
    module.setNow(this.#clock);
    module.openCart(JSON.stringify(saved ?? this.parts.journal.saved()));
    const view = new SnapshotView(module);
    for (const change of this.#unwritten.all()) this.#replay(change, module, view);
    this.#module = module;
    this.#view = view;
  }

  #replay(change: Change, module: CartModule, view: SnapshotView): void {
    try {
      change(module, view);
    } catch (error) {
      if (!(error instanceof CartError)) throw error;
      this.#listener.report(error);
    }
  }
}

function syncStatus(view: SnapshotView, { offline, durable }: DeviceStatus) {
  const { pending, logHead: head } = view;
  const state = offline ? 'offline' : pending > 0 ? 'saving' : 'saved';
  return { state, pending, head, durable } as const;
}
