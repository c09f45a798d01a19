// Wrong designs of the cart itself, put between the page and its module.
import type { CartGlue } from '../../../web/src/glue.js';
import { FLAT_HEAD } from '../../../web/src/generated/snapshot-layout.js';
import type { LogBatch, LogEntry, Op, SavedCart } from '../../../web/src/generated/wire.js';
import { TextArena } from '../../../web/src/text-arena.js';
import type { Plant } from './plant.js';

const LOG_HEAD = FLAT_HEAD.indexOf('head');

interface Module {
  readonly glue: CartGlue;
  /** Index of the log seen. */
  readonly head: number;
  saved(): SavedCart;
  submit(command: object): void;
}

/** Bends the entries a module is to join; may do more to it afterwards. */
type Bend = (entries: readonly LogEntry[], module: Module) => readonly LogEntry[];

function bentEntries(name: string, bend: Bend, after?: Bend): Plant {
  const glue = (real: CartGlue): Partial<CartGlue> => {
    let input = 0;
    const arena = new TextArena(real);
    const module: Module = {
      glue: real,
      get head() {
        return new Float64Array(real.HEAPF64.buffer, real.head(), FLAT_HEAD.length)[LOG_HEAD]!;
      },
      saved: () => (real.save(), JSON.parse(arena.read()) as SavedCart),
      submit: (command) => void real.submit(arena.write(JSON.stringify(command))),
    };
    return {
      input: (bytes) => (input = real.input(bytes)),
      receive: (length) => {
        const text = new TextDecoder().decode(real.HEAPU8.slice(input, input + length));
        const batch = JSON.parse(text) as LogBatch;
        const entries = bend(batch.entries, module);
        const status = real.receive(arena.write(JSON.stringify({ ...batch, entries })));
        if (status === 0) after?.(batch.entries, module);
        return status;
      },
    };
  };
  return { name, glue };
}

// The operation takes every lot of its line that is there, seen by its maker or not.
const takesAll = (kinds: readonly string[]): Bend => {
  return (entries, { saved }) => {
    const { lines } = saved().confirmed;
    return entries.map((entry): LogEntry => {
      const { op } = entry;
      if (!kinds.includes(op.kind)) return entry;
      const text = JSON.stringify(op.customizations ?? []);
      const line = lines.find(
        ({ sku, customizations = [] }) => sku === op.sku && JSON.stringify(customizations) === text,
      );
      const seen = new Set((op.shrinks ?? []).map(({ replica, n }) => `${replica}:${n}`));
      const unseen = (line?.lots ?? []).filter(({ replica, n }) => !seen.has(`${replica}:${n}`));
      const more = unseen.map(({ replica, n }) => ({ replica, n, remaining: 0 }));
      const shrinks = [...(op.shrinks ?? []), ...more];
      shrinks.sort((a, b) => a.replica - b.replica || a.n - b.n);
      return { ...entry, op: { ...op, shrinks } as Op };
    });
  };
};

const addsAgain: Bend = (entries, { submit, saved }) => {
  const { replica } = saved();
  for (const { op } of entries) {
    if (op.kind !== 'add' || op.replica === replica) continue;
    submit({
      kind: 'add',
      sku: op.sku,
      quantity: op.units,
      customizations: op.customizations ?? [],
    });
  }
  return entries;
};

export const modulePlants: readonly Plant[] = [
  bentEntries('a gap in the log is skipped', (entries, { head }) => {
    const gap = entries[0]!.index - (head + 1);
    return entries.map(({ index, op }) => ({ index: index - Math.max(0, gap), op }));
  }),
  bentEntries('an entry is applied twice', (entries) => entries, addsAgain),
  bentEntries('a removal takes what it did not see', takesAll(['remove'])),
  bentEntries('the last quantity of a line wins', takesAll(['set', 'remove'])),
  bentEntries('entries are joined in another order', (entries) => {
    const ops = [...entries].reverse().map(({ op }) => op);
    return entries.map(({ index }, i) => ({ index, op: ops[i]! }));
  }),
  {
    name: 'a refused operation takes those after it along',
    glue: (real) => ({
      dropPending: (n) => {
        const status = real.dropPending(n);
        for (let i = 0; status === 0 && i < 100 && real.dropPending(n) === 0; i++);
        return status;
      },
    }),
  },
];
