// Joins whole states: what two tabs do without a server, and a device after the server came back
// from a backup. It gives what joining the operations behind both states would give.
#pragma once

#include "sealcart/cart.h"
#include "sealcart/result.h"

namespace sealcart {

// Joins `other` into `cart`; both pass check_cart(). A lot in both keeps the fewer units; a lot
// that only one of them holds is gone when the other's clock has seen it. Registers go by their
// stamps, clocks and logical time by the larger one. Commutative, associative, idempotent, and it
// never raises what is left of a lot. Refuses cart_mismatch only: a join never refuses for size.
Status join(Cart& cart, const Cart& other);

}  // namespace sealcart
