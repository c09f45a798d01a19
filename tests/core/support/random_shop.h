// Shops and carts drawn from a seed: small figures and ties as often as large ones.
#pragma once

#include "support/random.h"
#include "support/shop.h"

namespace sealcart {

// A shop with up to `most_products` products, each of one variant "S0", "S1", ...; promotions, tax,
// shipping and fees of every shape.
Shop random_shop(Random& random, std::size_t most_products);

// That shop with a cart of some of its products. Every figure stays far below limits::kAmount.
PricingCase random_case(Random& random, std::size_t most_lines);

}  // namespace sealcart
