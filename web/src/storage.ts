// What a tab keeps: values under keys that are lists, such as ['op', cart, replica, n]. In
// IndexedDB (indexed-db.ts), or in memory where the browser gives none (private mode, Node): then
// nothing outlives the tab.
import type { CartError } from './errors.js';

export type Key = readonly (string | number)[];

export interface Batch {
  readonly put?: readonly (readonly [Key, unknown])[];
  readonly remove?: readonly Key[];
}

export interface Storage {
  /** False: kept in memory only. */
  readonly durable: boolean;
  /** Why it is memory, where there is more to say than that there is no disk. */
  readonly lost?: CartError | undefined;
  get(key: Key): Promise<unknown>;
  /** All values whose key starts with this one, in order of their keys. */
  list(prefix: Key): Promise<unknown[]>;
  /** All of it or nothing; resolves when it is on disk. Removals come first. */
  write(batch: Batch): Promise<void>;
  /** Stores the value unless there is one; returns the stored one. One winner among tabs. */
  getOrPut(key: Key, value: unknown): Promise<unknown>;
  close(): void;
}

export class MemoryStorage implements Storage {
  readonly durable = false;
  readonly #values: Map<string, unknown>;

  constructor(
    entries: readonly (readonly [Key, unknown])[] = [],
    readonly lost: CartError | undefined = undefined,
  ) {
    this.#values = new Map(entries.map(([key, value]) => [JSON.stringify(key), value]));
  }

  get(key: Key): Promise<unknown> {
    return Promise.resolve(structuredClone(this.#values.get(JSON.stringify(key))));
  }

  list(prefix: Key): Promise<unknown[]> {
    const found = [...this.#values]
      .map(([text, value]) => [JSON.parse(text) as Key, value] as const)
      .filter(([key]) => prefix.every((part, i) => key[i] === part))
      .sort(([a], [b]) => compareKeys(a, b));
    return Promise.resolve(structuredClone(found.map(([, value]) => value)));
  }

  write(batch: Batch): Promise<void> {
    for (const key of batch.remove ?? []) this.#values.delete(JSON.stringify(key));
    for (const [key, value] of batch.put ?? []) {
      this.#values.set(JSON.stringify(key), structuredClone(value));
    }
    return Promise.resolve();
  }

  async getOrPut(key: Key, value: unknown): Promise<unknown> {
    const text = JSON.stringify(key);
    if (!this.#values.has(text)) this.#values.set(text, structuredClone(value));
    return structuredClone(this.#values.get(text));
  }

  close(): void {}
}

function compareKeys(a: Key, b: Key): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i]!, b[i]!];
    if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1;
    if (x !== y) return x < y ? -1 : 1;
  }
  return a.length - b.length;
}
