// Emitted from core by sealcart_emit; do not edit.
// The flat form of a snapshot: one double for each name, read without JSON.

/** Layout of the module; the page refuses a module of another one. */
export const FLAT_LAYOUT = 3;

/** The head of the array. */
export const FLAT_HEAD = [
  'revision',
  'structure',
  'lineCount',
  'unitCount',
  'estimate',
  'itemSubtotal',
  'lineDiscountTotal',
  'orderDiscountTotal',
  'discountTotal',
  'shippingTotal',
  'feeTotal',
  'includedTaxTotal',
  'additionalTaxTotal',
  'grandTotal',
  'shippingDiscountTotal',
  'tenderTotal',
  'amountDue',
  'pending',
  'head',
] as const;

/** The numbers of the head, each read when it is asked for. */
export abstract class FlatHead {
  protected abstract numbers(): Float64Array;
  get revision(): number {
    return this.numbers()[0]!;
  }
  get structure(): number {
    return this.numbers()[1]!;
  }
  get lineCount(): number {
    return this.numbers()[2]!;
  }
  get unitCount(): number {
    return this.numbers()[3]!;
  }
  get estimate(): number {
    return this.numbers()[4]!;
  }
  get itemSubtotal(): number {
    return this.numbers()[5]!;
  }
  get lineDiscountTotal(): number {
    return this.numbers()[6]!;
  }
  get orderDiscountTotal(): number {
    return this.numbers()[7]!;
  }
  get discountTotal(): number {
    return this.numbers()[8]!;
  }
  get shippingTotal(): number {
    return this.numbers()[9]!;
  }
  get feeTotal(): number {
    return this.numbers()[10]!;
  }
  get includedTaxTotal(): number {
    return this.numbers()[11]!;
  }
  get additionalTaxTotal(): number {
    return this.numbers()[12]!;
  }
  get grandTotal(): number {
    return this.numbers()[13]!;
  }
  get shippingDiscountTotal(): number {
    return this.numbers()[14]!;
  }
  get tenderTotal(): number {
    return this.numbers()[15]!;
  }
  get amountDue(): number {
    return this.numbers()[16]!;
  }
  get pending(): number {
    return this.numbers()[17]!;
  }
  get head(): number {
    return this.numbers()[18]!;
  }
}

/** Then one record for each line, */
export const FLAT_LINE = [
  'quantity',
  'unitPrice',
  'subtotal',
  'lineDiscount',
  'orderDiscount',
  'tax',
  'total',
] as const;

/** The numbers of such a record. */
export interface FlatLine {
  quantity: number;
  unitPrice: number;
  subtotal: number;
  lineDiscount: number;
  orderDiscount: number;
  tax: number;
  total: number;
}
export function readFlatLine(into: FlatLine, numbers: Float64Array, at: number): void {
  into.quantity = numbers[at]!;
  into.unitPrice = numbers[at + 1]!;
  into.subtotal = numbers[at + 2]!;
  into.lineDiscount = numbers[at + 3]!;
  into.orderDiscount = numbers[at + 4]!;
  into.tax = numbers[at + 5]!;
  into.total = numbers[at + 6]!;
}

/** for each tax, */
export const FLAT_TAX = [
  'taxable',
  'tax',
] as const;

/** for each shipping method, */
export const FLAT_METHOD = [
  'amount',
  'chosen',
] as const;

/** and for each gap. */
export const FLAT_GAP = [
  'amount',
  'units',
] as const;
