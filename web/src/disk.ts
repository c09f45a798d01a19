// What this tab must not lose goes to disk through here. A disk that was cleared gets all of it
// once more; one that is full or broken is told once, the cart goes on in memory, and the disk is
// tried again from time to time.
import type { Documents } from './documents.js';
import type { Environment } from './environment.js';
import { CartError } from './errors.js';
import type { Op, SavedCart } from './generated/wire.js';
import type { Journal } from './journal.js';
import type { Key } from './storage.js';

export interface DiskParts {
  readonly journal: Journal;
  readonly documents: Documents;
  /** What lies beside the journal and has to be there with it. */
  belongings(): (readonly [Key, unknown])[];
  readonly environment: Pick<Environment, 'sleep'>;
  readonly closed: AbortSignal;
}

export interface DiskListener {
  report(error: CartError): void;
  /** Whether the disk takes what it is given. */
  lasting(now: boolean): void;
}

const RETRY_MS = { first: 5_000, most: 60_000 };

export class Disk {
  #lasting = true;
  #products: readonly string[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly parts: DiskParts,
    private readonly listener: DiskListener,
  ) {}

  /** One write after the other. */
  inTurn(write: () => Promise<void>): Promise<void> {
    return (this.#writing = this.#writing.then(write));
  }

  /** New operations, and the products that price the cart. */
  store(ops: readonly Op[], saved: SavedCart | undefined, products: string[]): Promise<void> {
    const { documents, journal } = this.parts;
    this.#products = products;
    if (this.#lasting) {
      return this.#done(() => journal.store(ops, saved, documents.unstored(products)));
    }
    journal.hold(ops, saved);
    return Promise.resolve();
  }

  async advance(saved: SavedCart): Promise<void> {
    if (this.#lasting) await this.#done(() => this.parts.journal.advance(saved));
    else this.parts.journal.hold([], saved);
  }

  replace(saved: SavedCart): Promise<void> {
    return this.#done(() => this.parts.journal.replace(saved));
  }

  /** The belongings are others than before. */
  async keep(): Promise<void> {
    const { journal, belongings } = this.parts;
    if (this.#lasting) await this.#done(() => journal.rewrite(belongings()));
  }

  // Not after the end: another tab may go on with this replica.
  async #done(write: () => Promise<void>): Promise<void> {
    if (this.parts.closed.aborted) return;
    try {
      await write();
    } catch (cause) {
      if (!this.#lasting || (await this.#rewritten())) return;
      this.#lasting = false;
      this.listener.lasting(false);
      this.listener.report(new CartError({ code: 'env_storage' }, { cause }));
      void this.#tryAgain();
    }
  }

  async #rewritten(): Promise<boolean> {
    const { documents, journal, belongings } = this.parts;
    documents.forgetStored();
    try {
      await journal.rewrite([...belongings(), ...documents.unstored(this.#products)]);
      return true;
    } catch {
      documents.forgetStored();
      return false;
    }
  }

  async #tryAgain(): Promise<void> {
    const { environment, closed } = this.parts;
    for (let ms = RETRY_MS.first; !this.#lasting; ms = Math.min(ms * 2, RETRY_MS.most)) {
      await environment.sleep(ms, closed);
      if (closed.aborted) return;
      // In turn: no operation falls between what is here and what is written.
      await this.inTurn(async () => {
        this.#lasting = await this.#rewritten();
      });
    }
    this.listener.lasting(true);
  }
}
