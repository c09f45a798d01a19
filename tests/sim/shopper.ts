// Someone who uses a tab: edits of every kind, and a note of what the page promised.
import { CartError } from '../../web/src/errors.js';
import type { Op } from '../../web/src/generated/wire.js';
import type { Cart, LogRow } from '../../web/src/types.js';
import type { Ledger } from './ledger.js';
import { CODES, ghost, MARK, MARKED, SKUS } from './shop.js';
import type { Random } from './world/random.js';
import type { Tab } from './world/tab.js';
import type { Timeline } from './world/timeline.js';

const GHOST = ghost.variants[0]!.sku;

type Wanted = (op: Op) => boolean;

export class Shopper {
  #marks = 0;
  /** Rows of logs that stand for another edit already. */
  readonly #taken = new Set<string>();

  constructor(
    private readonly time: Timeline,
    private readonly random: Random,
    private readonly ledger: Ledger,
  ) {}

  /** One edit, unless the tab shows no cart. */
  act(tab: Tab): void {
    const { cart } = tab;
    if (!cart) return;
    const kind = this.random.below(20);
    if (kind < 8) this.#add(tab, cart);
    else if (kind < 15) this.#change(tab, cart);
    else if (kind < 17) this.#code(tab, cart);
    else if (kind < 18) this.#send(tab, cart);
    else if (kind < 19) this.#slide(tab, cart);
    else this.#believe(tab, cart);
  }

  addOne(tab: Tab): void {
    if (tab.cart) this.#add(tab, tab.cart);
  }

  #add(tab: Tab, cart: Cart): void {
    const marked = this.random.chance(0.4);
    const sku = marked ? MARKED : this.random.pick(SKUS);
    const quantity = this.random.between(1, 3);
    const mark = marked ? `m${++this.#marks}` : '';
    this.ledger.ask(sku, quantity, mark);
    const texts = marked ? { customizations: { [MARK]: mark } } : {};
    const isIt: Wanted = (op) =>
      op.kind === 'add' &&
      op.sku === sku &&
      op.units === quantity &&
      markOf(op) === mark;
    this.#promised(tab, `add ${quantity} ${sku} ${mark}`, isIt, true, () =>
      cart.add({ sku, quantity, ...texts }),
    );
  }

  #change(tab: Tab, cart: Cart): void {
    const { lines } = cart.getSnapshot();
    if (lines.length === 0) return this.#add(tab, cart);
    const line = this.random.pick(lines);
    const units = this.random.chance(0.25) ? 0 : this.random.between(1, 9);
    const mark = line.customizations[0]?.value ?? '';
    const isIt: Wanted = (op) =>
      op.sku === line.sku &&
      op.sku !== GHOST &&
      markOf(op) === mark &&
      (units === 0 ? op.kind === 'remove' : op.kind === 'set' && op.units === units);
    this.#promised(tab, `set ${line.sku} to ${units}`, isIt, false, () =>
      units === 0 ? cart.remove(line.id) : cart.setQuantity(line.id, units),
    );
  }

  #code(tab: Tab, cart: Cart): void {
    const code = this.random.pick(CODES);
    const there = cart.getSnapshot().codes.some((entry) => entry.code === code);
    const isIt: Wanted = (op) => op.value === code;
    this.#promised(tab, `${there ? 'no ' : ''}code ${code}`, isIt, false, () =>
      there ? cart.removeCode(code) : cart.applyCode(code),
    );
  }

  #send(tab: Tab, cart: Cart): void {
    const destination = {
      country: this.random.pick(['US', 'DE']),
      region: '',
      postalCode: String(this.random.between(10_000, 99_999)),
    };
    const isIt: Wanted = (op) => op.destination?.postalCode === destination.postalCode;
    this.#promised(tab, `to ${destination.postalCode}`, isIt, false, () =>
      cart.setDestination(destination),
    );
  }

  // A slider: many quantities in a turn, one write.
  #slide(tab: Tab, cart: Cart): void {
    const [line] = cart.getSnapshot().lines;
    if (!line) return;
    this.#promised(tab, `slides ${line.sku}`, () => false, false, () => {
      for (let i = 0; i < 4; i++) cart.edit(line.id, this.random.between(1, 9));
      return cart.saved();
    });
  }

  #believe(tab: Tab, cart: Cart): void {
    cart.loadCatalog({ currency: 'USD', products: [ghost] });
    this.ledger.ask(GHOST, 1, '');
    this.#promised(tab, 'believes in ghosts', () => false, false, () => cart.add({ sku: GHOST }));
  }

  #promised(
    tab: Tab,
    what: string,
    isIt: Wanted,
    must: boolean,
    edit: () => Promise<unknown>,
  ): void {
    this.time.note(`${tab.name}: ${what}`);
    const failed = (error: unknown) => {
      if (!(error instanceof CartError)) this.ledger.violate(`${tab.name} threw: ${String(error)}`);
      else this.time.note(`${tab.name}: refused ${error.code}: ${what}`);
    };
    const kept = () => {
      if (tab.alive && tab.cart) this.#keep(tab, tab.cart, what, isIt, must);
    };
    try {
      edit().then(kept, failed);
    } catch (error) {
      failed(error);
    }
  }

  // The page says that the edit is on disk.
  #keep(tab: Tab, cart: Cart, what: string, isIt: Wanted, must: boolean): void {
    this.time.note(`${tab.name}: kept: ${what}`);
    if (!cart.getSnapshot().sync.durable) return;
    // The first one: another edit that says the same may be on its way to the disk.
    const row = cart.log().find((candidate) => isIt(candidate.op) && this.#isFree(candidate));
    if (!row) {
      if (must) this.ledger.violate(`${tab.name} was told of an edit that is nowhere: ${what}`);
      return;
    }
    this.#taken.add(nameOf(row.op));
    this.ledger.claim(tab.name, row.op);
    if (row.state === 'pending') this.#look(tab, row.op, what);
  }

  #look(tab: Tab, op: Op, what: string): void {
    const key = ['op', op.cart, op.replica, op.n];
    void tab.browser.disk.image.get(key).then((stored) => {
      if (stored === undefined) this.ledger.violate(`${tab.name}: told, not on disk: ${what}`);
    });
  }

  #isFree({ op }: LogRow): boolean {
    return !this.#taken.has(nameOf(op));
  }
}

const markOf = (op: Op): string => op.customizations?.[0]?.value ?? '';

// Numbers change when an operation before is taken back.
const nameOf = (op: Op): string => `${op.replica}:${op.lamport}`;
