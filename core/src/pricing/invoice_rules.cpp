#include "invoice_rules.h"

#include <array>

#include "../path.h"

namespace sealcart {
namespace pricing {

namespace {

Breach line_total_is_sum(const StatedInvoice& invoice) {  // BR-CO-10
  Fraction sum;
  for (const StatedLine& line : invoice.lines) sum += stated_or_zero(line.net);
  return equals(invoice.line_total, sum, "lineTotal");
}

// A total of adjustments of one kind: their sum, and there when they are.
Breach adjustment_total(const StatedInvoice& invoice, bool charge,
                        const std::optional<std::string>& total, std::string_view path) {
  Fraction sum;
  bool any = false;
  for (const StatedAdjustment& adjustment : invoice.adjustments) {
    if (adjustment.charge != charge) continue;
    sum += stated_or_zero(adjustment.amount);
    any = true;
  }
  if (!total && any) return std::string(path);
  return equals(total, sum, path);
}

Breach allowance_total_is_sum(const StatedInvoice& invoice) {  // BR-CO-11
  return adjustment_total(invoice, false, invoice.allowance_total, "allowanceTotal");
}

Breach charge_total_is_sum(const StatedInvoice& invoice) {  // BR-CO-12
  return adjustment_total(invoice, true, invoice.charge_total, "chargeTotal");
}

Breach net_total_adds_up(const StatedInvoice& invoice) {  // BR-CO-13
  const auto lines = stated(invoice.line_total);
  if (!lines) return std::nullopt;
  return equals(
      invoice.net_total,
      *lines - stated_or_zero(invoice.allowance_total) + stated_or_zero(invoice.charge_total),
      "netTotal");
}

Breach tax_total_is_sum(const StatedInvoice& invoice) {  // BR-CO-14
  if (invoice.taxes.empty()) return std::nullopt;
  Fraction sum;
  for (const StatedTax& row : invoice.taxes) sum += stated_or_zero(row.tax);
  return equals(invoice.tax_total, sum, "taxTotal");
}

Breach gross_total_adds_up(const StatedInvoice& invoice) {  // BR-CO-15
  // The one VAT total in the currency of the invoice; a second must be in another.
  if (invoice.accounting_tax && invoice.accounting_currency == invoice.currency) {
    return "accountingCurrency";
  }
  const auto net = stated(invoice.net_total);
  if (!net) return std::nullopt;
  return equals(invoice.gross_total, *net + stated_or_zero(invoice.tax_total), "grossTotal");
}

Breach payable_adds_up(const StatedInvoice& invoice) {  // BR-CO-16
  const auto gross = stated(invoice.gross_total);
  if (!gross) return std::nullopt;
  return equals(invoice.payable,
                *gross - stated_or_zero(invoice.prepaid) + stated_or_zero(invoice.payable_rounding),
                "payable");
}

Breach taxes_follow_rates(const StatedInvoice& invoice) {  // BR-CO-17
  for (std::size_t i = 0; i < invoice.taxes.size(); ++i) {
    const StatedTax& row = invoice.taxes[i];
    if (!row.taxable) continue;
    const Fraction tax = tax_of(row, invoice.decimals).value_or(Fraction());
    if (Breach breach = equals(row.tax, tax, at("taxes", i) + ".tax")) return breach;
  }
  return std::nullopt;
}

constexpr std::array kTotalRules{
    InvoiceRule{"BR-CO-10", line_total_is_sum},   InvoiceRule{"BR-CO-11", allowance_total_is_sum},
    InvoiceRule{"BR-CO-12", charge_total_is_sum}, InvoiceRule{"BR-CO-13", net_total_adds_up},
    InvoiceRule{"BR-CO-14", tax_total_is_sum},    InvoiceRule{"BR-CO-15", gross_total_adds_up},
    InvoiceRule{"BR-CO-16", payable_adds_up},     InvoiceRule{"BR-CO-17", taxes_follow_rates},
};

std::vector<RuleOutcome> judge(const StatedInvoice& invoice) {
  std::vector<RuleOutcome> outcomes;
  for (const InvoiceRule& rule : total_rules()) outcomes.push_back({rule.id, rule.breach(invoice)});
  judge_categories(invoice, outcomes);
  for (const InvoiceRule& rule : peppol_rules())
    outcomes.push_back({rule.id, rule.breach(invoice)});
  return outcomes;
}

}  // namespace

std::span<const InvoiceRule> total_rules() { return kTotalRules; }

}  // namespace pricing

Result<InvoiceCheck> check_invoice(const StatedInvoice& invoice) {
  if (Status read = pricing::read_figures(invoice); !read) return refuse(std::move(read).error());
  InvoiceCheck check;
  for (pricing::RuleOutcome& rule : pricing::judge(invoice)) {
    if (rule.breach) check.violations.push_back({std::move(rule.id), std::move(*rule.breach)});
  }
  return check;
}

std::vector<std::string> invoice_rules() {
  std::vector<std::string> ids;
  for (pricing::RuleOutcome& rule : pricing::judge({})) ids.push_back(std::move(rule.id));
  return ids;
}

}  // namespace sealcart
