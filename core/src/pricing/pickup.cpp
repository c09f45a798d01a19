#include "sealcart/pickup.h"

#include <set>

#include "../path.h"

namespace sealcart {

Result<std::size_t> find_pickup(std::span<const PickupLocation> locations,
                                std::string_view chosen) {
  constexpr std::string_view kField = "pickupLocation";
  if (chosen.empty()) return refuse(Error(ErrorCode::field_required, kField));
  for (std::size_t i = 0; i < locations.size(); ++i) {
    if (locations[i].id == chosen) return i;
  }
  return refuse(Error(ErrorCode::store_reference_unknown, kField).with("id", chosen));
}

std::vector<Error> pickup_mistakes(std::span<const PickupLocation> locations) {
  std::vector<Error> mistakes;
  if (locations.empty()) {
    mistakes.push_back(
        Error(ErrorCode::store_value_conflict).with("what", "a pickup method needs a location"));
  }
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < locations.size(); ++i) {
    const PickupLocation& location = locations[i];
    if (!ids.insert(location.id).second) {
      mistakes.push_back(
          Error(ErrorCode::store_duplicate_id, at("", i) + ".id").with("id", location.id));
    }
    if (!is_country(location.address.country)) {
      mistakes.emplace_back(ErrorCode::country_unknown, at("", i) + ".address.country");
    }
  }
  return mistakes;
}

}  // namespace sealcart
