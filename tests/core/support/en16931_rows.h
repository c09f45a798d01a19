// Rows of en16931.jsonl (UBL, CII and ZUGFeRD in one shape) and rule_cases.jsonl for the core.
#pragma once

#include "sealcart/invoice.h"
#include "sealcart/invoice_rules.h"
#include "support/invoice_rows.h"

namespace sealcart {

Invoice en16931_invoice(const Row& row);

// The figures a row states, for its rules; `row` is also the fragment of a rule case.
StatedInvoice stated_invoice(const Row& row);

// Figures that are not what the row says; "" when all are.
std::string en16931_differences(const Row& row, const InvoiceTotals& totals);

}  // namespace sealcart
