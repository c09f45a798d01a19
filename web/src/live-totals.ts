// Figures read where core wrote them: no promise, no text, no new objects.
import { FLAT_LINE, FlatHead, readFlatLine, type FlatLine } from './generated/snapshot-layout.js';
import type { LineFigures, LiveTotals } from './types.js';

/** Where the numbers of the module in use are. */
export interface Figures {
  head(): Float64Array;
  /** Ids of the lines, in order; another array when the lines are others. */
  lineIds(): readonly string[];
  flat(): { readonly numbers: Float64Array; readonly at: number };
}

type Row = FlatLine & { readonly id: string };

export class FlatTotals extends FlatHead implements LiveTotals {
  #ids: readonly string[] = [];
  #rows: Row[] = [];
  #read = -1;

  constructor(private readonly figures: Figures) {
    super();
  }

  get lines(): readonly LineFigures[] {
    const ids = this.figures.lineIds();
    if (ids === this.#ids && this.revision === this.#read) return this.#rows;
    if (ids !== this.#ids) this.#rows = ids.map(emptyRow);
    this.#ids = ids;
    const { numbers, at } = this.figures.flat();
    for (let i = 0; i < this.#rows.length; i++) {
      readFlatLine(this.#rows[i]!, numbers, at + i * FLAT_LINE.length);
    }
    this.#read = this.revision;
    return this.#rows;
  }

  protected numbers(): Float64Array {
    return this.figures.head();
  }
}

const emptyRow = (id: string): Row => ({
  id,
  quantity: 0,
  unitPrice: 0,
  subtotal: 0,
  lineDiscount: 0,
  orderDiscount: 0,
  tax: 0,
  total: 0,
});
