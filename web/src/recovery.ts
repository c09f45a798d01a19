// When the server does not know what this device has sent (a restored backup, a lost cart, a copied
// browser profile), the device begins again from the server's log and asks anew for what that log
// lacks (rejoin.ts).
import type { Cart, LogBatch, SavedCart } from './generated/wire.js';
import type { Checkpoint } from './journal.js';
import type { CartModule } from './module.js';

/** The module reads at most this many entries at a time. */
const BATCH = 256;

/** A replica that has seen nothing of this cart. */
export function emptyCheckpoint(cart: string, replica: number): Checkpoint {
  const nobody = { lamport: 0, replica: 0 };
  const confirmed: Cart = {
    id: cart,
    lamport: 0,
    clocks: [],
    lines: [],
    codes: [],
    destination: { country: '', region: '', postalCode: '' },
    destinationStamp: nobody,
    shippingMethod: '',
    shippingMethodStamp: nobody,
  };
  return { replica, head: 0, confirmed };
}

/** What a log leaves of a cart, as core joins it; `module` has a store and is used up. */
export function joined(
  module: CartModule,
  from: SavedCart,
  batches: readonly LogBatch[],
): SavedCart {
  module.openCart(JSON.stringify(from));
  for (const batch of batches) {
    for (const part of inParts(batch)) module.receive(batchJson(part));
  }
  return savedBy(module);
}

/** With its pending operations as if the log had them. */
export function asConfirmed(module: CartModule, saved: SavedCart): Cart {
  const { head, pending } = saved;
  const entries = pending.map((op, i) => ({ index: head + 1 + i, op }));
  const log = { head: head + pending.length, entries };
  return joined(module, { ...saved, pending: [] }, [log]).confirmed;
}

export function savedBy(module: CartModule): SavedCart {
  return JSON.parse(module.save()) as SavedCart;
}

/** The epoch is the journal's business; core has no use for it. */
export function batchJson({ head, entries, checkpoint }: LogBatch): string {
  return JSON.stringify({ head, entries, checkpoint });
}

function inParts(batch: LogBatch): LogBatch[] {
  const { entries, ...first } = batch;
  const parts = [{ ...first, entries: entries.slice(0, BATCH) }];
  for (let at = BATCH; at < entries.length; at += BATCH) {
    parts.push({ head: batch.head, entries: entries.slice(at, at + BATCH) });
  }
  return parts;
}
