// When the server does not know what this device has sent (a restored backup, a lost cart, a copied
// browser profile), the device begins again from the server's log and asks anew for what it showed.
import type { Change } from './device.js';
import type { Cart, Command, LogEntry } from './generated/wire.js';
import type { Checkpoint } from './journal.js';
import type { CartSnapshot } from './types.js';

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

/** The server's log, then one absolute quantity for each line that was shown. */
export function askAgain(log: readonly LogEntry[], shown: CartSnapshot): Change[] {
  const changes: Change[] = [];
  for (let at = 0; at < log.length; at += BATCH) {
    const entries = log.slice(at, at + BATCH);
    changes.push((module) => module.receive(JSON.stringify({ head: log.length, entries })));
  }
  const command = (value: Command): Change => {
    return (module) => module.submit(JSON.stringify(value));
  };
  for (const { id, sku, quantity, customizations } of shown.lines) {
    const add = command({ kind: 'add', sku, quantity, customizations });
    changes.push((module, view) => {
      if (view.position(id) === undefined) add(module, view);
      module.setQuantity(view.position(id)!, quantity);
    });
  }
  for (const { code } of shown.codes) changes.push(command({ kind: 'applyCode', code }));
  if (shown.destination.country) {
    changes.push(command({ kind: 'setDestination', destination: shown.destination }));
  }
  if (shown.shippingMethod) {
    changes.push(command({ kind: 'setShippingMethod', method: shown.shippingMethod }));
  }
  return changes;
}
