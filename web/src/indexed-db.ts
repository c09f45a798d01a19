// Storage that lasts. A database that was closed under the page (cleared by the person, upgraded by
// a page of a newer release) is opened again; what it may have lost, its user has to write anew.
import { CartError } from './errors.js';
import { migrate, SCHEMA, SCHEMA_KEY, TABLE, type SchemaRecord } from './schema.js';
import { MemoryStorage, type Batch, type Key, type Storage } from './storage.js';

/** A page that does not let go of an older version holds the upgrade up; it may be frozen. */
const BLOCKED_MS = 3_000;
/** What a page may take from a newer release's disk: which cart it is, and what prices it. */
const READABLE = ['cart', 'config', 'product', 'store'];

/** Of a newer release's database what can be read, in memory; `lost` says so. */
export async function openIndexedDb(name: string): Promise<Storage> {
  try {
    return new IndexedDbStorage(name, await openDatabase(name, SCHEMA));
  } catch (cause) {
    if ((cause as DOMException).name !== 'VersionError') throw cause;
    return readNewer(name);
  }
}

class IndexedDbStorage implements Storage {
  readonly durable = true;
  #database: IDBDatabase | undefined;

  constructor(
    private readonly name: string,
    database: IDBDatabase,
  ) {
    this.#use(database);
  }

  async get(key: Key): Promise<unknown> {
    return answer((await this.#table('readonly')).get([...key]));
  }

  async list(prefix: Key): Promise<unknown[]> {
    return answer((await this.#table('readonly')).getAll(startingWith(prefix)));
  }

  async write(batch: Batch): Promise<void> {
    const table = await this.#table('readwrite');
    for (const key of batch.remove ?? []) table.delete([...key]);
    for (const [key, value] of batch.put ?? []) table.put(value, [...key]);
    return committed(table.transaction);
  }

  async getOrPut(key: Key, value: unknown): Promise<unknown> {
    const table = await this.#table('readwrite');
    const done = committed(table.transaction);
    const stored = await answer(table.get([...key]));
    if (stored === undefined) table.put(value, [...key]);
    await done;
    return stored ?? value;
  }

  close(): void {
    this.#database?.close();
  }

  #use(database: IDBDatabase): void {
    this.#database = database;
    const gone = () => {
      if (this.#database === database) this.#database = undefined;
    };
    database.onclose = gone;
    database.onversionchange = () => {
      database.close();
      gone();
    };
  }

  // Refuses once when the database had to be opened again: it may be empty, so its user first
  // writes all it has.
  async #table(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    if (!this.#database) {
      this.#use(await openDatabase(this.name, SCHEMA));
      throw new Error('the database was closed and is open again');
    }
    const options = mode === 'readwrite' ? ({ durability: 'strict' } as const) : {};
    return this.#database.transaction(TABLE, mode, options).objectStore(TABLE);
  }
}

function openDatabase(name: string, version?: number): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = ({ oldVersion }) => {
    if (version !== undefined) migrate(opening.transaction!, oldVersion);
    else opening.transaction!.abort(); // it is gone since; do not leave an empty one behind
  };
  return new Promise((resolve, reject) => {
    let late = false;
    opening.onblocked = () =>
      setTimeout(() => {
        late = true;
        reject(new Error('another page holds the upgrade up'));
      }, BLOCKED_MS);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => (late ? opening.result.close() : resolve(opening.result));
  });
}

async function readNewer(name: string): Promise<Storage> {
  const database = await openDatabase(name);
  try {
    const table = database.transaction(TABLE, 'readonly').objectStore(TABLE);
    const [schema, keys, values] = await Promise.all([
      answer(table.get(SCHEMA_KEY) as IDBRequest<SchemaRecord | undefined>),
      answer(table.getAllKeys()),
      answer(table.getAll()),
    ]);
    const legible = schema !== undefined && schema.readers <= SCHEMA;
    const entries = (keys as Key[])
      .map((key, i) => [key, values[i] as unknown] as const)
      .filter(([key]) => legible && READABLE.includes(String(key[0])));
    const params = { found: String(database.version), known: String(SCHEMA) };
    const lost = new CartError({ code: 'env_storage', path: 'schema', params });
    return new MemoryStorage(entries, lost);
  } finally {
    database.close();
  }
}

// Arrays sort after numbers and text: [...prefix, []] lies behind all keys with this prefix.
function startingWith(prefix: Key): IDBKeyRange {
  return IDBKeyRange.bound([...prefix], [...prefix, []]);
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
