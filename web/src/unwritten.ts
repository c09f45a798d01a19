// Changes the module has and the disk does not: what a new module, made from the disk, must be told
// again. Quantities set one after another are kept as the last one of each line, so that a slider
// leaves no list behind.
import type { CartModule } from './module.js';
import type { SnapshotView } from './snapshot.js';

export type Change = (module: CartModule, view: SnapshotView) => void;

export class Unwritten {
  #changes: Change[] = [];
  #quantities = new Map<string, number>();

  add(change: Change): void {
    this.#close();
    this.#changes.push(change);
  }
  setQuantity(line: string, quantity: number): void {
    this.#quantities.set(line, quantity);
  }
  /** In the order in which they were made. */
  all(): readonly Change[] {
    this.#close();
    return this.#changes;
  }
  replace(changes: readonly Change[]): void {
    this.#changes = [...changes];
    this.#quantities.clear();
  }

  #close(): void {
    for (const [line, quantity] of this.#quantities) {
      this.#changes.push((module, view) => setUnits(module, view, line, quantity));
    }
    this.#quantities.clear();
  }
}

/** Core says what is wrong with a line it does not have and with what is no number. */
export function setUnits(
  module: CartModule,
  view: SnapshotView,
  line: string,
  quantity: number,
): void {
  const position = typeof quantity === 'number' ? view.position(line) : undefined;
  if (position !== undefined) module.setQuantity(position, quantity);
  else module.submit(commandJson({ kind: 'setQuantity', line, quantity }));
}

/** A BigInt has no JSON; as text it gets core's refusal for text. */
export function commandJson(command: object): string {
  return JSON.stringify(command, (_, part: unknown) =>
    typeof part === 'bigint' ? String(part) : part,
  );
}
