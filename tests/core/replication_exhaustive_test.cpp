// Every history of a few operations on one line by three replicas, with every way their messages
// can cross: the laws hold in each, and each law catches a bug planted for it.
#include <gtest/gtest.h>

#include <cstdio>

#include "sealcart/join.h"
#include "support/planted_faults.h"
#include "support/random.h"
#include "support/shop.h"

namespace sealcart::history {
namespace {

struct Action {
  OpKind kind;
  std::int32_t units;
};
using Actions = std::vector<Action>;

const Actions kShopper{{OpKind::add, 1}, {OpKind::add, 2}, {OpKind::decrease, 1},
                       {OpKind::set, 1}, {OpKind::set, 3}, {OpKind::remove, 0}};
const Actions kServer{{OpKind::order, 0}};

enum Law : unsigned {
  kEffect = 1,
  kConverge = 2,
  kIdempotent = 4,
  kMonotone = 8,
  kLocal = 16,
  kBounds = 32,
  kOrders = 64,
  kStates = 128,
  kAll = 255,
};

constexpr std::string_view kSku = "A";

// Walks all histories of `length` operations; stops at the first broken law.
class Walk {
 public:
  Walk(std::vector<Actions> replicas, std::size_t length, unsigned laws, Fault fault = {})
      : replicas_(std::move(replicas)),
        length_(length),
        laws_(laws),
        history_(std::move(fault)),
        held_(replicas_.size(), 0),
        states_(std::size_t{1} << length, empty_cart()) {
    extend();
  }

  std::uint64_t histories() const { return histories_; }
  const std::string& broken() const { return broken_; }

 private:
  Cart& state(Mask set) { return states_[static_cast<std::size_t>(set)]; }

  void extend() {
    if (history_.events().size() == length_) {
      ++histories_;
      return;
    }
    for (std::size_t p = 0; p < replicas_.size() && broken_.empty(); ++p) {
      const Mask missing = (bit(history_.events().size()) - 1) & ~held_[p];
      for (Mask news = missing;; news = (news - 1) & missing) {
        if (history_.closed(held_[p] | news)) act(p, held_[p] | news);
        if (news == 0 || !broken_.empty()) break;
      }
    }
  }

  // Replica p, holding these events, does each thing it can do.
  void act(std::size_t p, Mask holds) {
    const Mask before = held_[p];
    for (const Action& action : replicas_[p]) {
      if (!broken_.empty()) return;
      Cart cart = state(holds);
      const auto maker = static_cast<ReplicaId>(p + 1);
      if (!history_.act(cart, holds, maker, action.kind, action.units, kSku)) continue;
      const std::size_t latest = history_.events().size() - 1;
      if (laws_ & kEffect) note(check_effect(history_.events()[latest], cart));
      go_on(p, holds);
      held_[p] = before;
    }
    if (!history_.fault().compacts || !broken_.empty()) return;
    Cart cart = state(holds);
    if (!history_.compact(cart, holds, static_cast<ReplicaId>(p + 1), kSku)) return;
    go_on(p, holds);
    held_[p] = before;
  }

  // After replica p, holding these events, made the latest one.
  void go_on(std::size_t p, Mask holds) {
    const std::size_t latest = history_.events().size() - 1;
    if (laws_ & kOrders) note(check_orders(history_));
    for (Mask set = bit(latest); set < bit(latest + 1); ++set) {
      if (history_.closed(set)) join_in_every_order(set);
    }
    if (laws_ & kStates) join_states(holds | bit(latest));
    held_[p] = holds | bit(latest);
    extend();
    history_.forget_last();
  }

  // What each replica holds, joined as a whole state, is what its events give.
  void join_states(Mask set) {
    for (const Mask other : held_) {
      if (!history_.closed(set | other)) continue;
      Cart cart = state(set);
      const Status joined = sealcart::join(cart, state(other));
      if (!joined || cart != state(set | other)) note("states join to something else");
    }
  }

  // Whichever event of the set comes last, the state is the same: so it is in every order.
  void join_in_every_order(Mask set) {
    bool first = true;
    for (std::size_t last = 0; last < history_.events().size(); ++last) {
      const Mask rest = set & ~bit(last);
      if (!has(set, last) || !history_.closed(rest)) continue;
      Cart cart = state(rest);
      history_.join(cart, last);
      if (laws_ & kMonotone) note(check_monotone(state(rest), cart));
      if (laws_ & kLocal) note(check_local(history_.events()[last], state(rest), cart));
      if (first) state(set) = std::move(cart);
      if (!first && (laws_ & kConverge) && cart != state(set)) note("diverged");
      first = false;
    }
    if (laws_ & kBounds) note(check_bounds(history_, set, state(set), kSku));
    if (laws_ & (kIdempotent | kMonotone)) join_again(set);
    note(history_.refused());
  }

  void join_again(Mask set) {
    Cart cart = state(set);
    for (std::size_t i = 0; i < history_.events().size(); ++i) {
      if (has(set, i)) history_.join(cart, i);
    }
    if ((laws_ & kIdempotent) && cart != state(set)) note("not idempotent");
    if (laws_ & kMonotone) note(check_monotone(state(set), cart));
  }

  void note(const std::string& violation) {
    if (broken_.empty() && !violation.empty()) broken_ = violation + ": " + told(history_);
  }

  std::vector<Actions> replicas_;
  std::size_t length_;
  unsigned laws_;
  History history_;
  std::vector<Mask> held_;
  std::vector<Cart> states_;  // by set of events; every closed one is filled before it is read
  std::uint64_t histories_ = 0;
  std::string broken_;
};

// Four operations natively, three where each costs more.
constexpr std::size_t kLength = kRoundsShare == 1 ? 4 : 3;

TEST(EveryHistory, OfThreeDevicesKeepsTheLaws) {
  const Walk walk({kShopper, kShopper, kShopper}, kLength, kAll);
  EXPECT_EQ(walk.broken(), "");
  EXPECT_GT(walk.histories(), kLength == 4 ? 500'000u : 4'000u);
  RecordProperty("histories", std::to_string(walk.histories()));
}

TEST(EveryHistory, OfTwoDevicesAndAServerKeepsTheLaws) {
  const Walk walk({kShopper, kShopper, kServer}, kLength, kAll);
  EXPECT_EQ(walk.broken(), "");
  EXPECT_GT(walk.histories(), kLength == 4 ? 50'000u : 1'000u);
  RecordProperty("histories", std::to_string(walk.histories()));
}

std::string caught(unsigned law, Fault fault) {
  const std::string broken = Walk({kShopper, kShopper, kServer}, 4, law, std::move(fault)).broken();
  return broken.substr(0, broken.find(':'));
}

TEST(PlantedBug, IsCaughtByItsLaw) {
  EXPECT_EQ(caught(kEffect, forgets_shrinks()), "wrong effect");
  EXPECT_EQ(caught(kConverge, removes_unseen()), "diverged");
  EXPECT_EQ(caught(kIdempotent, renames_repeats()), "not idempotent");
  EXPECT_EQ(caught(kMonotone, forgets_clocks()), "internal at lots") << "core's own check";
  EXPECT_EQ(caught(kLocal, mistakes_the_line()), "another line changed");
  EXPECT_EQ(caught(kBounds, removes_unseen()), "lost add");
  EXPECT_EQ(caught(kBounds, forgets_shrinks()), "resurrected");
  EXPECT_EQ(caught(kOrders, orders_without_taking()), "ordered twice");
}

TEST(EveryHistory, CatchesWrongDesigns) {
  for (const WrongDesign& design : wrong_designs()) {
    const std::string broken = caught(kAll, design.fault);
    EXPECT_NE(broken, "") << design.name;
    std::printf("  %-38s %s\n", design.name, broken.c_str());
  }
}

}  // namespace
}  // namespace sealcart::history
