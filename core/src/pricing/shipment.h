// A cart as it is packed, and what rate tables say of its parcels.
#pragma once

#include <span>

#include "sealcart/totals.h"

namespace sealcart::pricing {

// First all that is delivered as one parcel; then, when a method splits, a parcel for each shipping
// group and origin. Needs PriceInput::packed.
void fill_parcels(const PriceInput& input, const Totals& totals, std::vector<Parcel>& parcels);

// Those of them that a table is asked about.
std::span<const Parcel> parcels_for(const ParcelRates& rates, std::span<const Parcel> parcels);

// The sum of the parts of all parcels, and what is charged for them: after minimum, maximum and
// threshold of each. kNever: some parcel is not covered, or the sum exceeds limits::kAmount.
struct ParcelSum {
  std::int64_t parts = 0;
  std::int64_t amount = 0;
};
ParcelSum sum_parcels(const ParcelRates& rates, std::span<const Parcel> parcels,
                      std::int64_t order_subtotal);

// What a method costs beside its rates: its amount, and that of the units. May exceed
// limits::kAmount as far as kNever.
std::int64_t flat_cost(const Charge& method, const Totals& totals);

// The parcels a table is asked about, as shipment_cost() and shipping_range() take them.
Packing packing_of(const ParcelRates& rates, const PriceInput& input, const Totals& totals);

}  // namespace sealcart::pricing
