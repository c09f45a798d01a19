// What the page reads: one frozen object that stays the same until something changed. Text is
// parsed only when the structure changed; otherwise the new numbers are taken from the flat form.
import {
  FLAT_GAP,
  FLAT_HEAD,
  FLAT_LINE,
  FLAT_METHOD,
  FLAT_TAX,
} from './generated/snapshot-layout.js';
import type { Snapshot } from './generated/wire.js';
import { problemOf } from './errors.js';
import type { CartModule } from './module.js';
import type { CartFacts, CartSnapshot, SyncStatus } from './types.js';

const REVISION = FLAT_HEAD.indexOf('revision');
const STRUCTURE = FLAT_HEAD.indexOf('structure');
const PENDING = FLAT_HEAD.indexOf('pending');
const LOG_HEAD = FLAT_HEAD.indexOf('head');

export class SnapshotView {
  #facts: CartFacts | undefined;
  #revision = -1;
  #structure = -1;
  #positions = new Map<string, number>();
  #lineIds: readonly string[] = [];
  #whole: CartSnapshot | undefined;
  #wholeOf: CartFacts | undefined;
  #conflicts = 0;

  constructor(private readonly module: CartModule) {}

  /** Own operations the server has not acknowledged. */
  get pending(): number {
    return this.#headNumber(PENDING);
  }
  /** Index of the server's log seen so far. */
  get logHead(): number {
    return this.#headNumber(LOG_HEAD);
  }
  /** Products of the lines; those the catalogue lacks are left out. */
  products(): string[] {
    return this.#current().lines.flatMap((line) => line.product || []);
  }
  /** Ids of the lines, in order; another array when the lines may be others. */
  lineIds(): readonly string[] {
    if (this.module.head[STRUCTURE] !== this.#structure) this.#current();
    return this.#lineIds;
  }
  skus(): string[] {
    return this.#current().lines.map((line) => line.sku);
  }
  /** SKUs of lines whose product was not loaded. */
  unknownSkus(): string[] {
    return this.#current().lines.flatMap((line) => (line.product ? [] : line.sku));
  }

  /** Where a line stands in the module; undefined when the cart has no such line. */
  position(line: string): number | undefined {
    if (this.module.head[STRUCTURE] !== this.#structure) this.#current();
    return this.#positions.get(line);
  }

  read(status: Omit<SyncStatus, 'conflicts'>): CartSnapshot {
    const facts = this.#current();
    const sync = { ...status, conflicts: this.#conflicts };
    if (!this.#whole || this.#wholeOf !== facts || !same(this.#whole.sync, sync)) {
      this.#whole = Object.freeze({ ...facts, sync: Object.freeze(sync) });
      this.#wholeOf = facts;
    }
    return this.#whole;
  }

  #current(): CartFacts {
    const revision = this.#headNumber(REVISION);
    const structure = this.#headNumber(STRUCTURE);
    if (this.#facts && revision === this.#revision) return this.#facts;
    this.#facts =
      this.#facts && structure === this.#structure ? this.#renumbered(this.#facts) : this.#parsed();
    this.#revision = revision;
    this.#structure = structure;
    return this.#facts;
  }

  #parsed(): CartFacts {
    const told = JSON.parse(this.module.snapshot()) as Snapshot;
    const { adjustments: _, problems, notices, ...whole } = told;
    // What is to be spent moves with every edit and is not in the flat form: see Cart.gaps().
    const facts = { ...whole, gaps: whole.gaps.map(({ spend: _spend, ...gap }) => gap) };
    this.#lineIds = facts.lines.map((line) => line.id);
    this.#conflicts = notices.filter(({ code }) => code === 'quantity_conflict').length;
    this.#positions = new Map(this.#lineIds.map((line, position) => [line, position]));
    return freezeDeep({
      ...facts,
      problems: problems.map(problemOf),
      notices: notices.map(problemOf),
    });
  }

  // The same objects where no number differs, so that a view can skip them.
  #renumbered(old: CartFacts): CartFacts {
    const flat = this.module.flat();
    let at = flat.at;
    const records = <T extends object>(
      list: readonly T[],
      names: readonly string[],
    ): readonly T[] => {
      const next = list.map((record, i) =>
        withNumbers(record, names, flat.numbers, at + i * names.length),
      );
      at += list.length * names.length;
      return next.every((record, i) => record === list[i]) ? list : Object.freeze(next);
    };
    const lines = records(old.lines, FLAT_LINE);
    const taxes = records(old.taxes, FLAT_TAX);
    const shippingMethods = records(old.shippingMethods, FLAT_METHOD);
    const gaps = records(old.gaps, FLAT_GAP);
    const totals = withNumbers(old, FLAT_HEAD, this.module.head, 0);
    return Object.freeze({ ...totals, lines, taxes, shippingMethods, gaps });
  }

  #headNumber(index: number): number {
    return this.module.head[index]!;
  }
}

// Names the record does not have (revision, head, …) are left out.
function withNumbers<T extends object>(
  record: T,
  names: readonly string[],
  numbers: Float64Array,
  at: number,
): T {
  let next: Record<string, unknown> | undefined;
  const old = record as Record<string, unknown>;
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    const before = old[name];
    if (before === undefined) continue;
    const now = typeof before === 'boolean' ? numbers[at + i] !== 0 : numbers[at + i];
    if (now !== before) (next ??= { ...old })[name] = now;
  }
  return next ? (Object.freeze(next) as T) : record;
}

function same(a: Readonly<SyncStatus>, b: Readonly<SyncStatus>): boolean {
  return (
    a.state === b.state &&
    a.pending === b.pending &&
    a.head === b.head &&
    a.durable === b.durable &&
    a.conflicts === b.conflicts
  );
}

function freezeDeep<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) freezeDeep(part as object);
  }
  return Object.freeze(value);
}
