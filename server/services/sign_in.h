// Signing a customer in and out on a device.
#pragma once

#include "services/guest_carts.h"

namespace sealcart::server {

// By the merchant's token, with the capability the device used so far. From the answer on the
// device opens the customer's carts with the fresh one, and nothing with the old one that the
// sign-in touched. not_found: nobody can sign in here; login_invalid; what bring_cart() refuses.
Result<LoginAnswer> sign_in(Work& work, const LoginRequest& request,
                            const std::optional<Hash32>& old_capability);

}  // namespace sealcart::server
