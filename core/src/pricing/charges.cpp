#include "stages.h"

namespace sealcart::pricing {
namespace {

// What the shopper chose; until then the cheapest method stands in, the first among equals.
std::int32_t choose_shipping(const PriceInput& input, std::int64_t base) {
  if (input.chosen_shipping != kNone) return input.chosen_shipping;
  std::int32_t best = kNone;
  std::int64_t least = 0;
  for (std::size_t m = 0; m < input.shipping.size(); ++m) {
    const std::int64_t cost = cost_of(input.shipping[m], base);
    if (best != kNone && cost >= least) continue;
    best = static_cast<std::int32_t>(m);
    least = cost;
  }
  return best;
}

}  // namespace

void charge(const PriceInput& input, Totals& out) {
  const std::int64_t base = discounted_subtotal(out);
  const bool any = out.unit_count > 0;
  out.shipping_total = 0;
  out.shipping_choice = input.ships ? choose_shipping(input, base) : kNone;
  if (out.shipping_choice != kNone) {
    out.shipping_total =
        cost_of(input.shipping[static_cast<std::size_t>(out.shipping_choice)], base);
  }
  out.fee_total = 0;
  out.fee_amounts.resize(input.fees.size());
  for (std::size_t f = 0; f < input.fees.size(); ++f) {
    const bool due = any && base < input.fees[f].below;
    out.fee_amounts[f] = due ? input.fees[f].amount : 0;
    out.fee_total += out.fee_amounts[f];
  }
}

}  // namespace sealcart::pricing
