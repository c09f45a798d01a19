#include "support/history.h"

#include <algorithm>
#include <array>
#include <bit>
#include <set>

#include "support/make_decrease.h"
#include "support/shop.h"
#include "support/told.h"

namespace sealcart::history {
namespace {

bool reduces(OpKind kind) { return kind != OpKind::add && kind <= OpKind::order; }
bool brings(OpKind kind) { return kind == OpKind::add || kind == OpKind::set; }

Op make(const Cart& cart, const Author& author, OpKind kind, std::int32_t units,
        std::string_view sku) {
  const LineItem* line = cart.find_line(line_id(sku));
  if (kind == OpKind::add) return make_add(cart, author, sku, units);
  if (kind == OpKind::decrease) return make_decrease(cart, author, *line, units);
  if (kind != OpKind::set) return make_remove(cart, author, *line, kind);
  if (line != nullptr) return make_set(cart, author, *line, units);
  Op op = make_add(cart, author, sku, units);
  op.kind = OpKind::set;
  return op;
}

const std::vector<Lot>* lots_of(const Cart& cart, const LineId& id) {
  const LineItem* line = cart.find_line(id);
  return line == nullptr ? nullptr : &line->lots;
}

const Lot* find_lot(const std::vector<Lot>* lots, const Lot& like) {
  if (lots == nullptr) return nullptr;
  for (const Lot& lot : *lots) {
    if (lot.replica == like.replica && lot.n == like.n) return &lot;
  }
  return nullptr;
}

}  // namespace

std::int32_t quantity(const Cart& cart, std::string_view sku) {
  const std::vector<Lot>* lots = lots_of(cart, line_id(sku));
  return lots == nullptr ? 0 : quantity_of(*lots);
}

bool History::act(Cart& cart, Mask known, ReplicaId maker, OpKind kind, std::int32_t units,
                  std::string_view sku) {
  const std::int32_t present = quantity(cart, sku);
  if (kind == OpKind::decrease && units >= present) kind = OpKind::remove;
  if (!brings(kind) && present == 0) return false;
  Event event;
  event.op = make(cart, {maker, 0}, kind, units, sku);
  event.known = known;
  event.units = kind == OpKind::order ? present : units;
  event.target = kind == OpKind::add        ? present + units
                 : kind == OpKind::set      ? units
                 : kind == OpKind::decrease ? present - units
                                            : 0;
  record(event);
  if (fault_.on_make) fault_.on_make(events_.back().op, cart);
  join(cart, events_.size() - 1);
  return true;
}

void History::record(Event event) {
  const Mask self = bit(events_.size());
  LineEvents& line = lines_[event.op.sku];
  if (brings(event.op.kind)) line.brings |= self;
  if (reduces(event.op.kind)) {
    line.reduces |= self;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (has(event.known & line.brings, i)) events_[i].reduced_by |= self;
    }
  }
  events_.push_back(std::move(event));
}

void History::forget_last() {
  const Mask others = ~bit(events_.size() - 1);
  LineEvents& line = lines_[events_.back().op.sku];
  line.brings &= others;
  line.reduces &= others;
  events_.pop_back();
  for (Event& event : events_) event.reduced_by &= others;
}

LineEvents History::line(std::string_view sku) const {
  const auto found = lines_.find(sku);
  return found == lines_.end() ? LineEvents{} : found->second;
}

void History::note(Cart& cart, Mask known, const Op& op) {
  record({op, known, 0, 0, 0});
  join(cart, events_.size() - 1);
}

bool History::compact(Cart& cart, Mask known, ReplicaId maker, std::string_view sku) {
  const LineItem* line = cart.find_line(line_id(sku));
  if (line == nullptr) return false;
  events_.push_back({make_set(cart, {maker, 0}, *line, quantity_of(line->lots)), known, 0, 0, 0});
  join(cart, events_.size() - 1);
  return true;
}

void History::join(Cart& cart, std::size_t event) const {
  Op bent;
  const Op* op = &events_[event].op;
  if (fault_.on_join) {
    bent = *op;
    fault_.on_join(bent, cart);
    op = &bent;
  }
  if (const Status joined = apply(cart, *op); !joined) refused_ = sealcart::told(joined);
}

bool History::may_follow(std::size_t event, Mask held) const {
  Mask needed = events_[event].known;
  for (std::size_t i = 0; fault_.any_order && i < events_.size(); ++i) {
    if (events_[i].op.replica != events_[event].op.replica) needed &= ~bit(i);
  }
  return (needed & ~held) == 0;
}

bool History::closed(Mask set) const {
  for (std::size_t i = 0; i < events_.size(); ++i) {
    if (has(set, i) && !may_follow(i, set)) return false;
  }
  return true;
}

std::string check_effect(const Event& event, const Cart& after) {
  return quantity(after, event.op.sku) == event.target ? "" : "wrong effect";
}

std::string check_monotone(const Cart& before, const Cart& after) {
  for (const LineItem& line : after.lines) {
    for (std::size_t i = 0; i < line.lots.size(); ++i) {
      const Lot& lot = line.lots[i];
      if (lot.n > before.seen(lot.replica)) continue;
      const Lot* old = find_lot(lots_of(before, line.id), lot);
      if (old == nullptr || lot.remaining > old->remaining) return "a lot grew";
      if (find_lot(&line.lots, lot) != &lot) return "a lot grew a twin";
    }
  }
  return "";
}

std::string check_local(const Event& event, const Cart& before, const Cart& after) {
  const LineId own = line_id(event.op.sku);
  const auto others = [&](const Cart& cart) {
    return cart.lines.size() - (cart.find_line(own) != nullptr ? 1 : 0);
  };
  if (others(before) != others(after)) return "another line changed";
  for (const LineItem& line : before.lines) {
    const std::vector<Lot>* now = lots_of(after, line.id);
    if (line.id != own && (now == nullptr || *now != line.lots)) return "another line changed";
  }
  const bool registers =
      before.destination == after.destination && before.shipping_method == after.shipping_method;
  return registers && before.codes == after.codes ? "" : "another part changed";
}

std::string check_bounds(const History& history, Mask joined, const Cart& cart,
                         std::string_view sku) {
  const auto& events = history.events();
  const LineEvents line = history.line(sku);
  const Mask brought = joined & line.brings;
  std::int32_t chosen = 0, added = 0;
  for (std::size_t a = 0; a < events.size(); ++a) {
    if (!has(brought, a) || (events[a].reduced_by & joined) != 0) continue;
    if (has(line.reduces, a)) {
      chosen = std::max(chosen, events[a].units);
    } else {
      added += events[a].units;
    }
  }
  const std::int32_t now = quantity(cart, sku);
  if (now < chosen + added) return "lost add";
  for (std::size_t o = 0; o < events.size(); ++o) {
    if (!has(joined & line.reduces, o)) continue;
    std::int32_t most = events[o].target;
    for (Mask unseen = brought & ~events[o].known & ~bit(o); unseen != 0; unseen &= unseen - 1) {
      most += events[static_cast<std::size_t>(std::countr_zero(unseen))].units;
    }
    if (now > most) return "resurrected";
  }
  return "";
}

std::string check_orders(const History& history) {
  std::set<std::pair<ReplicaId, std::int64_t>> ordered;
  std::int64_t units = 0, brought = 0;
  for (const Event& event : history.events()) {
    if (brings(event.op.kind)) brought += event.units;
    if (event.op.kind != OpKind::order) continue;
    units += event.units;
    for (const Shrink& lot : event.op.shrinks) {
      if (!ordered.emplace(lot.replica, lot.n).second) return "ordered twice";
    }
  }
  return units <= brought ? "" : "more ordered than added";
}

std::string told(const History& history) {
  constexpr std::array<const char*, 9> names{"add",         "decrease",    "set",
                                             "remove",      "order",       "code_add",
                                             "code_remove", "destination", "shipping_method"};
  std::string text;
  for (const Event& event : history.events()) {
    text += "[" + std::to_string(event.op.replica) + " " +
            names[static_cast<std::size_t>(event.op.kind)] + " " + std::to_string(event.units) +
            " " + event.op.sku + "]";
  }
  return text;
}

}  // namespace sealcart::history
