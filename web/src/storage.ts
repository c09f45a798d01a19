// What a tab keeps: values under keys that are lists, such as ['op', cart, replica, n]. In
// IndexedDB, or in memory where the browser gives none (private mode, Node): then nothing
// outlives the tab.

export type Key = readonly (string | number)[];

export interface Batch {
  readonly put?: readonly (readonly [Key, unknown])[];
  readonly remove?: readonly Key[];
}

export interface Storage {
  /** False: kept in memory only. */
  readonly durable: boolean;
  get(key: Key): Promise<unknown>;
  /** All values whose key starts with this one, in order of their keys. */
  list(prefix: Key): Promise<unknown[]>;
  /** All of it or nothing; resolves when it is on disk. Removals come first. */
  write(batch: Batch): Promise<void>;
  /** Stores the value unless there is one; returns the stored one. One winner among tabs. */
  getOrPut(key: Key, value: unknown): Promise<unknown>;
  close(): void;
}

const TABLE = 'values';

export async function openIndexedDb(name: string): Promise<Storage> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE);
  const database = await answer(opening);
  database.onversionchange = () => database.close();
  return new IndexedDbStorage(database);
}

class IndexedDbStorage implements Storage {
  readonly durable = true;
  constructor(private readonly database: IDBDatabase) {}

  get(key: Key): Promise<unknown> {
    return answer(this.#table('readonly').get([...key]));
  }

  list(prefix: Key): Promise<unknown[]> {
    // Arrays sort after numbers and text: [...prefix, []] lies behind all keys with this prefix.
    const range = IDBKeyRange.bound([...prefix], [...prefix, []]);
    return answer(this.#table('readonly').getAll(range));
  }

  write(batch: Batch): Promise<void> {
    const table = this.#table('readwrite');
    for (const key of batch.remove ?? []) table.delete([...key]);
    for (const [key, value] of batch.put ?? []) table.put(value, [...key]);
    return committed(table.transaction);
  }

  async getOrPut(key: Key, value: unknown): Promise<unknown> {
    const table = this.#table('readwrite');
    const done = committed(table.transaction);
    const stored = await answer(table.get([...key]));
    if (stored === undefined) table.put(value, [...key]);
    await done;
    return stored ?? value;
  }

  close(): void {
    this.database.close();
  }

  #table(mode: IDBTransactionMode): IDBObjectStore {
    const options = mode === 'readwrite' ? ({ durability: 'strict' } as const) : {};
    return this.database.transaction(TABLE, mode, options).objectStore(TABLE);
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

export class MemoryStorage implements Storage {
  readonly durable = false;
  readonly #values = new Map<string, unknown>();

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
