// What a guest brings along when signing in: their cart becomes the customer's, or its lines go
// into the customer's cart.
#pragma once

#include "services/customers.h"

namespace sealcart::server {

struct Guest {
  Hash32 capability{};
  std::string store;  // the sign-in is for
  MergePolicy policy = MergePolicy::sum;
};

// Nothing to report for a cart that is a customer's already. Refuses what open_cart() refuses,
// access_denied (to become the customer's a cart has to be the guest's to manage),
// value_not_allowed (a cart of another store), carts_too_many; paths begin with the field of
// LoginRequest.
Result<std::optional<MergeReport>> bring_cart(Work& work, const Hash32& customer,
                                              const Guest& guest, const CartId& cart, CartUse use);

}  // namespace sealcart::server
