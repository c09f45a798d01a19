// Mistakes of a page with its disk and its locks.
import type { Environment } from '../../../web/src/environment.js';
import type { Cart } from '../../../web/src/generated/wire.js';
import type { Batch, Key, Storage } from '../../../web/src/storage.js';
import type { Plant } from './plant.js';

type Spoil = (storage: Storage) => Partial<Storage>;

function spoiltStorage(name: string, spoil: Spoil): Plant {
  const environment = (real: Environment): Partial<Environment> => ({
    openStorage: async (database) => {
      const storage = await real.openStorage(database);
      return Object.assign(Object.create(storage) as Storage, bound(storage), spoil(storage));
    },
  });
  return { name, environment };
}

// Private fields are found on the object itself only.
function bound(storage: Storage): Partial<Storage> {
  return {
    get: (key) => storage.get(key),
    list: (prefix) => storage.list(prefix),
    write: (batch) => storage.write(batch),
    getOrPut: (key, value) => storage.getOrPut(key, value),
  };
}

const isOp = ([key]: readonly [Key, unknown]): boolean => key[0] === 'op';

const inTwo = (storage: Storage, opsFirst: boolean): Partial<Storage> => ({
  write: async ({ put = [], remove = [] }: Batch) => {
    const ops = { put: put.filter(isOp) };
    const rest = { put: put.filter((entry) => !isOp(entry)), remove };
    for (const part of opsFirst ? [ops, rest] : [rest, ops]) await storage.write(part);
  },
});

// All of a line as the first of its lots, as if one replica might speak for the others.
function compacted(cart: Cart): Cart {
  const lines = cart.lines.map((line) => {
    const adds = line.lots.filter(({ kind }) => kind === 'add');
    if (adds.length < 2) return line;
    const remaining = adds.reduce((sum, lot) => sum + lot.remaining, 0);
    const sets = line.lots.filter(({ kind }) => kind === 'set');
    const lots = [{ ...adds[0]!, remaining }, ...sets];
    lots.sort((a, b) => a.replica - b.replica || a.n - b.n);
    return { ...line, lots };
  });
  return { ...cart, lines };
}

const forgetful = (cart: Cart): Cart => ({
  ...cart,
  clocks: cart.clocks.filter(({ replica }) =>
    cart.lines.some(({ lots }) => lots.some((lot) => lot.replica === replica)),
  ),
});

const bentCheckpoint = (bend: (cart: Cart) => Cart): Spoil => {
  return (storage) => ({
    write: ({ put = [], remove = [] }: Batch) => {
      const bent = put.map(([key, value]) => {
        if (key[0] !== 'replica') return [key, value] as const;
        const checkpoint = value as { confirmed: Cart };
        return [key, { ...checkpoint, confirmed: bend(checkpoint.confirmed) }] as const;
      });
      return storage.write({ put: bent, remove });
    },
  });
};

// A tab gets the lock of its own replica and of no other.
const alone = (real: Environment): Partial<Environment> => {
  let has = false;
  const request = (name: string, options: LockOptions, work: LockGrantedCallback<unknown>) => {
    if (!name.includes(' replica ')) return real.locks!.request(name, options, work);
    if (has) return Promise.resolve(work(null));
    return real.locks!.request(name, options, (lock) => {
      has ||= lock !== null;
      return work(lock);
    });
  };
  return { locks: { request: request as LockManager['request'] } };
};

export const storagePlants: readonly Plant[] = [
  spoiltStorage('operations lie on disk before their checkpoint', (storage) =>
    inTwo(storage, true),
  ),
  {
    // Does harm only when a tab dies between two writes of the same moment.
    ...spoiltStorage('the checkpoint is written before the operations', (storage) =>
      inTwo(storage, false),
    ),
    noticedIn: 1_000_721,
  },
  spoiltStorage('a reload forgets what was not sent', (storage) => ({
    list: (prefix) => (prefix[0] === 'op' ? Promise.resolve([]) : storage.list(prefix)),
  })),
  spoiltStorage('an edit is told as kept before it is on disk', (storage) => ({
    write: (batch) => {
      void storage.write(batch);
      return Promise.resolve();
    },
  })),
  spoiltStorage('a checkpoint joins the lots of others (compaction)', bentCheckpoint(compacted)),
  spoiltStorage('a checkpoint forgets replicas whose lots are gone', bentCheckpoint(forgetful)),
  { name: 'nobody sends for a tab that is gone', environment: alone },
  {
    name: 'two tabs are one replica',
    environment: (real) => ({
      locks: {
        request: ((name: string, options: LockOptions, work: (lock: object) => unknown) =>
          options.ifAvailable
            ? Promise.resolve(work({}))
            : real.locks!.request(name, options, work as LockGrantedCallback<unknown>)) as never,
      },
    }),
  },
];
