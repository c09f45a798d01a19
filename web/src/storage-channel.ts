// What BroadcastChannel does, by `storage` events, for browsers that have none. Nothing stays in
// localStorage: an entry is there for as long as it takes to tell the other tabs.
import type { TabChannel } from './environment.js';

/** Below half of what browsers give an origin. */
const MOST_CHARACTERS = 1_000_000;

export class StorageChannel implements TabChannel {
  onmessage: TabChannel['onmessage'] = null;
  readonly #hear = ({ key, newValue }: StorageEvent): void => {
    if (key === this.name && newValue) this.#tell(newValue);
  };

  constructor(
    private readonly name: string,
    private readonly storage: Pick<globalThis.Storage, 'setItem' | 'removeItem'>,
    private readonly page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  ) {
    page.addEventListener('storage', this.#hear as (event: Event) => void);
  }

  #tell(text: string): void {
    this.onmessage?.(new MessageEvent('message', { data: JSON.parse(text) as unknown }));
  }

  /** Throws when it is too long or there is no room. */
  postMessage(data: unknown): void {
    const text = JSON.stringify(data);
    if (text.length > MOST_CHARACTERS) throw new RangeError('message too long');
    try {
      this.storage.setItem(this.name, text);
    } finally {
      this.storage.removeItem(this.name);
    }
  }

  close(): void {
    this.page.removeEventListener('storage', this.#hear as (event: Event) => void);
  }
}

/** Undefined where the page may not use localStorage. */
export function storageChannel(name: string): StorageChannel | undefined {
  try {
    return new StorageChannel(name, localStorage, globalThis);
  } catch {
    return undefined;
  }
}
