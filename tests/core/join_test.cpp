// Whole states joined: the laws on drawn states, that it is what joining the operations gives, and
// that each law catches a mistake planted for it.
#include "sealcart/join.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <functional>

#include "support/crowd.h"
#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

using Join = std::function<void(Cart&, const Cart&)>;

void join_well(Cart& cart, const Cart& other) { must(join(cart, other)); }

Cart joined(const Join& how, const Cart& a, const Cart& b) {
  Cart cart = a;
  how(cart, b);
  return cart;
}

// "" or the law these three states break.
std::string broken_law(const Join& how, const Cart& a, const Cart& b, const Cart& c) {
  const Cart ab = joined(how, a, b);
  if (ab != joined(how, b, a)) return "not commutative";
  if (joined(how, ab, c) != joined(how, a, joined(how, b, c))) return "not associative";
  if (joined(how, a, a) != a) return "not idempotent";
  if (joined(how, ab, a) != ab || joined(how, ab, b) != ab) return "forgets a side";
  if (!history::check_monotone(a, ab).empty()) return "a lot grew";
  return "";
}

// The first law broken by states of one crowd, or by not being what the operations give.
std::string broken_among(const Join& how, std::uint64_t seed, int triples) {
  Random random(seed);
  Crowd crowd(random, 2 + random.below(4));
  for (std::size_t n = 4 + random.below(24); n > 0; --n) crowd.step();
  auto& devices = crowd.devices();
  for (int i = 0; i < triples; ++i) {
    const Cart &a = random.pick(devices).cart, &b = random.pick(devices).cart,
               &c = random.pick(devices).cart;
    if (std::string law = broken_law(how, a, b, c); !law.empty()) return law;
    crowd.step();
  }
  Crowd::Device& one = devices[0];
  for (const Crowd::Device& other : devices) {
    const Cart by_state = joined(how, one.cart, other.cart);
    crowd.learn(one, other.holds);
    if (by_state != one.cart) return "not what the operations give";
    if (!check_cart(by_state)) return "unsound";
  }
  return "";
}

struct JoinedStates : testing::TestWithParam<int> {};

// In parts, so that they can run side by side: a million triples of states together.
constexpr int kParts = 4, kTriples = 10;

TEST_P(JoinedStates, KeepTheLaws) {
  const int crowds = rounds(1'000'000) / kTriples;
  for (int seed = GetParam(); seed < crowds; seed += kParts) {
    ASSERT_EQ(broken_among(join_well, static_cast<std::uint64_t>(seed), kTriples), "") << seed;
  }
  std::printf("  %d triples of states, seeds %d, %d, ...\n", crowds / kParts * kTriples, GetParam(),
              GetParam() + kParts);
}
INSTANTIATE_TEST_SUITE_P(Part, JoinedStates, testing::Range(0, kParts));

std::string caught(const Join& how) {
  for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
    if (std::string law = broken_among(how, seed, kTriples); !law.empty()) return law;
  }
  return "not caught";
}

// Lots of `other` that `cart` has seen and no longer holds come back, as in a union of carts.
void join_without_clocks(Cart& cart, const Cart& other) {
  Cart blind = cart;
  for (ReplicaClock& clock : blind.clocks) clock.n = 0;
  Cart theirs = other;
  for (ReplicaClock& clock : theirs.clocks) clock.n = 0;
  const std::vector<ReplicaClock> before = cart.clocks;
  join_well(blind, theirs);
  join_well(cart, other);
  cart.lines = blind.lines;
}

// The larger number of units left wins.
void join_by_most(Cart& cart, const Cart& other) {
  Cart both = cart;
  join_well(both, other);
  for (LineItem& line : both.lines) {
    for (Lot& lot : line.lots) {
      for (const Cart* side : std::initializer_list<const Cart*>{&cart, &other}) {
        const LineItem* old = side->find_line(line.id);
        if (old == nullptr) continue;
        for (const Lot& was : old->lots) {
          if (was.replica == lot.replica && was.n == lot.n) {
            lot.remaining = std::max(lot.remaining, was.remaining);
          }
        }
      }
    }
  }
  cart = both;
}

// The register of whoever is asked last.
void join_registers_blindly(Cart& cart, const Cart& other) {
  join_well(cart, other);
  cart.destination = other.destination;
}

// The clock says less than was seen.
void join_without_other_clocks(Cart& cart, const Cart& other) {
  const std::vector<ReplicaClock> before = cart.clocks;
  join_well(cart, other);
  cart.clocks = before;
}

TEST(JoinedStates, CatchPlantedMistakes) {
  EXPECT_EQ(caught(join_well), "not caught");
  EXPECT_NE(caught(join_without_clocks), "not caught");
  EXPECT_NE(caught(join_by_most), "not caught");
  EXPECT_EQ(caught(join_registers_blindly), "not commutative");
  EXPECT_EQ(caught(join_without_other_clocks), "not commutative");
}

TEST(Join, RefusesAnotherCart) {
  Cart cart = empty_cart(), other = empty_cart();
  other.id = cart_id(9);
  EXPECT_EQ(told(join(cart, other)), "cart_mismatch at id");
  EXPECT_EQ(cart, empty_cart());
}

TEST(Join, NeverRefusesForSize) {
  Cart cart = empty_cart(), other = empty_cart();
  for (std::size_t i = 0; i < limits::kLines; ++i) {
    must(apply(cart, make_add(cart, {1, 0}, "A" + std::to_string(i), 1)));
    must(apply(other, make_add(other, {2, 0}, "B" + std::to_string(i), 1)));
  }
  EXPECT_EQ(told(join(cart, other)), "ok");
  EXPECT_EQ(cart.lines.size(), 2 * limits::kLines);
  EXPECT_EQ(told(check_cart(cart)), "ok");
}

}  // namespace
}  // namespace sealcart
