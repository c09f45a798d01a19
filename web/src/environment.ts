// The world around a cart: network, clock, randomness, disk, other tabs. Everything else in this
// package gets it from here, so a test can stand in for any of it.
import { openIndexedDb } from './indexed-db.js';
import { MemoryStorage, type Storage } from './storage.js';
import { storageChannel } from './storage-channel.js';

export interface Environment {
  readonly fetch: typeof fetch;
  /** Unix time in milliseconds. */
  now(): number;
  random(bytes: number): Uint8Array<ArrayBuffer>;
  /** Rejects where nothing can be stored. */
  openStorage(name: string): Promise<Storage>;
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** Undefined where tabs can't talk. */
  openChannel(name: string): TabChannel | undefined;
  online(): boolean;
  /** Whether the page is looked at. */
  visible(): boolean;
  /** Called when the network came back or the page is looked at again. */
  onWake(listener: () => void): () => void;
  /** Called when the page goes out of sight, perhaps for good. */
  onHide(listener: () => void): () => void;
  /** Resolves after `ms`, or at once when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Runs the work after `ms`, unless what is returned is called before. */
  timer(ms: number, work: () => void): () => void;
}

/** As much of a BroadcastChannel as tabs need. */
export interface TabChannel {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(data: unknown): void;
  close(): void;
}

export interface EnvironmentOptions {
  readonly transport?: typeof fetch | undefined;
  readonly clock?: (() => number) | undefined;
}

export async function browserEnvironment(options: EnvironmentOptions): Promise<Environment> {
  const { webcrypto } = globalThis.crypto ? { webcrypto: crypto } : await import('./node-only.js');
  return {
    fetch: options.transport ?? ((input, init) => fetch(input, init)),
    now: options.clock ?? Date.now,
    random: (bytes) => webcrypto.getRandomValues(new Uint8Array(bytes)),
    openStorage: openIndexedDb,
    locks: globalThis.navigator?.locks,
    openChannel: (name) => {
      // A page only: Node has the class too, and a channel there would keep the process alive.
      if (typeof document === 'undefined') return undefined;
      return globalThis.BroadcastChannel ? new BroadcastChannel(name) : storageChannel(name);
    },
    online: () => globalThis.navigator?.onLine ?? true,
    visible: () => page()?.visibilityState !== 'hidden',
    onWake: (listener) => {
      const seen = () => document.visibilityState === 'visible' && listener();
      return combine(on(globalThis, 'online', listener), on(page(), 'visibilitychange', seen));
    },
    onHide: (listener) => {
      const hidden = () => document.visibilityState === 'hidden' && listener();
      return combine(on(globalThis, 'pagehide', listener), on(page(), 'visibilitychange', hidden));
    },
    sleep,
    timer: realTimer,
  };
}

/** Storage that lasts, or memory and `lost` told once when there is none. */
export async function openStorage(
  environment: Environment,
  name: string,
  lost: (cause: unknown) => void,
): Promise<Storage> {
  try {
    // Without locks two tabs could make operations under one name.
    if (!environment.locks) throw new Error('no Web Locks');
    const storage = await environment.openStorage(name);
    if (storage.lost) lost(storage.lost);
    return storage;
  } catch (cause) {
    lost(cause);
    return new MemoryStorage();
  }
}

export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const finish = () => {
      stop();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const stop = realTimer(ms, finish);
    signal.addEventListener('abort', finish);
  });
}

export function realTimer(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** base64url without padding (RFC 4648, section 5). */
export function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function page(): Document | undefined {
  return globalThis.document;
}

function on(target: EventTarget | undefined, type: string, listener: () => void): () => void {
  target?.addEventListener?.(type, listener);
  return () => target?.removeEventListener?.(type, listener);
}

function combine(...stops: (() => void)[]): () => void {
  return () => stops.forEach((stop) => stop());
}
