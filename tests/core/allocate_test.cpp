// One amount over many lines: exact, by largest remainder, and the same on every device.
#include <gtest/gtest.h>

#include <numeric>

#include "sealcart/limits.h"
#include "sealcart/money.h"
#include "support/random.h"
#include "support/slow_allocate.h"

namespace sealcart {
namespace {

using Amounts = std::vector<std::int64_t>;
using Ranks = std::vector<std::uint32_t>;

Amounts shares_of(std::int64_t amount, const Amounts& weights, const Ranks& rank = {}) {
  Amounts shares(weights.size(), -1);
  AllocationScratch scratch;
  const std::int64_t left = allocate(amount, weights, rank, shares, scratch);
  EXPECT_EQ(std::reduce(shares.begin(), shares.end()) + left, amount);
  return shares;
}

// 300 over 43.00, 14.00 and 23.00 is 161.25, 52.5 and 86.25: the unit left goes to the 0.5.
TEST(Allocate, GivesTheUnitsLeftToTheLargestRemainders) {
  EXPECT_EQ(shares_of(300, {4300, 1400, 2300}), (Amounts{161, 53, 86}));
  EXPECT_EQ(shares_of(5000, {924, 1769, 2307}), (Amounts{924, 1769, 2307}));
}

TEST(Allocate, EqualRemaindersGoToTheLargerWeight) {
  EXPECT_EQ(shares_of(2, {1, 3}), (Amounts{0, 2}));        // 0.5 and 1.5
  EXPECT_EQ(shares_of(3, {1, 1, 4}), (Amounts{1, 0, 2}));  // 0.5, 0.5, 2: no tie with the 2
  EXPECT_EQ(shares_of(2, {1, 3}, {0, 1}), (Amounts{0, 2}));
}

TEST(Allocate, EqualWeightsGoByRankAndWithoutOneByPlace) {
  EXPECT_EQ(shares_of(1, {5, 5, 5}), (Amounts{1, 0, 0}));
  EXPECT_EQ(shares_of(1, {5, 5, 5}, {2, 0, 1}), (Amounts{0, 1, 0}));
  EXPECT_EQ(shares_of(2, {5, 5, 5}, {2, 0, 1}), (Amounts{0, 1, 1}));
}

// Some shops keep the order of the invoice instead; then the answer follows the position.
TEST(Allocate, TiesByPositionGoToTheEarlierLine) {
  const Amounts weights{1, 3, 1};
  Amounts shares(3);
  AllocationScratch scratch;
  EXPECT_EQ(allocate(3, weights, Ranks{2, 1, 0}, shares, scratch, Ties::position), 0);
  EXPECT_EQ(shares, (Amounts{1, 2, 0}));  // 0.6, 1.8, 0.6
  EXPECT_EQ(allocate(3, weights, Ranks{2, 1, 0}, shares, scratch, Ties::weight), 0);
  EXPECT_EQ(shares, (Amounts{0, 2, 1}));
}

TEST(Allocate, AZeroWeightGetsNothing) {
  EXPECT_EQ(shares_of(7, {0, 3, 0, 4}), (Amounts{0, 3, 0, 4}));
  EXPECT_EQ(shares_of(1, {0, 0, 9}), (Amounts{0, 0, 1}));
}

TEST(Allocate, WithNoWeightNothingIsAllocatedAndAllIsReturned) {
  AllocationScratch scratch;
  Amounts shares{9, 9};
  EXPECT_EQ(allocate(55, Amounts{0, 0}, {}, shares, scratch), 55);
  EXPECT_EQ(shares, (Amounts{0, 0}));
  Amounts none;
  EXPECT_EQ(allocate(0, none, {}, none, scratch), 0);
}

TEST(Allocate, NothingOfNothing) { EXPECT_EQ(shares_of(0, {1, 2, 3}), (Amounts{0, 0, 0})); }

TEST(Allocate, OneUnitOverAThousandEqualWeightsIsOneUnit) {
  Ranks rank(1000);
  std::iota(rank.rbegin(), rank.rend(), 0U);
  const Amounts shares = shares_of(1, Amounts(1000, 3), rank);
  EXPECT_EQ(shares.back(), 1);
  EXPECT_EQ(std::reduce(shares.begin(), shares.end()), 1);
}

TEST(Allocate, HoldsTheLargestAmounts) {
  const std::int64_t most = limits::kAmount;
  EXPECT_EQ(shares_of(most, {most, most}), (Amounts{most / 2 + 1, most / 2}));
  const Amounts shares = shares_of(most, Amounts(limits::kLines, most));
  EXPECT_EQ(shares.front() - shares.back(), 1);
}

// Prepared ratios end at a sum of 2^32, products at 64 bits: the same answer on both sides.
TEST(Allocate, IsTheSameOnBothSidesOfTheNarrowPaths) {
  const std::int64_t edge = std::int64_t{1} << 32;
  for (const std::int64_t sum : {edge - 1, edge, edge + 1}) {
    const Amounts weights{sum - sum / 3 - 5, sum / 3, 5, 0};
    for (const std::int64_t amount : {sum / 7, edge - 1, edge, sum - 1, sum, sum + 1}) {
      EXPECT_EQ(shares_of(amount, weights), slow::allocate(amount, weights, {}));
    }
  }
  for (const std::int64_t amount : {edge - 1, edge}) {
    for (const std::int64_t weight : {edge - 1, edge}) {
      const Amounts weights{weight, weight - 1, 3, 0};
      EXPECT_EQ(shares_of(amount, weights), slow::allocate(amount, weights, {}));
    }
  }
}

// Many lines of few kinds: most remainders are equal, and the units run out among them.
TEST(Allocate, EqualsTheRuleForManyLinesOfFewKinds) {
  Random random(20262);
  for (int i = 0; i < rounds(3'000); ++i) {
    const std::size_t count = 1 + random.below(300);
    const std::size_t kinds = 1 + random.below(4);
    const int bits = random.one_in(2) ? 24 : 40;
    Amounts kind(kinds);
    for (std::int64_t& weight : kind) weight = 1 + random.of_bits(bits);
    Amounts weights(count);
    Ranks rank(count);
    for (std::size_t k = 0; k < count; ++k) {
      weights[k] = random.one_in(9) ? 1 + random.of_bits(bits) : kind[random.below(kinds)];
      rank[k] = static_cast<std::uint32_t>(count - 1 - k);
    }
    const std::int64_t amount = random.of_bits(random.one_in(2) ? 8 : bits);
    ASSERT_EQ(shares_of(amount, weights, rank), slow::allocate(amount, weights, rank));
    Amounts by_position(count);
    AllocationScratch scratch;
    allocate(amount, weights, rank, by_position, scratch, Ties::position);
    ASSERT_EQ(by_position, slow::allocate(amount, weights, rank, Ties::position));
  }
}

struct Drawn {
  std::int64_t amount;
  Amounts weights;
  Ranks rank;
};

// Ties are frequent: weights from a small range, amounts from a small one every other time.
Drawn draw(Random& random) {
  Drawn drawn;
  const std::size_t count = 1 + random.below(12);
  const int bits = random.one_in(3) ? 52 : 5;
  for (std::size_t i = 0; i < count; ++i) {
    drawn.weights.push_back(random.one_in(6) ? 0 : random.of_bits(bits));
    drawn.rank.push_back(static_cast<std::uint32_t>(i));
  }
  for (std::size_t i = count; i > 1; --i) std::swap(drawn.rank[i - 1], drawn.rank[random.below(i)]);
  drawn.amount = random.of_bits(random.one_in(2) ? 6 : 53);
  return drawn;
}

TEST(Allocate, EqualsTheRuleOnDrawnValues) {
  Random random(20263);
  for (int i = 0; i < rounds(200'000); ++i) {
    const Drawn drawn = draw(random);
    ASSERT_EQ(shares_of(drawn.amount, drawn.weights, drawn.rank),
              slow::allocate(drawn.amount, drawn.weights, drawn.rank));
    ASSERT_EQ(shares_of(drawn.amount, drawn.weights),
              slow::allocate(drawn.amount, drawn.weights, {}));
  }
}

TEST(Allocate, DoesNotDependOnTheOrderOfTheLines) {
  Random random(20264);
  for (int i = 0; i < rounds(100'000); ++i) {
    const Drawn drawn = draw(random);
    Drawn mixed = drawn;
    std::vector<std::size_t> from(drawn.weights.size());
    std::iota(from.begin(), from.end(), std::size_t{0});
    for (std::size_t k = from.size(); k > 1; --k) std::swap(from[k - 1], from[random.below(k)]);
    for (std::size_t k = 0; k < from.size(); ++k) {
      mixed.weights[k] = drawn.weights[from[k]];
      mixed.rank[k] = drawn.rank[from[k]];
    }
    const Amounts one = shares_of(drawn.amount, drawn.weights, drawn.rank);
    const Amounts other = shares_of(drawn.amount, mixed.weights, mixed.rank);
    for (std::size_t k = 0; k < from.size(); ++k) ASSERT_EQ(other[k], one[from[k]]);
  }
}

}  // namespace
}  // namespace sealcart
