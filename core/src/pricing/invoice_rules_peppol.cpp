// Peppol BIS Billing 3.0, the rules on figures of lines, allowances and charges.
#include <array>

#include "../path.h"
#include "invoice_rules.h"

namespace sealcart::pricing {
namespace {

// Whether two figures differ by more than 0.02.
bool apart(const Fraction& a, const Fraction& b) {
  const Fraction gap = a - b;
  const Fraction slack{Decimal{2, 2}};
  return gap.lost() || (gap - slack).sign() > 0 || (gap + slack).sign() < 0;
}

// The first adjustment, of the document or of a line, for which `broken` is true.
template <class Broken>
Breach first_adjustment(const StatedInvoice& invoice, Broken broken) {
  for (std::size_t i = 0; i < invoice.adjustments.size(); ++i) {
    if (broken(invoice.adjustments[i])) return at("adjustments", i);
  }
  for (std::size_t l = 0; l < invoice.lines.size(); ++l) {
    const auto& adjustments = invoice.lines[l].adjustments;
    for (std::size_t i = 0; i < adjustments.size(); ++i) {
      if (broken(adjustments[i])) return at("lines", l) + '.' + at("adjustments", i);
    }
  }
  return std::nullopt;
}

Breach adjustments_follow_percent(const StatedInvoice& invoice) {  // R040
  return first_adjustment(invoice, [](const StatedAdjustment& adjustment) {
    const auto amount = stated(adjustment.amount);
    const auto base = stated(adjustment.base);
    const auto percent = stated(adjustment.percent);
    return amount && base && percent && apart(*amount, *base * *percent / Fraction(100));
  });
}

Breach percent_has_base(const StatedInvoice& invoice) {  // R041
  return first_adjustment(
      invoice, [](const StatedAdjustment& it) { return it.percent.has_value() && !it.base; });
}

Breach base_has_percent(const StatedInvoice& invoice) {  // R042
  return first_adjustment(
      invoice, [](const StatedAdjustment& it) { return it.base.has_value() && !it.percent; });
}

Breach price_is_discounted(const StatedInvoice& invoice) {  // R046
  for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
    const StatedLine& line = invoice.lines[i];
    const auto gross = stated(line.gross_price);
    if (!gross) continue;
    const Fraction price = *gross - stated_or_zero(line.price_discount);
    if (Breach breach = equals(line.price, price, at("lines", i) + ".price")) return breach;
  }
  return std::nullopt;
}

Breach accounting_tax_has_same_sign(const StatedInvoice& invoice) {  // R055
  const auto tax = stated(invoice.tax_total);
  const auto accounting = stated(invoice.accounting_tax);
  if (!tax || !accounting || tax->sign() * accounting->sign() >= 0) return std::nullopt;
  return "accountingTax";
}

Breach line_net_adds_up(const StatedInvoice& invoice) {  // R120
  for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
    const StatedLine& line = invoice.lines[i];
    const auto net = stated(line.net);
    const auto quantity = stated(line.quantity);
    const auto price = stated(line.price);
    if (!net || !quantity || !price) continue;
    Fraction sum = *quantity * *price / stated(line.base_quantity).value_or(Fraction(1));
    for (const StatedAdjustment& adjustment : line.adjustments) {
      const Fraction amount = stated_or_zero(adjustment.amount);
      sum += adjustment.charge ? amount : -amount;
    }
    if (apart(*net, sum)) return at("lines", i) + ".net";
  }
  return std::nullopt;
}

Breach base_quantity_above_zero(const StatedInvoice& invoice) {  // R121
  for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
    const auto units = stated(invoice.lines[i].base_quantity);
    if (units && units->sign() <= 0) return at("lines", i) + ".baseQuantity";
  }
  return std::nullopt;
}

constexpr std::array kPeppolRules{
    InvoiceRule{"PEPPOL-EN16931-R040", adjustments_follow_percent},
    InvoiceRule{"PEPPOL-EN16931-R041", percent_has_base},
    InvoiceRule{"PEPPOL-EN16931-R042", base_has_percent},
    InvoiceRule{"PEPPOL-EN16931-R046", price_is_discounted},
    InvoiceRule{"PEPPOL-EN16931-R055", accounting_tax_has_same_sign},
    InvoiceRule{"PEPPOL-EN16931-R120", line_net_adds_up},
    InvoiceRule{"PEPPOL-EN16931-R121", base_quantity_above_zero},
};

}  // namespace

std::span<const InvoiceRule> peppol_rules() { return kPeppolRules; }

}  // namespace sealcart::pricing
