// Devices around one LogServer: the real cart.wasm under Node, with storage and locks that several
// tabs of a device share, and waiting that costs no time.
import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';
import { afterEach } from 'node:test';
import makeGlue from 'sealcart-glue';
import type { CartError } from '../../../web/src/errors.js';
import { realTimer, type Environment, type TabChannel } from '../../../web/src/environment.js';
import type { CartGlue } from '../../../web/src/glue.js';
import { openCart } from '../../../web/src/open.js';
import { MemoryStorage, type Storage } from '../../../web/src/storage.js';
import type { Cart, CartOptions } from '../../../web/src/types.js';
import { LogServer } from './log-server.js';

export const wasmPath = process.env['SEALCART_WASM'] ?? '';
const compiled = new WebAssembly.Module(readFileSync(wasmPath));

/** What storage answers then. */
export const diskFull = () =>
  Promise.reject<never>(new DOMException('full', 'QuotaExceededError'));

let worlds = 0;
const open = new Set<Cart>();
// A test that fails half way must not keep the process alive.
afterEach(async () => {
  await Promise.all([...open].map((cart) => cart.close()));
  open.clear();
});

/** One browser: what its tabs share, and what a test may do to it. */
export class DeviceWorld {
  storage: Storage = lasting(new MemoryStorage());
  readonly held = new Set<string>();
  readonly sleeps: number[] = [];
  readonly errors: CartError[] = [];
  instances: WebAssembly.Instance[] = [];
  /** May change an instance's functions before they are used. */
  spoil: (glue: CartGlue) => CartGlue = (glue) => glue;
  online = true;
  /** False: the browser has neither BroadcastChannel nor localStorage. */
  canTalk = true;
  /** How long timers run; waiting between attempts costs no time. */
  hurry = (ms: number): number => ms;
  /** Tabs by number, as they opened: what the browser froze hears and says nothing. */
  readonly frozen = new Set<number>();
  /** Requests that do not get through, by their address. */
  blocks: RegExp | undefined;
  /** Requests that arrive, and whose answer does not, by their body. */
  losesAnswers: RegExp | undefined;
  /** After so many it stops losing them. */
  losesAtMost = Infinity;
  /** For a `spoil` that traps once. */
  trapNext = false;
  private readonly wake = new Set<() => void>();
  private readonly holders = new Map<string, (reason: Error) => void>();
  private readonly channels = new Map<string, Set<Channel>>();
  private random = (worlds = (worlds + 31) % 251);

  constructor(readonly server: LogServer) {}

  async open(options: CartOptions = {}): Promise<Cart> {
    const watched: typeof makeGlue = async (glue) =>
      this.spoil(
        await makeGlue({
          instantiateWasm: (imports, done) =>
            glue.instantiateWasm(imports, (instance, module) => {
              this.instances.push(instance);
              done(instance, module);
            }),
        }),
      );
    const all = { endpoint: 'http://shop.test/v1', store: 'test', ...options };
    const cart = await openCart(
      all,
      this.environment(),
      { url: wasmPath, binary: compiled },
      watched,
      pathToFileURL(`${process.cwd()}/core/data/packs/`),
    );
    open.add(cart);
    cart.addEventListener('cart:error', (event) => this.errors.push(event.detail));
    return cart;
  }

  /** Writes are refused for want of room until the returned function is called. */
  fillDisk(): () => void {
    const { write } = this.storage;
    this.storage.write = diskFull;
    return () => (this.storage.write = write);
  }

  replaceStorage(storage: MemoryStorage): void {
    this.storage = lasting(storage);
  }

  comeBack(): void {
    this.online = true;
    for (const listener of this.wake) listener();
  }

  environment(): Environment {
    return {
      fetch: this.throughNet(this.server.fetch),
      now: () => 1_800_000_000_000,
      random: (bytes) =>
        Uint8Array.from({ length: bytes }, () => (this.random = (this.random * 5 + 77) % 251)),
      openStorage: () => Promise.resolve(this.storage),
      locks: { request: this.request as LockManager['request'] },
      openChannel: (name) => (this.canTalk ? this.channel(name) : undefined),
      online: () => this.online,
      visible: () => true,
      onWake: (listener) => {
        this.wake.add(listener);
        return () => this.wake.delete(listener);
      },
      onHide: () => () => {},
      timer: (ms, work) => realTimer(this.hurry(ms), work),
      sleep: async (ms, signal) => {
        this.sleeps.push(ms);
        await new Promise<void>((resolve) => {
          const end = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', end);
            resolve();
          };
          const timer = setTimeout(end, Math.min(ms, 2));
          signal.addEventListener('abort', end);
        });
      },
    };
  }

  private throughNet(answer: typeof fetch): typeof fetch {
    return async (input, init) => {
      if (this.blocks?.test(String(input))) throw new TypeError('fetch failed');
      const response = await answer(input, init);
      if (this.losesAnswers?.test(String(init?.body)) && this.losesAtMost-- > 0)
        throw new TypeError('connection reset');
      return response;
    };
  }

  // Web Locks, as far as web uses them: ifAvailable, and waiting with a signal.
  private readonly request = async (
    name: string,
    options: LockOptions,
    work: (lock: object | null) => unknown,
  ): Promise<unknown> => {
    if (options.steal) this.holders.get(name)?.(new DOMException('stolen', 'AbortError'));
    else if (this.held.has(name) && options.ifAvailable) return work(null);
    else while (this.held.has(name)) await this.whenFree(name, options.signal);
    this.held.add(name);
    const stolen = new Promise<never>((_, reject) => this.holders.set(name, reject));
    const holder = this.holders.get(name);
    try {
      return await Promise.race([work({}), stolen]);
    } finally {
      if (this.holders.get(name) === holder) this.held.delete(name);
    }
  };

  private async whenFree(name: string, signal?: AbortSignal): Promise<void> {
    while (this.held.has(name)) {
      if (signal?.aborted) throw new DOMException('aborted', 'AbortError');
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  private channel(name: string): TabChannel {
    const all = this.channels.get(name) ?? new Set();
    this.channels.set(name, all);
    const tab = all.size;
    const channel = new Channel(all, () => this.frozen.has(tab));
    all.add(channel);
    return channel;
  }
}

const lasting = (storage: MemoryStorage): Storage => Object.assign(storage, { durable: true });

class Channel implements TabChannel {
  onmessage: TabChannel['onmessage'] = null;
  constructor(
    private readonly all: Set<Channel>,
    private readonly frozen: () => boolean,
  ) {}
  postMessage(data: unknown): void {
    if (this.frozen()) return;
    const copy = structuredClone(data);
    for (const other of this.all) if (other !== this) setTimeout(() => other.hear(copy));
  }
  private hear(data: unknown): void {
    if (!this.frozen()) this.onmessage?.(new MessageEvent('message', { data }));
  }
  close(): void {
    this.all.delete(this);
  }
}

/** Waits until it is so, at most two seconds. */
export async function until(what: () => boolean, name = 'it'): Promise<void> {
  const deadline = performance.now() + 2_000;
  while (!what()) {
    if (performance.now() > deadline)
      throw new Error(`${name} did not come to pass: ${what.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** One device and its server. */
export function setup(): { server: LogServer; device: DeviceWorld } {
  const server = new LogServer();
  return { server, device: new DeviceWorld(server) };
}

export const isSaved = (cart: Cart) => cart.getSnapshot().sync.state === 'saved';
export const saved = (...carts: Cart[]) => until(() => carts.every(isSaved), 'saved');
