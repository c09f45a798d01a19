// Bugs other carts have had, planted on the way of an operation; each must be caught by its law.
#pragma once

#include <vector>

#include "support/history.h"
#include "support/make_decrease.h"

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

// A lot that was removed is forgotten, and its add done again when it is repeated.
inline Fault forgets_removed_lots() {
  return {{}, [](Op& op, Cart& cart) {
            if (op.kind != OpKind::add && op.kind != OpKind::set) return;
            const LineItem* line = cart.find_line(line_id(op.sku));
            const auto is_it = [&](const Lot& lot) {
              return lot.replica == op.replica && lot.n == op.n;
            };
            if (line != nullptr && std::ranges::any_of(line->lots, is_it)) return;
            for (ReplicaClock& clock : cart.clocks) {
              if (clock.replica == op.replica) clock.n = std::min(clock.n, op.n - 1);
            }
          }};
}

// An operation says the line's quantity, as its maker sees it, and nothing of lots.
inline void as_quantity(Op& op, const Cart& cart) {
  if (op.kind >= OpKind::order) return;
  Cart after = cart;
  (void)apply(after, op);
  op.units = quantity(after, op.sku);
  op.kind = op.units > 0 ? OpKind::set : OpKind::remove;
  op.born = op.units > 0 ? op.lamport : 0;
  op.shrinks.clear();
}

// The last writer's quantity is the line's.
inline Fault takes_the_last_writers_line() {
  return {as_quantity, [](Op& op, Cart& cart) {
            const LineItem* line = cart.find_line(line_id(op.sku));
            if (op.kind > OpKind::order || line == nullptr) return;
            std::pair<std::int64_t, ReplicaId> last;
            for (const Lot& lot : line->lots) last = std::max(last, {lot.born, lot.replica});
            if (std::pair(op.lamport, op.replica) < last) {
              op.kind = OpKind::remove;
              op.units = 0;
              op.born = 0;
              return;
            }
            for (const Lot& lot : line->lots) op.shrinks.push_back({lot.replica, lot.n, 0});
          }};
}

// The larger quantity is the line's, and a line in either cart is in both.
inline Fault unites_by_the_larger_quantity() { return {as_quantity}; }

// A decrease is a number of units, taken from whatever is there.
inline Fault counts_decreases() {
  return {[](Op& op, Cart& cart) {
            if (op.kind != OpKind::decrease) return;
            Cart after = cart;
            (void)apply(after, op);
            op.base = quantity(cart, op.sku) - quantity(after, op.sku);
          },
          [](Op& op, Cart& cart) {
            const LineItem* line = cart.find_line(line_id(op.sku));
            if (op.kind != OpKind::decrease || line == nullptr) return;
            const auto units = static_cast<std::int32_t>(op.base);
            const Author author{op.replica, 0};
            const bool all = units >= quantity_of(line->lots);
            op.shrinks =
                (all ? make_remove(cart, author, *line) : make_decrease(cart, author, *line, units))
                    .shrinks;
          }};
}

inline Fault joins_in_any_order() { return {{}, {}, true, false}; }
inline Fault compacts_on_devices() { return {{}, {}, false, true}; }

struct WrongDesign {
  const char* name;
  Fault fault;
};

// Ways in which other carts replicate. Each loses an add, brings a removed unit back or diverges.
inline std::vector<WrongDesign> wrong_designs() {
  return {{"an add absorbs lots", absorbs_lots()},
          {"removed lots are forgotten", forgets_removed_lots()},
          {"operations have no number", renames_repeats()},
          {"a removal takes what it had not seen", removes_unseen()},
          {"devices compact", compacts_on_devices()},
          {"the last writer wins the line", takes_the_last_writers_line()},
          {"a union with the larger quantity", unites_by_the_larger_quantity()},
          {"a counter is decreased", counts_decreases()},
          {"operations come in any order", joins_in_any_order()}};
}

}  // namespace sealcart::history
