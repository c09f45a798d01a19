// The shipping range before an address is known: the least and the most a method costs anywhere
// the store delivers, for this very cart.
//
// Exact as far as a table tells destinations apart: each section that some address can reach counts
// with its own cost, and no other. Two facts are not in a table. A postal code rule counts for
// every served region of its country, as core does not know which region a code lies in; and a
// country always has an address outside the regions a table names.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sealcart/shipping_table.h"
#include "sealcart/store.h"

namespace sealcart {

// Both included; compared by as many leading characters as they have.
struct PostalRange {
  std::string first;
  std::string last;
};

// A country the method serves: these regions of it, or all but some; and of those these postal
// codes, or all but some.
struct ServedPlace {
  std::string country;
  std::vector<std::string> regions;      // empty: all
  std::vector<std::string> except;       // regions that are served by others
  std::vector<PostalRange> postal = {};  // empty: all
  std::vector<PostalRange> except_postal = {};
};

// The places of the zones a method serves, as Store::zone_of finds zones: a region or postal code a
// zone names belongs to it even if another zone has the whole country, and to the first zone that
// names one of the two. Countries in turn. Depends on the store alone.
std::vector<ServedPlace> served_places(const Store& store, const ShippingMethod& method);

// What of a table some served address falls in. Store::reach keeps it.
TableReach reach_of(const ShippingTable& table, std::span<const ServedPlace> served);

struct ShippingRange {
  std::int64_t least = 0;
  std::int64_t most = 0;
  bool everywhere = true;  // false: this order can't be delivered to some served address
  friend bool operator==(const ShippingRange&, const ShippingRange&) = default;
};

// shipping_method_unavailable when no served address can be reached with this order;
// amount_overflow.
Result<ShippingRange> shipping_range(const ShippingTable& table, const TableReach& reach,
                                     const Packing& packing);

template <>
struct Describe<ShippingRange> : Fields<ShippingRange> {
  static constexpr std::string_view doc =
      "What a method costs anywhere it goes, for this cart, in minor units.";
  static constexpr std::array fields{
      field<&T::least>(range(0, limits::kAmount), "where it costs least"),
      field<&T::most>(range(0, limits::kAmount), "where it costs most"),
      field<&T::everywhere>("false: some address of its zones can't be reached with this cart"),
  };
};

}  // namespace sealcart
