// Who may do what with a cart: the check at every door, and how accesses change.
#pragma once

#include <optional>
#include <span>

#include "services/carts.h"

namespace sealcart::server {

// A cart with the access it was opened by; that lives as long as the cart.
struct Visit {
  CartPtr cart;
  const AccessRecord* access = nullptr;
};

// cart_unknown; unauthorized: no access has this capability, or it ended; access_denied: it may not
// do that. Remembers the day it was seen.
Result<Visit> open_cart(Work& work, const CartId& id, const std::optional<Hash32>& capability,
                        AccessScope scope);

// The access with this capability, when it has not ended.
const AccessRecord* access_of(const CartState& state, const Hash32& capability, Timestamp now);

std::shared_ptr<const Sharing> read_sharing(Work& work, const CartId& cart);

// Changes accesses and pairings of a cart; nothing is seen of it before close().
class SharingPen {
 public:
  SharingPen(Work& work, const CartState& state);

  const Sharing& sharing() const { return next_; }
  // Of a capability that is there already: the scopes of both. The times of `access` are filled in.
  // devices_too_many, which changes nothing.
  Status add(AccessRecord access);
  // Ends the access of a signed-in device that is there longest when there is no place.
  void add_with_room(AccessRecord access);
  void change(const AccessRecord& access);
  void remove(const AccessId& access);
  // Every access, pairing and restore link.
  void remove_all();

  void add(const PairingRecord& pairing);
  // False: its state is not `from` any more, and the work is to be undone.
  bool change(const PairingRecord& pairing, PairingState from);
  void remove(const PairingId& pairing);

  CartPtr close();

 private:
  void remove_ended();

  Work& work_;
  const CartState& state_;
  Sharing next_;
};

std::vector<AccessScope> list_of(Scopes scopes);
// With `view`, which is always among them.
Scopes scopes_of(std::span<const AccessScope> list);

CartAccess access_facts(const CartState& state, const AccessRecord& access);

}  // namespace sealcart::server
