// What tabs that are gone had made and not sent: a living tab takes the place of each for as long
// as it takes to send it. Loaded when there is something.
import type { Device } from './device.js';
import type { Op } from './generated/wire.js';
import type { Storage } from './storage.js';
import type { Sync, SyncParts } from './sync.js';
import type { Tabs } from './tabs.js';

export interface LeftBehindParts extends Omit<SyncParts, 'startOver'> {
  readonly storage: Storage;
  readonly tabs: Tabs;
  readonly closing: AbortController;
  /** What lies on disk of a replica whose lock is held; its lock goes when the signal aborts. */
  deviceOf(replica: number, closed: AbortSignal): Promise<Device>;
  syncOf(parts: SyncParts): Sync;
}

/** `ops`: all on disk. Rejects when the server can't be reached; what is sent by then is sent. */
export async function sendLeftBehind(ops: readonly Op[], parts: LeftBehindParts): Promise<void> {
  const replicas = new Set(ops.map((op) => op.replica));
  replicas.delete(parts.device.replica);
  for (const replica of replicas) {
    await parts.tabs.inPlaceOf(replica, () => sendAs(replica, parts));
  }
}

async function sendAs(replica: number, parts: LeftBehindParts): Promise<void> {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const closed = parts.closing.signal;
  closed.addEventListener('abort', end);
  try {
    const device = await parts.deviceOf(replica, ended.signal);
    const startOver: SyncParts['startOver'] = async (log) =>
      device.startOver(await parts.tabs.takeReplica([], ended.signal), log);
    // Whether the server can be reached this tab finds out for itself.
    const sync = parts.syncOf({ ...parts, device, startOver, contact: () => {} });
    void sync.run(ended.signal);
    await sync.settle();
    await device.checkpoint();
  } finally {
    end();
    closed.removeEventListener('abort', end);
  }
}
