// Parcels: an order as it is packed. Lines of one shipping group from one origin travel together.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sealcart/result.h"

namespace sealcart {

// What shipping needs of a line that is delivered (downloads are left out). Empty names are a group
// and an origin of their own.
struct ParcelLine {
  std::string_view group;
  std::string_view origin;
  std::int64_t quantity = 0;
  std::int64_t weight_g = 0;    // of one unit
  std::int64_t volume_cm3 = 0;  // of one unit
  std::int64_t subtotal = 0;    // of the line, after all discounts
};

struct Parcel {
  std::int64_t weight_g = 0;
  std::int64_t volume_cm3 = 0;
  std::int64_t quantity = 0;
  std::int64_t subtotal = 0;
  friend bool operator==(const Parcel&, const Parcel&) = default;
};

struct Packing {
  std::vector<Parcel> parcels;         // in the order of their first lines
  std::vector<std::uint32_t> of_line;  // beside the lines: index into parcels
  std::int64_t subtotal = 0;           // of all parcels
};

// `split`: a parcel for each pair of group and origin; else one for all. No lines: no parcels.
// amount_overflow when a sum leaves limits::kAmount (path `parcels[i]`).
Result<Packing> pack(std::span<const ParcelLine> lines, bool split);

}  // namespace sealcart
