// Carts this browser has no more use for leave the disk: another cart took their place, and all
// they had to send is sent.
import type { Environment } from './environment.js';
import type { Op } from './generated/wire.js';
import { replicaKey, type Checkpoint } from './journal.js';
import type { Storage } from './storage.js';
import { replicaLock } from './tabs.js';
import type { CartAccess } from './types.js';

/** `database`: with a cart's id the scope of its locks. A tab that still has a cart keeps it. */
export async function tidy(
  storage: Storage,
  environment: Environment,
  database: string,
): Promise<void> {
  const { locks } = environment;
  if (!locks) return;
  const kept = new Set(((await storage.list(['cart'])) as CartAccess[]).map(({ id }) => id));
  for (const { cart } of (await storage.list(['op'])) as Op[]) kept.add(cart);
  for (const { confirmed, replica } of (await storage.list(['replica'])) as Checkpoint[]) {
    if (kept.has(confirmed.id)) continue;
    const name = replicaLock(`${database} ${confirmed.id}`, replica);
    await locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await storage.write({ remove: [replicaKey(confirmed.id, replica)] });
    });
  }
}
