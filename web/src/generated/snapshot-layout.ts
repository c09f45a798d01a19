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
