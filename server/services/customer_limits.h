// Products of which each customer may have a limited number of units over all orders.
#pragma once

#include <vector>

#include "sealcart/price_context.h"
#include "sealcart/snapshot.h"
#include "services/work.h"

namespace sealcart::server {

// Units of the products with such a limit in the orders this shopper placed before.
std::vector<ProductUse> bought_by(Work& work, const Shop& shop, const Hash32& shopper);

// Counts every product of the snapshot as taken by the shopper, also those without a limit: one may
// be set later. customer_limit at the last line of a product that goes beyond its limit by now; the
// caller undoes the work.
Status take_units(Work& work, const Shop& shop, const Snapshot& snapshot, const Hash32& shopper);

}  // namespace sealcart::server
