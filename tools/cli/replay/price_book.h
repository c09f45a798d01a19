// The price book of replayed carts: each stock code is a product, each price it was sold at a
// variant.
#pragma once

#include <string>
#include <vector>

#include "replay/carts.h"
#include "sealcart/catalog.h"
#include "sealcart/store.h"

namespace sealcart::replay {

// One variant of a stock code: "85123A@2.55".
std::string sku_of(const SoldLine& line);

// No tax, no promotion, nothing to ship: what is left is the sum of price x quantity.
StoreDocument replay_store();

// Every variant sold in any of the carts. Prices the currency can't express are left out, so that
// adding such a line is refused; read the reason with price_of().
CatalogSlice price_book(const std::vector<SoldCart>& carts);

// The price in pence: amount_invalid, amount_precision.
Result<std::int64_t> price_of(const SoldLine& line);

}  // namespace sealcart::replay
