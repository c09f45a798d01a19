// Shops drawn from a seed that use every rule of the store document: roundings, several and
// compound taxes, list and volume prices, promotions of every kind that compete, add up and exclude
// each other.
#pragma once

#include "sealcart/price_context.h"
#include "support/random_shop.h"

namespace sealcart {

// A case of random_case() with all that on top.
PricingCase random_rules_case(Random& random, std::size_t most_lines);

// Some moment, shopper, uses of promotions and tenders for it.
PriceContext random_context(Random& random, const PricingCase& test);

}  // namespace sealcart
