// Carts in use, folded from their logs; the least recently used one goes first.
// Touched by the storage thread alone.
#pragma once

#include <list>
#include <memory>
#include <vector>

#include "base/id_map.h"
#include "sealcart/cart.h"
#include "services/log_tail.h"
#include "store/access_records.h"
#include "store/records.h"

namespace sealcart::server {

// Who may open a cart, and who asks to.
struct Sharing {
  std::vector<AccessRecord> accesses;  // oldest first
  std::vector<PairingRecord> pairings;
};

// A cart as its log stands. Never changed: a new state replaces it.
struct CartState {
  CartRecord record;
  Cart cart;
  std::shared_ptr<const Sharing> sharing;
  LogTail tail = {};
};

using CartPtr = std::shared_ptr<const CartState>;

class CartCache {
 public:
  explicit CartCache(std::size_t capacity) : capacity_(capacity) {}

  CartPtr find(const CartId& id);
  void put(CartPtr state);
  void erase(const CartId& id);
  void clear();
  std::size_t size() const { return places_.size(); }

 private:
  std::size_t capacity_;
  std::list<CartPtr> recent_;  // front: used last
  IdMap<CartId, std::list<CartPtr>::iterator> places_;
};

}  // namespace sealcart::server
