// What a tab must not lose: the log as far as it has it, and its own operations beyond that. Written
// before an edit is shown as saved; the same operations are sent again and again until they are in
// the server's log.
import type { Op, SavedCart } from './generated/wire.js';
import type { Key, Storage } from './storage.js';

/** The confirmed part, as it lies in storage under replicaKey(). */
export type Checkpoint = Omit<SavedCart, 'pending'>;

export const replicaKey = (cart: string, replica: number): Key => ['replica', cart, replica];
export const opKey = (op: Op): Key => ['op', op.cart, op.replica, op.n];

export class Journal {
  private acknowledged: Op[] = [];
  private durableTo: number;

  constructor(
    private readonly storage: Storage,
    private checkpoint: Checkpoint,
    private pending: Op[],
  ) {
    this.durableTo = pending.at(-1)?.n ?? 0;
  }

  get replica(): number {
    return this.checkpoint.replica;
  }

  /** What a new module instance starts from. */
  saved(): SavedCart {
    return { ...this.checkpoint, pending: this.pending };
  }

  /** Operations on disk that the server has not acknowledged, in order. */
  sendable(): readonly Op[] {
    return this.pending.filter((op) => op.n <= this.durableTo);
  }
  unacknowledged(): readonly Op[] {
    return this.pending;
  }

  /** Stores new operations; `more` goes into the same transaction. */
  async store(ops: readonly Op[], more: readonly (readonly [Key, unknown])[]): Promise<void> {
    this.pending.push(...ops);
    const put = [...ops.map((op) => [opKey(op), op] as const), ...more];
    try {
      if (put.length) await this.storage.write({ put });
    } finally {
      // Kept in this tab and sent even when the disk refused it.
      this.durableTo = this.pending.at(-1)?.n ?? this.durableTo;
    }
  }

  /** The server's log has this tab's operations up to `n`. */
  acknowledge(n: number): void {
    const first = this.pending.findIndex((op) => op.n > n);
    this.acknowledged.push(...this.pending.splice(0, first < 0 ? this.pending.length : first));
  }

  /** The module's state as of now: what was acknowledged needs no entry of its own any more. */
  async advance(saved: SavedCart): Promise<void> {
    const { pending: _, ...checkpoint } = saved;
    this.checkpoint = checkpoint;
    await this.storage.write({
      remove: this.acknowledged.splice(0).map(opKey),
      put: [[replicaKey(checkpoint.confirmed.id, checkpoint.replica), checkpoint]],
    });
  }

  /** The module's operations were numbered anew, or all of it was started over. */
  async replace(saved: SavedCart): Promise<void> {
    const { pending, ...checkpoint } = saved;
    const before = [...this.acknowledged.splice(0), ...this.pending].map(opKey);
    const old = replicaKey(this.checkpoint.confirmed.id, this.checkpoint.replica);
    this.checkpoint = checkpoint;
    this.pending = [...pending];
    this.durableTo = 0;
    try {
      await this.storage.write({
        remove: [...before, old],
        put: [
          [replicaKey(checkpoint.confirmed.id, checkpoint.replica), checkpoint],
          ...pending.map((op) => [opKey(op), op] as const),
        ],
      });
    } finally {
      this.durableTo = pending.at(-1)?.n ?? 0;
    }
  }
}
