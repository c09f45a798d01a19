// Why a cart can't be delivered as it stands.
#pragma once

#include <optional>
#include <vector>

#include "sealcart/totals.h"

namespace sealcart {

// destination_not_served: no method goes there. shipping_method_unavailable: the chosen one does
// not go there or can't take the order; with what is too much, where that is known.
// order_not_deliverable: none of those that go there can take the order.
std::optional<Error> shipping_problem(const Cart& cart, const Store& store, const Priced& priced);

}  // namespace sealcart
