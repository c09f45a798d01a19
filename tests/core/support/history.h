// Operations of several replicas on one cart, made and joined by the real code, and the laws they
// must keep (the invariants I1 to I8 of the cart's design). A planted fault bends an operation on
// its way, to show that the law it breaks is really watched.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "sealcart/op.h"

namespace sealcart::history {

using Mask = std::uint64_t;  // a set of events: bit i is events[i]
constexpr Mask bit(std::size_t i) { return Mask{1} << i; }
constexpr bool has(Mask set, std::size_t i) { return (set & bit(i)) != 0; }

struct Event {
  Op op;
  Mask known = 0;           // what its maker had joined
  std::int32_t units = 0;   // asked for, or ordered
  std::int32_t target = 0;  // what its maker must see afterwards
  Mask reduced_by = 0;      // later events that took from its line, having seen it
};

// The events of one line, by what was meant.
struct LineEvents {
  Mask brings = 0;   // add, set
  Mask reduces = 0;  // set, decrease, remove, order
};

// Each may be bent in place; `cart` is the one that makes or joins it. `any_order`: operations are
// joined without what their makers knew. `compacts`: devices rewrite a line as one lot.
struct Fault {
  std::function<void(Op&, Cart& cart)> on_make = {};
  std::function<void(Op&, Cart& cart)> on_join = {};
  bool any_order = false;
  bool compacts = false;
};

class History {
 public:
  explicit History(Fault fault = {}) : fault_(std::move(fault)) {}

  // What someone does with one line at `cart`, which holds the events of `known`: joined there and
  // recorded. False when there is nothing to do.
  bool act(Cart& cart, Mask known, ReplicaId maker, OpKind kind, std::int32_t units,
           std::string_view sku);
  // Rewrites a line as one lot of as many units; nobody asked for it. False without such a line.
  bool compact(Cart& cart, Mask known, ReplicaId maker, std::string_view sku);
  // An operation that is no line's, recorded and joined.
  void note(Cart& cart, Mask known, const Op& op);
  void join(Cart& cart, std::size_t event) const;

  const std::vector<Event>& events() const { return events_; }
  LineEvents line(std::string_view sku) const;
  void forget_last();
  // Whether the event may be joined where those of `held` are: all that its maker knew is there.
  bool may_follow(std::size_t event, Mask held) const;
  // Every event comes with all that its maker knew.
  bool closed(Mask set) const;
  const Fault& fault() const { return fault_; }
  // "" or what apply() refused at last.
  const std::string& refused() const { return refused_; }

 private:
  void record(Event event);

  Fault fault_;
  std::vector<Event> events_;
  std::map<std::string, LineEvents, std::less<>> lines_;
  mutable std::string refused_;
};

std::int32_t quantity(const Cart& cart, std::string_view sku);

// Each answers "" when its law holds, else the name of what is broken.
std::string check_effect(const Event& event, const Cart& after);                     // I5
std::string check_monotone(const Cart& before, const Cart& after);                   // I3
std::string check_local(const Event& event, const Cart& before, const Cart& after);  // I4
std::string check_bounds(const History& history, Mask joined, const Cart& cart,
                         std::string_view sku);    // I6, I7
std::string check_orders(const History& history);  // I8

// "[1 add 2][2 remove 0]"
std::string told(const History& history);

}  // namespace sealcart::history
