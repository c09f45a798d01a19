// Puts a cart together: the module, what is on disk, the server. Works from disk alone when the
// page was here before and there is no network now.
import { Api } from './api.js';
import { CartLocale } from './cart-locale.js';
import { Device } from './device.js';
import { Documents } from './documents.js';
import { base64url, hex, openStorage, type Environment } from './environment.js';
import { CartError, errorOf, type ErrorFacts } from './errors.js';
import type { Op, Product, StoreDocument } from './generated/wire.js';
import type { GlueFactory } from './glue.js';
import { Journal, type Checkpoint } from './journal.js';
import { loadWasm, WasmFailure, type WasmSource } from './load.js';
import { CartModule } from './module.js';
import { emptyCheckpoint } from './recovery.js';
import { Runtime, type CartRecord } from './runtime.js';
import type { Storage } from './storage.js';
import { Tabs } from './tabs.js';
import { tidy } from './tidy.js';
import type { Cart, CartAccess, CartOptions, ServerConfig } from './types.js';

export async function openCart(
  options: CartOptions,
  environment: Environment,
  wasm: WasmSource,
  makeGlue: GlueFactory,
  packs: string | URL,
): Promise<Cart> {
  const locale = new CartLocale(options.locale, packs);
  const compiled = compile(wasm);
  compiled.catch(() => {}); // awaited below, after what may fail sooner
  const lost: CartError[] = [];
  const database = ['sealcart', ...(options.profile ? [options.profile] : [])].join(' ');
  const storage = await openStorage(environment, database, (cause) =>
    lost.push(errorOf(cause, 'env_storage')),
  );
  const closing = new AbortController();
  try {
    const endpoint = String(options.endpoint ?? '/v1');
    const api = new Api(endpoint, environment, closing.signal);
    const store = options.store ?? (await serverConfig(api, storage, endpoint)).defaultStore;
    const scope = `${endpoint} ${store}`;
    const documents = await openDocuments(api, storage, scope, store, options.currency);
    const [record, isNew] = await cartRecord(options.cart, storage, scope, environment);
    api.access = { id: record.id, capability: record.capability };
    const tabs = new Tabs(environment, `${database} ${record.id}`);
    const journal = await openJournal(storage, tabs, record.id, closing.signal);
    const [module, pack] = [await compiled, await locale.text(storage)];
    const startDevice = (of: Journal, closed: AbortSignal) =>
      Device.start({
        makeModule: () => CartModule.create(makeGlue, module, pack),
        documents,
        journal: of,
        environment,
        closed,
        belongings: () => [[['cart', scope], record]],
      });
    const device = await startDevice(journal, closing.signal).catch(async (error: CartError) => {
      // What lies on disk does not hold together: begin again from the server's log.
      const replica = await tabs.takeReplica([], closing.signal);
      await journal.replace({ ...emptyCheckpoint(record.id, replica), pending: [] });
      lost.push(error);
      return startDevice(journal, closing.signal);
    });
    void tidy(storage, environment, database).catch(() => {}); // at the next opening, then
    return new Runtime({
      api,
      storage,
      environment,
      tabs,
      device,
      deviceOf: async (of, closed) => startDevice(await journalOf(storage, record.id, of), closed),
      closing,
      record,
      isNew,
      scope,
      store,
      config: () => serverConfig(api, storage, endpoint),
      currency: documents.currency,
      shared: options.cart !== undefined,
    }).start(lost);
  } catch (error) {
    closing.abort();
    storage.close();
    throw error;
  }
}

async function compile(wasm: WasmSource): Promise<WebAssembly.Module> {
  try {
    const warn = (facts: ErrorFacts) => console.warn(`sealcart: ${new CartError(facts).message}`);
    return await loadWasm({ ...wasm, warn });
  } catch (error) {
    throw error instanceof WasmFailure ? new CartError(error.facts, { cause: error.cause }) : error;
  }
}

function refuseCurrency(given: string | undefined, expected: string): void {
  if (given === undefined || given === expected) return;
  throw new CartError({ code: 'currency_mismatch', path: 'currency', params: { given, expected } });
}

// Kept, so that a page without network still knows its store.
async function serverConfig(api: Api, storage: Storage, endpoint: string): Promise<ServerConfig> {
  try {
    const config = await api.json<ServerConfig>({ path: 'config' });
    await storage.write({ put: [[['config', endpoint], config]] }).catch(() => {});
    return config;
  } catch (error) {
    const stored = await storage.get(['config', endpoint]);
    if (stored === undefined) throw error;
    return stored as ServerConfig;
  }
}

async function openDocuments(
  api: Api,
  storage: Storage,
  scope: string,
  store: string,
  expected: string | undefined,
): Promise<Documents> {
  const stored = (await storage.get(Documents.storeKey(scope))) as string | undefined;
  const json = stored ?? (await api.text({ path: `stores/${encodeURIComponent(store)}` }));
  const { currency } = JSON.parse(json) as StoreDocument;
  const documents = new Documents(scope, json, currency, stored);
  refuseCurrency(expected, currency);
  documents.remember((await storage.list(Documents.productKeys(scope))) as Product[]);
  return documents;
}

// The cart of this browser, and whether it just began.
async function cartRecord(
  shared: CartAccess | undefined,
  storage: Storage,
  scope: string,
  environment: Environment,
): Promise<[CartRecord, boolean]> {
  const key = ['cart', scope];
  const fresh: CartRecord = {
    id: shared?.id ?? hex(environment.random(16)),
    capability: shared?.capability ?? base64url(environment.random(32)),
    created: false,
  };
  // With a full disk it lies there later, see disk.ts.
  const full = async () => (await storage.get(key)) ?? fresh;
  const record = (await storage.getOrPut(key, fresh).catch(full)) as CartRecord;
  // A device that was removed may come to the same cart again, by another capability.
  if (!shared || (shared.id === record.id && !record.refused)) {
    return [record, record.capability === fresh.capability];
  }
  await storage.write({ put: [[key, fresh]] }).catch(() => {});
  return [fresh, true];
}

// Continues a replica that no other tab uses, one with unsent operations first.
async function openJournal(
  storage: Storage,
  tabs: Tabs,
  cart: string,
  signal: AbortSignal,
): Promise<Journal> {
  const checkpoints = (await storage.list(['replica', cart])) as Checkpoint[];
  const unsent = new Set(((await storage.list(['op', cart])) as Op[]).map((op) => op.replica));
  const known = checkpoints.map(({ replica }) => replica);
  known.sort((a, b) => Number(unsent.has(b)) - Number(unsent.has(a)));
  return journalOf(storage, cart, await tabs.takeReplica(known, signal));
}

// Under the replica's lock. A new one starts from what any other tab of this browser has confirmed.
async function journalOf(storage: Storage, cart: string, replica: number): Promise<Journal> {
  const checkpoints = (await storage.list(['replica', cart])) as Checkpoint[];
  const latest = checkpoints.reduce(
    (best, next) => (next.replica === replica || next.head > best.head ? next : best),
    emptyCheckpoint(cart, replica),
  );
  const own = checkpoints.find((checkpoint) => checkpoint.replica === replica);
  const ops = (await storage.list(['op', cart, replica])) as Op[];
  return new Journal(storage, own ?? { ...latest, replica }, ops, own !== undefined);
}
