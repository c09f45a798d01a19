#include "sealcart/parcel.h"

#include <map>
#include <utility>

#include "../path.h"
#include "sealcart/limits.h"
#include "sealcart/money.h"

namespace sealcart {
namespace {

// sum += count * each, unless that leaves limits::kAmount.
bool add(std::int64_t& sum, std::int64_t count, std::int64_t each) {
  const auto product = mul_div(count, each, 1, Rounding::half_up);
  if (!product) return false;
  sum += *product;
  return sum <= limits::kAmount;
}

}  // namespace

Result<Packing> pack(std::span<const ParcelLine> lines, bool split) {
  Packing packing;
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> by_name;
  for (const ParcelLine& line : lines) {
    const auto key = split ? std::pair(line.group, line.origin)
                           : std::pair(std::string_view(), std::string_view());
    const auto next = static_cast<std::uint32_t>(packing.parcels.size());
    const auto [known, is_new] = by_name.emplace(key, next);
    if (is_new) packing.parcels.emplace_back();
    packing.of_line.push_back(known->second);
    Parcel& parcel = packing.parcels[known->second];
    const bool fits = add(parcel.quantity, line.quantity, 1) &&
                      add(parcel.weight_g, line.quantity, line.weight_g) &&
                      add(parcel.volume_cm3, line.quantity, line.volume_cm3) &&
                      add(parcel.subtotal, line.subtotal, 1) &&
                      add(packing.subtotal, line.subtotal, 1);
    if (!fits) return refuse(Error(ErrorCode::amount_overflow, at("parcels", known->second)));
  }
  return packing;
}

}  // namespace sealcart
