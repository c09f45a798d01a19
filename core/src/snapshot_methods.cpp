#include "snapshot_methods.h"

#include "pricing/shipment.h"

namespace sealcart {
namespace {

// What the method costs anywhere it goes, from the rates kept for that. A bound or sum beyond
// limits::kAmount leaves no range to tell.
std::optional<ShippingRange> range_of(const PriceInput& input, const Charge& charge,
                                      const Totals& totals) {
  if (!input.no_address || charge.rates == kNone || charge.bar != ShippingBar::none) return {};
  const ParcelRates& rates = input.parcel_rates[static_cast<std::size_t>(charge.rates)];
  TableReach reach{{}, rates.everywhere};
  for (std::size_t s = 1; s < rates.table.sections.size(); ++s) reach.sections.push_back(s);
  const Packing packing = pricing::packing_of(rates, input, totals);
  auto range = shipping_range(rates.table, reach, packing);
  if (!range) return {};
  const std::int64_t others = pricing::flat_cost(charge, totals);
  const bool free = packing.subtotal >= charge.free_from;
  range->least = free ? 0 : range->least + others;
  range->most = free ? 0 : range->most + others;
  if (range->most > limits::kAmount) return {};
  return *range;
}

}  // namespace

std::vector<SnapshotMethod> methods_of(const StoreDocument& doc, const Priced& priced) {
  std::vector<SnapshotMethod> methods;
  const PriceInput& input = priced.input;
  const Totals& totals = priced.totals;
  if (!input.ships) return methods;
  for (std::size_t m = 0; m < input.shipping.size(); ++m) {
    const Charge& charge = input.shipping[m];
    const ShippingMethod& method = doc.shipping_methods[static_cast<std::size_t>(charge.rule)];
    SnapshotMethod& told = methods.emplace_back();
    told.id = method.id;
    told.name = method.name;
    told.available = totals.is_open(m);
    if (told.available) told.amount = cost_of(input, charge, totals);
    if (!priced.error) told.range = range_of(input, charge, totals);
    if (charge.free_from < kNever) told.free_from = charge.free_from;
    told.min_days = method.min_days;
    told.max_days = method.max_days;
    if (told.available && !input.delivery.empty() && input.delivery[m]) {
      told.delivery = estimate_of(*input.delivery[m]);
    }
    told.parcels = method.split ? static_cast<std::int32_t>(input.parcel_count) : 1;
    told.pickup = method.pickup;
    told.chosen = totals.shipping_choice == static_cast<std::int32_t>(m);
  }
  return methods;
}

}  // namespace sealcart
