#include "resolve_shipping.h"

namespace sealcart::pricing {
namespace {

std::int32_t add_goal(PriceInput& input, GoalKind kind, std::size_t rule) {
  input.goals.push_back({kind, static_cast<std::int32_t>(rule)});
  return static_cast<std::int32_t>(input.goals.size()) - 1;
}

void resolve_fees(Resolving& at) {
  for (std::size_t f = 0; f < at.doc().fees.size(); ++f) {
    const Fee& fee = at.doc().fees[f];
    Charge charge;
    charge.rule = static_cast<std::int32_t>(f);
    charge.tax_slot = at.taxes.slot(fee.tax_category);
    charge.amount = at.taxes.price(fee.amount, fee.tax_category);
    charge.rate_ppm = fee.rate_ppm;
    if (fee.below_subtotal) {
      charge.below = *fee.below_subtotal;
      charge.goal = add_goal(at.input, GoalKind::fee, f);
    }
    at.input.fees.push_back(charge);
  }
}

}  // namespace

void resolve_charges(Resolving& at) {
  resolve_shipping(at);
  resolve_fees(at);
}

}  // namespace sealcart::pricing
