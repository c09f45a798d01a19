// Rows of gobl.jsonl for the core.
#pragma once

#include "sealcart/invoice.h"
#include "support/invoice_rows.h"

namespace sealcart {

Invoice gobl_invoice(const Row& row);

// Where the rates of a category are not its amount, the breakdown was put in by hand: only the
// totals are compared.
bool gobl_breakdown_contradicts_itself(const Row& row);

// Figures that are not what the row says; "" when all are.
std::string gobl_differences(const Row& row, const InvoiceTotals& totals);

}  // namespace sealcart
