// What a tab must not lose: the log as far as it has it, and its own operations beyond that.
// Written before an edit is shown as saved; the same operations are sent again and again until
// they are in the server's log.
import type { Op, SavedCart } from './generated/wire.js';
import type { Batch, Key, Storage } from './storage.js';

/** The confirmed part, as it lies in storage under replicaKey(). */
export type Checkpoint = Omit<SavedCart, 'pending'> & {
  /** Of the log it is part of; the server's changes when it was restored from a backup. */
  readonly epoch?: number;
};

type Puts = NonNullable<Batch['put']>;

export const replicaKey = (cart: string, replica: number): Key => ['replica', cart, replica];
export const opKey = (op: Op): Key => ['op', op.cart, op.replica, op.n];

export class Journal {
  #acknowledged: Op[] = [];
  #durableTo: number;
  /** Keys that go with the next write; after one that failed, that is the whole one. */
  readonly #owed: Key[] = [];
  /** Undefined until a log was seen. */
  epoch: number | undefined;

  constructor(
    private readonly storage: Storage,
    private checkpoint: Checkpoint,
    private pending: Op[],
    /** Whether that checkpoint lies in storage. */
    private onDisk: boolean,
  ) {
    this.#durableTo = pending.at(-1)?.n ?? 0;
    this.epoch = checkpoint.epoch;
  }

  get replica(): number {
    return this.checkpoint.replica;
  }

  /** What a new module instance starts from. The log brings what was acknowledged once more. */
  saved(): SavedCart {
    const { epoch: _, ...confirmed } = this.checkpoint;
    return { ...confirmed, pending: [...this.#acknowledged, ...this.pending] };
  }

  /** Whether a log of this epoch goes on where this one stands. */
  follows(epoch = 0): boolean {
    return (this.epoch ??= epoch) === epoch;
  }

  /** Operations on disk that the server has not acknowledged, in order. */
  sendable(): readonly Op[] {
    return this.pending.filter((op) => op.n <= this.#durableTo);
  }
  unacknowledged(): readonly Op[] {
    return this.pending;
  }

  /**
   * Stores new operations. `saved` is there when the log went on since the last checkpoint: an
   * operation must never lie on disk without the part of the log it was made on, nor without any.
   */
  async store(
    ops: readonly Op[],
    saved: SavedCart | undefined,
    more: readonly (readonly [Key, unknown])[],
  ): Promise<void> {
    this.pending.push(...ops);
    const due = saved ?? (ops.length > 0 && !this.onDisk ? this.saved() : undefined);
    const moved = due ? this.#moveCheckpoint(due) : [];
    const all = [...moved, ...more, ...ops.map((op) => [opKey(op), op] as const)];
    try {
      if (all.length) await this.#write(all);
    } finally {
      // Kept in this tab and sent even when the disk refused it.
      this.#durableTo = this.pending.at(-1)?.n ?? this.#durableTo;
    }
  }

  /** Does the same without a disk; see rewrite(). */
  hold(ops: readonly Op[], saved: SavedCart | undefined): void {
    this.pending.push(...ops);
    this.#durableTo = this.pending.at(-1)?.n ?? this.#durableTo;
    if (saved) this.#moveCheckpoint(saved);
  }

  /** The server's log has this tab's operations up to `n`. */
  acknowledge(n: number): void {
    const first = this.pending.findIndex((op) => op.n > n);
    this.#acknowledged.push(...this.pending.splice(0, first < 0 ? this.pending.length : first));
  }

  async advance(saved: SavedCart): Promise<void> {
    await this.#write(this.#moveCheckpoint(saved));
  }

  /** The module's operations were numbered anew, or all of it was started over. */
  async replace(saved: SavedCart): Promise<void> {
    const { pending, ...checkpoint } = this.#inEpoch(saved);
    this.#owed.push(
      ...[...this.#acknowledged.splice(0), ...this.pending].map(opKey),
      replicaKey(this.checkpoint.confirmed.id, this.checkpoint.replica),
    );
    this.checkpoint = checkpoint;
    this.pending = [...pending];
    this.#durableTo = 0;
    try {
      await this.rewrite([]);
    } finally {
      this.#durableTo = this.pending.at(-1)?.n ?? 0;
    }
  }

  /** All of it: what is on disk may lack something. */
  async rewrite(more: readonly (readonly [Key, unknown])[]): Promise<void> {
    const { checkpoint } = this;
    await this.#write([
      [replicaKey(checkpoint.confirmed.id, checkpoint.replica), checkpoint],
      ...[...this.#acknowledged, ...this.pending].map((op) => [opKey(op), op] as const),
      ...more,
    ]);
    this.onDisk = true;
  }

  async #write(put: Puts): Promise<void> {
    const owed = [...this.#owed];
    await this.storage.write({ put, remove: owed });
    this.#owed.splice(0, owed.length);
  }

  // What was acknowledged needs no entry of its own any more, once the checkpoint contains it: a
  // module restored from an older one still has it as pending until the log comes again.
  #moveCheckpoint(saved: SavedCart): Puts {
    const { pending, ...checkpoint } = this.#inEpoch(saved);
    const outside = new Set(pending.map((op) => op.n));
    const contained = this.#acknowledged.filter((op) => !outside.has(op.n));
    this.#acknowledged = this.#acknowledged.filter((op) => outside.has(op.n));
    this.checkpoint = checkpoint;
    this.onDisk = true;
    this.#owed.push(...contained.map(opKey));
    return [[replicaKey(checkpoint.confirmed.id, checkpoint.replica), checkpoint]];
  }

  #inEpoch(saved: SavedCart): SavedCart & Checkpoint {
    return this.epoch === undefined ? saved : { ...saved, epoch: this.epoch };
  }
}
