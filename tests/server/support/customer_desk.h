// A customer at the services of signing in, with capabilities made of names.
#pragma once

#include "services/customers.h"
#include "services/moves.h"
#include "services/sign_in.h"
#include "support/devices.h"
#include "support/login_tokens.h"

namespace sealcart::server::testing {

// 32 bytes of a name, as a device sends them; and the hash a server keeps.
std::string capability_named(std::string_view name);
Hash32 hash_named(std::string_view name);

struct SignIn {
  std::string subject = "customer 1";
  std::string device = "laptop";  // names the fresh capability
  std::optional<CartId> cart = std::nullopt;
  std::optional<CartId> saved = std::nullopt;
  MergePolicy policy = MergePolicy::sum;
  Hash32 guest = blake2b(kMaker);
};

class CustomerDesk {
 public:
  explicit CustomerDesk(TestShop& shop) : shop_(shop) {}

  Outcome<LoginAnswer> sign_in(const SignIn& how);
  // The same with a token the test made.
  Outcome<LoginAnswer> sign_in(const SignIn& how, const std::string& token);
  bool sign_out(std::string_view device);
  std::vector<CustomerCart> carts(std::string_view device);
  Outcome<CustomerCart> make(std::string_view device, const CartId& cart, CartUse use,
                             const std::string& name = "");
  std::string change(std::string_view device, const CartId& cart, const CustomerCartChange& change);
  std::string remove(std::string_view device, const CartId& cart);
  Outcome<MoveAnswer> move(std::string_view device, const CartId& from, const MoveRequest& request);
  // The code a door answers with, or "ok".
  std::string opens(const CartId& cart, std::string_view device,
                    AccessScope scope = AccessScope::manage);

  // Units of a SKU in a cart, whoever asks.
  std::int64_t units(const CartId& cart, std::string_view sku);

 private:
  TestShop& shop_;
};

}  // namespace sealcart::server::testing
