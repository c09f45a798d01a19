// A line, or units of it, from one cart to another in one transaction.
#pragma once

#include "services/accesses.h"

namespace sealcart::server {

// Both carts are the asking device's to edit. line_unknown; cart_changed: the line does not have
// the quantity the page sees; quantity_too_large (of the line, or what the other cart's may hold);
// currency_mismatch; what check_caps() refuses there.
Result<MoveAnswer> move_line(Work& work, const CartState& from, const CartState& to,
                             const MoveRequest& request);

}  // namespace sealcart::server
