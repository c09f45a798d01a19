#include "shipment.h"

#include <algorithm>

namespace sealcart::pricing {
namespace {

// 10^9 x the units of a few hundred lots x 10^3 lines: inside 64 bits.
void put_in(Parcel& parcel, const PackedUnit& unit, std::int64_t quantity, std::int64_t subtotal) {
  parcel.weight_g += unit.weight_g * quantity;
  parcel.volume_cm3 += unit.volume_cm3 * quantity;
  parcel.quantity += quantity;
  parcel.subtotal += subtotal;
}

}  // namespace

void fill_parcels(const PriceInput& input, const Totals& totals, std::vector<Parcel>& parcels) {
  parcels.assign(1 + input.parcel_count, {});
  for (std::size_t i = 0; i < input.packed.size(); ++i) {
    if (!input.stays.empty() && input.stays[i] != 0) continue;
    const PackedUnit& unit = input.packed[i];
    const std::int64_t quantity = input.lines[i].quantity;
    const std::int64_t subtotal = totals.lines[i].taxable();
    put_in(parcels[0], unit, quantity, subtotal);
    if (input.parcel_count > 0) put_in(parcels[1 + unit.parcel], unit, quantity, subtotal);
  }
}

std::span<const Parcel> parcels_for(const ParcelRates& rates, std::span<const Parcel> parcels) {
  return rates.split ? parcels.subspan(1) : parcels.first(1);
}

ParcelSum sum_parcels(const ParcelRates& rates, std::span<const Parcel> parcels,
                      std::int64_t order_subtotal) {
  ParcelSum sum;
  for (const Parcel& parcel : parcels_for(rates, parcels)) {
    TableCost cost;
    const TableAnswer answer =
        charge_parcel(rates.table, rates.table.sections.front(), parcel, order_subtotal, cost);
    if (answer != TableAnswer::charged) return {kNever, kNever};
    sum.parts = std::min(kNever, sum.parts + cost.base + cost.step_total + cost.item_total);
    sum.amount = std::min(kNever, sum.amount + cost.amount());
  }
  return sum;
}

Packing packing_of(const ParcelRates& rates, const PriceInput& input, const Totals& totals) {
  std::vector<Parcel> all;
  fill_parcels(input, totals, all);
  const auto parcels = parcels_for(rates, all);
  return {{parcels.begin(), parcels.end()}, {}, discounted_subtotal(totals)};
}

}  // namespace sealcart::pricing
