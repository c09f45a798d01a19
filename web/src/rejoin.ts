// What another log lacks of a cart, as commands: of each line the units it never had, and the
// removals it never heard of. What others did in that log meanwhile stands. Quantities are asked
// for as a choice (`set`), so that two devices that ask for the same do not add up; only what this
// device alone had, its pending operations, is added.
import type { Change } from './device.js';
import { CartError } from './errors.js';
import type { Cart, Command, LineItem, LogBatch, Lot, SavedCart, Stamp } from './generated/wire.js';

interface Sight {
  /** The other log had the operation that made this lot. */
  theirs(lot: Lot): boolean;
  ours(lot: Lot): boolean;
  /** Made here, and never in a log. */
  pending(lot: Lot): boolean;
}

/**
 * `ours` is `before` with its pending operations joined, `theirs` what the other log (`batches`)
 * leaves.
 */
export function rejoin(
  before: SavedCart,
  ours: Cart,
  theirs: Cart,
  batches: readonly LogBatch[],
): Change[] {
  const sight = sightOf(before, ours, theirs, batches);
  const changes: Change[] = [];
  for (const id of union(ours.lines, theirs.lines, (line) => line.id)) {
    const [our, their] = [ours, theirs].map(({ lines }) => lines.find((line) => line.id === id));
    changes.push(...lineChanges((our ?? their)!, our?.lots ?? [], their?.lots ?? [], sight));
  }
  for (const code of union(ours.codes, theirs.codes, (entry) => entry.code)) {
    const [our, their] = [ours, theirs].map(
      ({ codes }) => codes.find((entry) => entry.code === code)?.lots ?? [],
    );
    const parts = partsOf(our!, their!, sight);
    const wanted = Object.values(parts).some((lots) => lots.length > 0);
    if (wanted && their!.length === 0) changes.push(command({ kind: 'applyCode', code }));
    if (!wanted && their!.length > 0) changes.push(command({ kind: 'removeCode', code }));
  }
  const { destination, shippingMethod: method } = ours;
  if (later(ours.destinationStamp, theirs.destinationStamp)) {
    changes.push(command({ kind: 'setDestination', destination }));
  }
  if (later(ours.shippingMethodStamp, theirs.shippingMethodStamp)) {
    changes.push(command({ kind: 'setShippingMethod', method }));
  }
  return changes;
}

// An operation under our name that is not ours (a copied browser profile went on) and all after it
// tell nothing of what was seen.
function sightOf(
  before: SavedCart,
  ours: Cart,
  theirs: Cart,
  batches: readonly LogBatch[],
): Sight {
  const { replica: me, confirmed } = before;
  const logged = new Map<number, string>();
  for (const { op } of batches.flatMap((batch) => batch.entries)) {
    if (op.replica === me) logged.set(op.n, JSON.stringify(op));
  }
  const forkedAt =
    before.pending.find((op) => logged.has(op.n) && logged.get(op.n) !== JSON.stringify(op))?.n ??
    Infinity;
  const mine = ({ replica, n }: Lot, from: number): boolean => replica === me && n >= from;
  const saw = (cart: Cart, lot: Lot): boolean =>
    lot.n <= clock(cart, lot.replica) && !mine(lot, forkedAt);
  return {
    theirs: (lot) => saw(theirs, lot),
    ours: (lot) => saw(ours, lot),
    pending: (lot) => mine(lot, clock(confirmed, me) + 1),
  };
}

function partsOf(ours: readonly Lot[], theirs: readonly Lot[], sight: Sight) {
  const lost = ours.filter((lot) => !sight.theirs(lot));
  return {
    /** In both, with the units both leave. */
    common: theirs.filter(sight.ours).flatMap((lot) => {
      const our = ours.find(({ replica, n }) => replica === lot.replica && n === lot.n);
      return our ? { ...lot, remaining: Math.min(lot.remaining, our.remaining) } : [];
    }),
    fresh: theirs.filter((lot) => !sight.ours(lot)),
    lost: lost.filter((lot) => !sight.pending(lot)),
    pending: lost.filter(sight.pending),
  };
}

function lineChanges(
  line: LineItem,
  ours: readonly Lot[],
  theirs: readonly Lot[],
  sight: Sight,
): Change[] {
  const { common, fresh, lost, pending } = partsOf(ours, theirs, sight);
  const rest = [...fresh, ...pending];
  const wanted =
    lost.length === 0
      ? most([...common, ...rest]) + sum([...common, ...rest])
      : // Others that knew these lots ask for them too: as the quantity both had, not beside it.
        Math.max(most([...common, ...lost]) + sum([...common, ...lost]), most(rest)) + sum(rest);
  const added = sum(pending);
  const chosen = wanted - added;
  const changes: Change[] = [];
  if (chosen !== most(theirs) + sum(theirs)) changes.push(choose(line, chosen));
  if (added > 0) changes.push(command(addition(line, added)));
  return changes;
}

function choose(line: LineItem, quantity: number): Change {
  if (quantity === 0) return command({ kind: 'remove', line: line.id });
  return (module, view) => {
    if (view.position(line.id) === undefined) {
      // One more first, so that the quantity is a choice in the log and not an addition.
      try {
        module.submit(JSON.stringify(addition(line, quantity + 1)));
      } catch (error) {
        if (!(error instanceof CartError)) throw error;
        module.submit(JSON.stringify(addition(line, quantity)));
      }
    }
    module.setQuantity(view.position(line.id)!, quantity);
  };
}

function addition({ sku, customizations = [] }: LineItem, quantity: number): Command {
  return { kind: 'add', sku, quantity, customizations };
}

function command(value: Command): Change {
  return (module) => module.submit(JSON.stringify(value));
}

const clock = (cart: Cart, replica: number): number =>
  cart.clocks.find((entry) => entry.replica === replica)?.n ?? 0;

const most = (lots: readonly Lot[]): number =>
  Math.max(0, ...lots.filter(({ kind }) => kind === 'set').map(({ remaining }) => remaining));

const sum = (lots: readonly Lot[]): number =>
  lots.reduce((units, { kind, remaining }) => units + (kind === 'add' ? remaining : 0), 0);

const later = (a: Stamp, b: Stamp): boolean =>
  a.lamport > b.lamport || (a.lamport === b.lamport && a.replica > b.replica);

function union<T>(a: readonly T[], b: readonly T[], key: (value: T) => string): Set<string> {
  return new Set([...a, ...b].map(key));
}
