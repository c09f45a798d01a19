// Why a promotion does not count: the conditions that hold or not whatever the quantities are.
#pragma once

#include "sealcart/outlook.h"

namespace sealcart::pricing {

// The first condition on moment, shopper, destination, method or uses that fails; nothing: none
// does. `zone`: id of the destination's, or empty.
std::optional<CodeReason> barred(const Promotion& promotion, const Cart& cart,
                                 const PriceContext& context, std::string_view zone);

}  // namespace sealcart::pricing
