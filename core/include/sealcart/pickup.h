// Pickup: the shopper fetches the order. Costs nothing to deliver; needs a location.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/address.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"

namespace sealcart {

struct PickupLocation {
  std::string id;
  std::string name;
  Address address;
};

// The index of the chosen location. field_required: none chosen; store_reference_unknown: not one
// of these. Path `pickupLocation`.
Result<std::size_t> find_pickup(std::span<const PickupLocation> locations, std::string_view chosen);

// Every mistake in the list: none at all, ids used twice, countries ISO 3166-1 does not know. Paths
// begin with the place in it: "[2].id".
std::vector<Error> pickup_mistakes(std::span<const PickupLocation> locations);

template <>
struct Describe<PickupLocation> : Fields<PickupLocation> {
  static constexpr std::string_view doc = "A place where shoppers fetch their orders.";
  static constexpr std::array fields{
      field<&T::id>(bytes(1, limits::kIdBytes), "stable"),
      field<&T::name>(bytes(1, limits::kNameBytes), "shown"),
      field<&T::address>("where it is"),
  };
};

}  // namespace sealcart
