#include "tax_split.h"

#include "../path.h"

namespace sealcart::pricing {

// By largest remainder over net and taxes, whose sum is the whole: a share never exceeds its part,
// for amount x part / whole, rounded either way, is at most the part.
std::int64_t split_tax(std::int64_t amount, std::int64_t whole, const std::vector<TaxShare>& taxes,
                       TaxSplitWork& work, std::vector<TaxShare>& out) {
  out = taxes;
  std::int64_t net = whole;
  for (const TaxShare& tax : taxes) net -= tax.amount;
  work.parts.assign(1, net);
  for (const TaxShare& tax : taxes) work.parts.push_back(tax.amount);
  work.shares.resize(work.parts.size());
  allocate(amount, work.parts, {}, work.shares, work.scratch, Ties::position);
  for (std::size_t i = 0; i < taxes.size(); ++i) out[i].amount = work.shares[i + 1];
  return work.shares[0];
}

Status check_taxes(std::int64_t whole, const std::vector<TaxShare>& taxes) {
  if (taxes.size() > limits::kTaxShares) {
    constexpr auto kMost = static_cast<std::int64_t>(limits::kTaxShares);
    return refuse(Error(ErrorCode::list_too_long, "taxes").with("max", kMost));
  }
  std::int64_t left = whole;
  for (std::size_t i = 0; i < taxes.size(); ++i) {
    if (taxes[i].amount < 0 || taxes[i].amount > left) {
      return refuse(Error(ErrorCode::number_out_of_range, at("taxes", i) + ".amount")
                        .with("min", std::int64_t{0})
                        .with("max", left));
    }
    left -= taxes[i].amount;
  }
  return {};
}

}  // namespace sealcart::pricing
