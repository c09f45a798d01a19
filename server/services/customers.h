// The carts and lists of a customer who is signed in.
#pragma once

#include "services/sessions.h"

namespace sealcart::server {

// A keyed hash of who it is: the only thing kept of a customer.
Hash32 customer_key(const Identity& identity, std::string_view store, std::string_view subject);

// The cart the shop opens; nothing when there is none any more.
std::optional<CartId> current_cart(Work& work, const Hash32& customer);
// Without those that are gone by age.
std::vector<CustomerCart> list_customer_carts(Work& work, const Hash32& customer);

// Makes one under an id the page has chosen; asking again changes nothing. carts_too_many;
// unauthorized: the id is another cart's; store_not_loaded.
struct MadeCustomerCart {
  CustomerCart cart;
  bool fresh = false;
};
Result<MadeCustomerCart> make_customer_cart(Work& work, const SessionRecord& session,
                                            const CustomerCartRequest& request);
// All refuse not_found for what is not a cart of this customer; a list can't be the current cart
// (value_not_allowed).
Result<CustomerCart> change_customer_cart(Work& work, const SessionRecord& session,
                                          const CartId& cart, const CustomerCartChange& change);
Status delete_customer_cart(Work& work, const SessionRecord& session, const CartId& cart);

// Makes a cart the customer's: their devices open it, and nothing else does. carts_too_many.
Status adopt_cart(Work& work, const Hash32& customer, const CartState& cart, CartUse use,
                  std::string_view name);

}  // namespace sealcart::server
