// A shop with one shipping method, and what the method costs in the snapshot of a cart: the whole
// pipe, from the store document's JSON to the figure a page shows.
#pragma once

#include <string>

#include "sealcart/snapshot.h"
#include "support/shop.h"

namespace sealcart {

// A shop that serves every country of the table and of the destination with the method "post".
PricingCase shipped_by(const ShippingTable& table, const Destination& destination);

// Sells one unit of that size and puts it in, or as many units when those are measured.
void put_parcel(PricingCase& test, TableMeasure measure, std::int64_t size);

void ship_to(PricingCase& test, const Destination& destination);

Snapshot priced_snapshot(const PricingCase& test, const PriceContext& context = {});

// The method of that id; fails when it is not offered.
SnapshotMethod shown_method(const Snapshot& snapshot, std::string_view id = "post");

// "499", or shipping_method_unavailable.
std::string told_cost(const SnapshotMethod& method);

// As cost_to() of rate_tables.h answers.
std::string piped_cost(const ShippingTable& table, const Destination& destination,
                       std::int64_t size);

}  // namespace sealcart
