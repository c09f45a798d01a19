// EN 16931, the same five rules for each VAT category: which rate a line (-05), an allowance (-06)
// and a charge (-07) may have, the taxable amount (-08) and the tax (-09) of the breakdown.
#include <array>

#include "../path.h"
#include "invoice_rules.h"

namespace sealcart::pricing {
namespace {

enum class RateKind : std::uint8_t { above_zero, zero_or_more, zero, none };

struct Category {
  const char* rule;  // BR-<rule>-05
  const char* code;  // of UNTDID 5305
  RateKind rate;
  bool by_rate() const { return rate == RateKind::above_zero || rate == RateKind::zero_or_more; }
};

constexpr std::array kCategories{
    Category{"S", "S", RateKind::above_zero},     // standard rate
    Category{"Z", "Z", RateKind::zero},           // zero rated
    Category{"E", "E", RateKind::zero},           // exempt
    Category{"AE", "AE", RateKind::zero},         // reverse charge
    Category{"IC", "K", RateKind::zero},          // intra-community supply
    Category{"G", "G", RateKind::zero},           // export
    Category{"O", "O", RateKind::none},           // not subject to VAT
    Category{"AF", "L", RateKind::zero_or_more},  // Canary Islands (IGIC)
    Category{"AG", "M", RateKind::zero_or_more},  // Ceuta and Melilla (IPSI)
};

// Whether a line, allowance or charge of the category may have this rate.
bool rate_fits(const std::optional<std::string>& figure, RateKind kind) {
  const auto rate = stated(figure);
  if (kind == RateKind::none) return !rate;
  if (!rate) return false;
  if (kind == RateKind::zero) return rate->sign() == 0;
  return rate->sign() > (kind == RateKind::above_zero ? 0 : -1);
}

Breach line_rates_fit(const StatedInvoice& invoice, const Category& category) {  // -05
  for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
    const StatedLine& line = invoice.lines[i];
    if (line.category == category.code && !rate_fits(line.rate, category.rate)) {
      return at("lines", i) + ".rate";
    }
  }
  return std::nullopt;
}

Breach adjustment_rates_fit(const StatedInvoice& invoice, const Category& category,
                            bool charge) {  // -06, -07
  for (std::size_t i = 0; i < invoice.adjustments.size(); ++i) {
    const StatedAdjustment& it = invoice.adjustments[i];
    if (it.charge == charge && it.category == category.code && !rate_fits(it.rate, category.rate)) {
      return at("adjustments", i) + ".rate";
    }
  }
  return std::nullopt;
}

// Lines, less allowances, plus charges of the category; of one rate where the category has several.
Fraction taxable_of(const StatedInvoice& invoice, const Category& category, const StatedTax& row) {
  const auto rate = stated(row.rate);
  const auto belongs = [&](const auto& it) {
    if (it.category != category.code) return false;
    return !category.by_rate() || stated(it.rate) == rate;
  };
  Fraction sum;
  for (const StatedLine& line : invoice.lines) {
    if (belongs(line)) sum += stated_or_zero(line.net);
  }
  for (const StatedAdjustment& adjustment : invoice.adjustments) {
    if (!belongs(adjustment)) continue;
    const Fraction amount = stated_or_zero(adjustment.amount);
    sum += adjustment.charge ? amount : -amount;
  }
  return sum;
}

Breach taxable_is_sum(const StatedInvoice& invoice, const Category& category) {  // -08
  for (std::size_t i = 0; i < invoice.taxes.size(); ++i) {
    const StatedTax& row = invoice.taxes[i];
    if (row.category != category.code || !row.taxable) continue;
    const Fraction sum = taxable_of(invoice, category, row);
    if (Breach breach = equals(row.taxable, sum, at("taxes", i) + ".taxable")) return breach;
  }
  return std::nullopt;
}

Breach tax_fits(const StatedInvoice& invoice, const Category& category) {  // -09
  for (std::size_t i = 0; i < invoice.taxes.size(); ++i) {
    const StatedTax& row = invoice.taxes[i];
    if (row.category != category.code) continue;
    const auto tax = category.by_rate() ? tax_of(row, invoice.decimals) : Fraction();
    if (!tax) continue;
    if (Breach breach = equals(row.tax, *tax, at("taxes", i) + ".tax")) return breach;
  }
  return std::nullopt;
}

}  // namespace

void judge_categories(const StatedInvoice& invoice, std::vector<RuleOutcome>& outcomes) {
  for (const Category& category : kCategories) {
    const std::string rule = std::string("BR-") + category.rule;
    outcomes.push_back({rule + "-05", line_rates_fit(invoice, category)});
    outcomes.push_back({rule + "-06", adjustment_rates_fit(invoice, category, false)});
    outcomes.push_back({rule + "-07", adjustment_rates_fit(invoice, category, true)});
    outcomes.push_back({rule + "-08", taxable_is_sum(invoice, category)});
    outcomes.push_back({rule + "-09", tax_fits(invoice, category)});
  }
}

}  // namespace sealcart::pricing
