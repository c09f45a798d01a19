// What problems() and the snapshot tell of: each refusal with the command that ends it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sealcart/allowance.h"
#include "sealcart/op.h"
#include "sealcart/totals.h"

namespace sealcart {

struct Trouble {
  Error error;
  std::optional<Command> remedy;
};

// `goods` are goods_of() the cart.
std::vector<Trouble> troubles(const Cart& cart, const Store& store, const Catalog& catalog,
                              std::span<const Catalog::Entry> goods, const Priced& priced,
                              const PriceContext& context);

// What does not stop an order: quantity_conflict, low_stock, on_backorder, on_preorder.
std::vector<Error> notices(const Cart& cart, const Store& store,
                           std::span<const Catalog::Entry> goods, const PriceContext& context);

}  // namespace sealcart
