// What must hold whenever an operation is joined, checked in every build (docs/adr/0013): a failed
// one is refused as `internal` before anything has changed, so that a mistake of ours, or a state
// damaged on its way here, is told and cannot spread.
#pragma once

#include <span>
#include <utility>

#include "sealcart/op.h"

namespace sealcart {

// The lots of a line or code before and after an operation: no lot grows or comes back, none is new
// but the operation's own, all are live, in order and seen by their replica's clock.
inline bool only_shrinks(const Cart& cart, const Op& op, std::span<const Lot> before,
                         std::span<const Lot> after) {
  const auto dot = [](const Lot& lot) { return std::pair(lot.replica, lot.n); };
  auto old = before.begin();
  const Lot* last = nullptr;
  for (const Lot& lot : after) {
    if (last != nullptr && !(dot(*last) < dot(lot))) return false;
    last = &lot;
    if (lot.replica == op.replica && lot.n == op.n) continue;
    while (old != before.end() && dot(*old) < dot(lot)) ++old;
    if (old == before.end() || dot(*old) != dot(lot)) return false;
    if (lot.remaining < 1 || lot.remaining > old->remaining) return false;
    if (lot.n > cart.seen(lot.replica)) return false;
  }
  return true;
}

// An operation does to a line what its maker asked for: one that sets or removes names every lot
// there is, and leaves nothing of it.
inline bool takes_effect(const Cart& cart, const Op& op) {
  if (op.kind != OpKind::set && op.kind != OpKind::remove) return true;
  const LineItem* line = cart.find_line(line_id(op.sku, op.customizations));
  if (line == nullptr) return true;
  for (const Lot& lot : line->lots) {
    bool emptied = false;
    for (const Shrink& target : op.shrinks) {
      emptied |= target.replica == lot.replica && target.n == lot.n && target.remaining == 0;
    }
    if (!emptied) return false;
  }
  return true;
}

}  // namespace sealcart
