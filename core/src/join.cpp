// Where two states can only differ by a mistake (two replicas under one id), the choice is still
// the same on both sides.
#include "sealcart/join.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace sealcart {
namespace {

auto dot_of(const Lot& lot) { return std::pair(lot.replica, lot.n); }

Lot joined(const Lot& a, const Lot& b) {
  return {a.replica, a.n, std::max(a.kind, b.kind), std::min(a.remaining, b.remaining),
          std::min(a.born, b.born)};
}

// A lot the other side lacks: kept when that side has not seen it yet.
void keep_unseen(std::vector<Lot>& kept, const Lot& lot, const Cart& other) {
  if (lot.n > other.seen(lot.replica)) kept.push_back(lot);
}

// `a` are lots of `cart`, `b` of `other`, each by (replica, n).
std::vector<Lot> join_lots(const std::vector<Lot>& a, const Cart& cart, const std::vector<Lot>& b,
                           const Cart& other) {
  std::vector<Lot> kept;
  kept.reserve(a.size() + b.size());
  auto left = a.begin(), right = b.begin();
  while (left != a.end() || right != b.end()) {
    if (right == b.end() || (left != a.end() && dot_of(*left) < dot_of(*right))) {
      keep_unseen(kept, *left++, other);
    } else if (left == a.end() || dot_of(*right) < dot_of(*left)) {
      keep_unseen(kept, *right++, cart);
    } else {
      kept.push_back(joined(*left++, *right++));
    }
  }
  return kept;
}

// Pairs of what is equal by `key` in two lists, with null for what one of them lacks. Both lists of
// pointers are in the order of `key`.
template <class T, class Key, class Use>
void for_pairs(const std::vector<const T*>& a, const std::vector<const T*>& b, Key key, Use use) {
  auto left = a.begin(), right = b.begin();
  while (left != a.end() || right != b.end()) {
    if (right == b.end() || (left != a.end() && key(**left) < key(**right))) {
      use(*left++, nullptr);
    } else if (left == a.end() || key(**right) < key(**left)) {
      use(nullptr, *right++);
    } else {
      use(*left++, *right++);
    }
  }
}

template <class T, class Key>
std::vector<const T*> in_order(const std::vector<T>& list, Key key) {
  std::vector<const T*> sorted;
  sorted.reserve(list.size());
  for (const T& element : list) sorted.push_back(&element);
  std::ranges::sort(sorted, [&](const T* x, const T* y) { return key(*x) < key(*y); });
  return sorted;
}

LineItem with_lots(const LineItem& line, std::vector<Lot> lots) {
  return {line.id, line.sku, std::move(lots), line.customizations};
}
CodeEntry with_lots(const CodeEntry& entry, std::vector<Lot> lots) {
  return {entry.code, std::move(lots)};
}

// Lines or codes of both sides, without those of which nothing is left.
template <class T, class Key>
std::vector<T> join_lists(const std::vector<T>& a, const Cart& cart, const std::vector<T>& b,
                          const Cart& other, Key key) {
  const std::vector<Lot> none;
  std::vector<T> all;
  all.reserve(std::max(a.size(), b.size()));
  for_pairs(in_order(a, key), in_order(b, key), key, [&](const T* left, const T* right) {
    auto lots = join_lots(left != nullptr ? left->lots : none, cart,
                          right != nullptr ? right->lots : none, other);
    if (lots.empty()) return;
    all.push_back(with_lots(left != nullptr ? *left : *right, std::move(lots)));
  });
  return all;
}

// Sorted are their places: a line is moved once.
std::vector<LineItem> in_shown_order(std::vector<LineItem> lines) {
  std::vector<std::pair<std::int64_t, LineItem*>> places;
  places.reserve(lines.size());
  for (LineItem& line : lines) places.emplace_back(line.born(), &line);
  std::ranges::sort(places, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second->id < b.second->id;
  });
  std::vector<LineItem> shown;
  shown.reserve(lines.size());
  for (const auto& [born, line] : places) shown.push_back(std::move(*line));
  return shown;
}

std::vector<ReplicaClock> join_clocks(const Cart& cart, const Cart& other) {
  std::vector<ReplicaClock> all = cart.clocks;
  for (const ReplicaClock& clock : other.clocks) {
    const auto at = std::ranges::lower_bound(all, clock.replica, {}, &ReplicaClock::replica);
    if (at == all.end() || at->replica != clock.replica) {
      all.insert(at, clock);
    } else {
      at->n = std::max(at->n, clock.n);
    }
  }
  return all;
}

auto register_of(const Destination& place, const Stamp& stamp) {
  return std::tie(stamp, place.country, place.region, place.postal_code);
}

void join_registers(Cart& cart, const Cart& other) {
  if (register_of(cart.destination, cart.destination_stamp) <
      register_of(other.destination, other.destination_stamp)) {
    cart.destination = other.destination;
    cart.destination_stamp = other.destination_stamp;
  }
  if (std::tie(cart.shipping_method_stamp, cart.shipping_method) <
      std::tie(other.shipping_method_stamp, other.shipping_method)) {
    cart.shipping_method = other.shipping_method;
    cart.shipping_method_stamp = other.shipping_method_stamp;
  }
}

}  // namespace

Status join(Cart& cart, const Cart& other) {
  if (cart.id != other.id) return refuse(Error(ErrorCode::cart_mismatch, "id"));
  auto lines = join_lists(cart.lines, cart, other.lines, other,
                          [](const LineItem& line) { return line.id; });
  auto codes = join_lists(cart.codes, cart, other.codes, other,
                          [](const CodeEntry& entry) { return std::string_view(entry.code); });
  auto clocks = join_clocks(cart, other);
  cart.lines = in_shown_order(std::move(lines));
  cart.codes = std::move(codes);
  cart.clocks = std::move(clocks);
  cart.lamport = std::max(cart.lamport, other.lamport);
  join_registers(cart, other);
  return {};
}

}  // namespace sealcart
