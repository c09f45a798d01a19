// What holds for the price of every cart (research: I1 to I13), checked on one case.
#pragma once

#include <string>

#include "sealcart/price_context.h"
#include "support/random.h"
#include "support/shop.h"

namespace sealcart {

// The first invariant a price breaks, with its figures; empty when all hold. `random` decides which
// quantity is changed and back, and which other deals are tried.
std::string broken_invariant(const PricingCase& test, const PriceContext& context, Random& random);

}  // namespace sealcart
