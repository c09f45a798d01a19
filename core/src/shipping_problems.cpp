#include "shipping_problems.h"

#include <algorithm>

#include "pricing/shipment.h"

namespace sealcart {
namespace {

constexpr std::string_view kMethodField = "shippingMethod";

// With the figures of a parcel that no row covers.
Error unavailable(const Cart& cart, const Priced& priced) {
  Error told = Error(ErrorCode::shipping_method_unavailable, kMethodField)
                   .with("method", cart.shipping_method);
  const PriceInput& input = priced.input;
  if (input.chosen_shipping == kNone) return told;
  const Charge& charge = input.shipping[static_cast<std::size_t>(input.chosen_shipping)];
  if (charge.rates == kNone || charge.bar != ShippingBar::none) return told;
  const ParcelRates& rates = input.parcel_rates[static_cast<std::size_t>(charge.rates)];
  const auto cost =
      shipment_cost(rates.table, {}, pricing::packing_of(rates, input, priced.totals));
  if (cost) return told;
  for (const ErrorParam& param : cost.error().params) told.params.push_back(param);
  return told;
}

bool goes_there(const Charge& method) { return method.bar != ShippingBar::place; }

}  // namespace

std::optional<Error> shipping_problem(const Cart& cart, const Store& store, const Priced& priced) {
  const PriceInput& input = priced.input;
  // A store without methods sells without delivery.
  if (!input.ships || store.document().shipping_methods.empty()) return {};
  if (std::ranges::none_of(input.shipping, goes_there)) {
    return Error(ErrorCode::destination_not_served, "destination.country")
        .with("country", cart.destination.country);
  }
  if (!cart.shipping_method.empty()) {
    const bool taken = input.chosen_shipping != kNone &&
                       (priced.error || priced.totals.shipping_choice == input.chosen_shipping);
    if (!taken) return unavailable(cart, priced);
  }
  if (!priced.error && priced.totals.shipping_open == 0) {
    return Error(ErrorCode::order_not_deliverable, kMethodField);
  }
  return {};
}

}  // namespace sealcart
