// Ways to deliver, from names to columns.
#pragma once

#include "resolving.h"
#include "sealcart/delivery.h"

namespace sealcart::pricing {

// The methods that serve the zone: PriceInput::shipping with everything price() needs to know what
// they cost (rates, packed units, parcels), and when they would arrive. Needs the lines.
void resolve_shipping(Resolving& at);

// What a cart asks of its delivery: the longest making and the shortest keeping of what is
// delivered.
LeadTime lead_time_of(const Cart& cart, const Catalog& catalog);

}  // namespace sealcart::pricing
