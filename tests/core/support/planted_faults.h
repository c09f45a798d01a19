// Bugs other carts have had, planted on the way of an operation; each must be caught by its law.
#pragma once

#include "support/history.h"

namespace sealcart::history {

inline bool shrinks_lots(const Op& op) {
  return op.kind != OpKind::add && op.kind <= OpKind::order;
}

// An operation forgets which lots it empties.
inline Fault forgets_shrinks() {
  return {[](Op& op, Cart&) { op.shrinks.clear(); }, {}};
}

// An add takes over the units it finds, as one lot of its own.
inline Fault absorbs_lots() {
  return {[](Op& op, Cart& cart) {
            const LineItem* line = cart.find_line(line_id(op.sku));
            if (op.kind != OpKind::add || line == nullptr) return;
            op = make_set(cart, {op.replica, 0}, *line, quantity_of(line->lots) + op.units);
          },
          {}};
}

// A removal empties whatever it meets, seen or not.
inline Fault removes_unseen() {
  return {{}, [](Op& op, Cart& cart) {
            const LineItem* line = cart.find_line(line_id(op.sku));
            if (!shrinks_lots(op) || op.kind == OpKind::decrease || line == nullptr) return;
            for (const Lot& lot : line->lots) op.shrinks.push_back({lot.replica, lot.n, 0});
          }};
}

// A repeated operation counts as a new one.
inline Fault renames_repeats() {
  return {{}, [](Op& op, Cart& cart) { op.n = cart.seen(op.replica) + 1; }};
}

// What was seen is forgotten, and an old operation is done again.
inline Fault forgets_clocks() {
  return {{}, [](Op& op, Cart& cart) {
            for (ReplicaClock& clock : cart.clocks) {
              if (clock.replica == op.replica) clock.n = std::min(clock.n, op.n - 1);
            }
          }};
}

// An operation lands on another line.
inline Fault mistakes_the_line() {
  return {{}, [](Op& op, Cart&) { op.sku += "?"; }};
}

// An order leaves what it ordered in the cart.
inline Fault orders_without_taking() {
  return {{}, [](Op& op, Cart&) {
            if (op.kind == OpKind::order) op.shrinks.clear();
          }};
}

}  // namespace sealcart::history
