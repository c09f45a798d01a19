// One function for each arithmetic rule: the path of the first figure that breaks it, or nothing.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sealcart/invoice_rules.h"

namespace sealcart::pricing {

using Breach = std::optional<std::string>;

struct InvoiceRule {
  const char* id;
  Breach (*breach)(const StatedInvoice&);
};

struct RuleOutcome {
  std::string id;
  Breach breach;
};

// EN 16931: sums and totals, BR-CO-10 to BR-CO-17.
std::span<const InvoiceRule> total_rules();
// Peppol BIS Billing 3: lines, allowances and charges.
std::span<const InvoiceRule> peppol_rules();
// EN 16931: rates, taxable and tax amounts of each VAT category, BR-S-05 to BR-AG-09.
void judge_categories(const StatedInvoice& invoice, std::vector<RuleOutcome>& outcomes);

// Every figure is a decimal.
Status read_figures(const StatedInvoice& invoice);

// The figure, when it is stated.
std::optional<Fraction> stated(const std::optional<std::string>& figure);
Fraction stated_or_zero(const std::optional<std::string>& figure);
// Breached at `path` unless `figure` is absent or equals `sum`.
Breach equals(const std::optional<std::string>& figure, const Fraction& sum, std::string_view path);
// The tax of a row by its taxable amount and rate; nothing when one of them is absent.
std::optional<Fraction> tax_of(const StatedTax& row, std::int32_t decimals);

}  // namespace sealcart::pricing
