// The shape of what lies on disk, by version. A page never writes to a newer shape than it knows.

export const TABLE = 'values';
export const SCHEMA_KEY = ['schema'];

/** Lies under SCHEMA_KEY, from version 2 on. */
export interface SchemaRecord {
  readonly version: number;
  /** The oldest version that can read this one. */
  readonly readers: number;
}

type Migration = (transaction: IDBTransaction) => void;

/** What makes version n + 1 of version n, from nothing on. Never changed, only added to. */
const MIGRATIONS: readonly Migration[] = [
  ({ db }) => void db.createObjectStore(TABLE),
  // The schema record came, and checkpoints may say of which epoch of the server's log they are;
  // one that does not takes the first it meets for its own.
  () => {},
];

export const SCHEMA = MIGRATIONS.length;

/** Within the transaction of an upgrade: all of it happens or nothing. */
export function migrate(transaction: IDBTransaction, from: number): void {
  for (const migration of MIGRATIONS.slice(from)) migration(transaction);
  const record: SchemaRecord = { version: SCHEMA, readers: SCHEMA };
  transaction.objectStore(TABLE).put(record, SCHEMA_KEY);
}
