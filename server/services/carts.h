// Carts: made, read, and their logs extended.
#pragma once

#include <string_view>

#include "sealcart/sync.h"
#include "services/work.h"

namespace sealcart::server {

// BLAKE2b-256 of the 32 bytes that 43 characters of base64url stand for; nothing for other text.
std::optional<Hash32> capability_hash(std::string_view text);

struct MadeCart {
  CartCreated cart;
  bool fresh = false;  // false: it was there, made with the same capability
};

// value_not_allowed (store), currency_mismatch, unauthorized (the id is another's).
Result<MadeCart> make_cart(Work& work, const CartRequest& request, const Hash32& capability);

// A cart without entries and accesses, for who has asked whether the id is free.
CartState insert_cart(Work& work, const CartId& cart, const Shop& shop);

// The cart as its log stands: cart_unknown. Who may open it: accesses.h.
Result<CartPtr> load_cart(Work& work, const CartId& id);

// Makes this the state of the cart that is remembered, until the work is undone.
CartPtr keep(Work& work, CartState state);

// The store a cart is in: store_not_loaded when the configuration no longer has it.
Result<Shop*> shop_of(Work& work, const CartState& state);

// Entries after `after`, at most limits::kOpsPerBatch; a checkpoint in place of those that are cut.
// op_base_ahead when the log is shorter.
Result<LogBatch> read_log(Work& work, const CartState& state, std::int64_t after);

// All operations of a batch or none of them. Known ones are acknowledged again; op_fork when one
// was sent before with other content, or is cut by now; otherwise what admit() refuses, at path
// "ops[i]...".
Result<LogBatch> append_ops(Work& work, const CartState& state, const OpBatch& batch);

// Why the amounts of the cart can't be added up; nothing when they can.
std::optional<Error> overflow_of(const Work& work, const Cart& cart, const Shop& shop);

// An operation of the server's own, which needs no admission.
class ServerPen {
 public:
  ServerPen(Work& work, const CartState& state);
  const Cart& cart() const { return next_.cart; }
  Author author() const;
  Status write(const Op& op);
  // Makes what was written the state of the cart, and it what `life` says.
  void close(std::optional<CartLife> life = std::nullopt);

 private:
  Work& work_;
  CartState next_;
};

}  // namespace sealcart::server
