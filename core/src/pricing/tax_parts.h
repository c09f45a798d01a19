// What the taxes of one slot make of one amount.
#pragma once

#include <array>

#include "../rate.h"
#include "sealcart/totals.h"

namespace sealcart::pricing {

using TaxParts = std::array<std::int64_t, limits::kRatesPerCategory>;

// price with tax = price without x num / den. num < 2^74 (limits.h), so an amount times num fits
// 128 bits.
struct TaxFactor {
  unsigned __int128 num = 1;
  unsigned __int128 den = 1;
};
TaxFactor factor_of(const PriceInput& input, const TaxSlot& slot);

// The taxes on `taxable`, in the profile's mode: their sum, and each in `parts`.
std::int64_t parts_of(const PriceInput& input, const TaxSlot& slot, std::int64_t taxable,
                      TaxParts& parts);

// The only tax of a slot, rounded half up: the common case, kept free of 128 bits.
inline std::int64_t only_part(const TaxSlot& slot, std::int64_t taxable) {
  const auto size = static_cast<std::uint64_t>(taxable);
  if (size < slot.share.bound()) return static_cast<std::int64_t>(slot.share.half_up(size));
  return slot.included ? part_within(taxable, slot.rate_ppm) : percent_of(taxable, slot.rate_ppm);
}

// The same, added to the sums of its rate.
inline std::int64_t take_only_part(const TaxSlot& slot, std::int64_t taxable, TaxTotal* sums) {
  TaxTotal& sum = sums[slot.first];
  const std::int64_t tax = only_part(slot, taxable);
  sum.taxable += taxable;
  sum.tax += tax;
  return tax;
}

}  // namespace sealcart::pricing
