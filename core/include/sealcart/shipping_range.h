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

// A country the method serves: these regions of it, or all but some.
struct ServedPlace {
  std::string country;
  std::vector<std::string> regions;  // empty: all
  std::vector<std::string> except;   // regions that are served by others
};

// The places of the zones a method serves, as Store::zone_of finds zones: a region a zone names
// belongs to it even if another zone has the whole country. Depends on the store alone.
std::vector<ServedPlace> served_places(const Store& store, const ShippingMethod& method);

// Sections of a table that decide for at least one served address. Depends on the store alone.
struct TableReach {
  std::vector<std::size_t> sections;  // rising
  bool everywhere = true;             // false: some served address falls in no section
};
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

}  // namespace sealcart
