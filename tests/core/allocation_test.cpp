// An amount over entries with bounds, by our way and by that of other platforms.
#include "sealcart/allocation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "support/peer_cases.h"
#include "support/random.h"
#include "support/slow_allocate.h"
#include "support/told.h"

namespace sealcart {
namespace {

using Amounts = std::vector<std::int64_t>;
using Entries = std::vector<AllocationEntry>;

constexpr std::array kPolicies{
    AllocationPolicy::largest_remainder, AllocationPolicy::sylius,
    AllocationPolicy::solidus,           AllocationPolicy::woo_percent,
    AllocationPolicy::woo_fixed_cart,    AllocationPolicy::saleor,
};

Entries weighing(const Amounts& weights) {
  Entries entries;
  for (const std::int64_t weight : weights) entries.push_back({.weight = weight});
  return entries;
}

// Prices with a floor: what can be taken off is what lies above it.
Entries priced(const std::vector<std::pair<std::int64_t, std::int64_t>>& prices_and_floors) {
  Entries entries;
  for (const auto& [price, floor] : prices_and_floors) {
    entries.push_back({.weight = price, .most = price - floor});
  }
  return entries;
}

Allocation split(std::int64_t amount, const Entries& entries, const AllocationRule& rule = {}) {
  AllocationWork work;
  Allocation out;
  must(allocate_within(amount, entries, rule, work, out));
  return out;
}

Amounts shares(std::int64_t amount, const Entries& entries, AllocationPolicy policy,
               std::int32_t rate_ppm = 0) {
  return split(amount, entries, {.policy = policy, .ties = Ties::position, .rate_ppm = rate_ppm})
      .shares;
}

TEST(Allocation, WithoutBoundsIsLargestRemainder) {
  EXPECT_EQ(split(300, weighing({4300, 1400, 2300})).shares, (Amounts{161, 53, 86}));
  EXPECT_EQ(split(-300, weighing({4300, 1400, 2300})).shares, (Amounts{-161, -53, -86}));
  EXPECT_EQ(split(1000, weighing({1, 1, 1})).shares, (Amounts{334, 333, 333}));
}

TEST(Allocation, WhatAFlooredEntryCannotTakeGoesToTheOthers) {
  const Entries entries = priced({{1000, 0}, {2000, 1900}, {5000, 5000}, {3000, 2600}});
  EXPECT_EQ(split(1200, entries).shares, (Amounts{700, 100, 0, 400}));
  EXPECT_EQ(split(1200, entries).unallocated, 0);
}

TEST(Allocation, WhatNoEntryCanTakeIsToldAsUnallocated) {
  const Allocation out = split(-1200, priced({{1000, 400}, {500, 500}}));
  EXPECT_EQ(out.shares, (Amounts{-600, 0}));
  EXPECT_EQ(out.unallocated, -600);
}

TEST(Allocation, AnEntryBelowItsLeastIsRaisedAtTheCostOfTheOthers) {
  const Entries entries{{.weight = 1, .least = 40}, {.weight = 6}, {.weight = 3}};
  EXPECT_EQ(split(100, entries).shares, (Amounts{40, 40, 20}));
}

// 50, 25 and 25 of 100, but the first may take 30 only and the second must take 45.
TEST(Allocation, BoundsOnBothSidesHoldTogether) {
  const Entries entries{{.weight = 2, .most = 30}, {.weight = 1, .least = 45}, {.weight = 1}};
  EXPECT_EQ(split(100, entries).shares, (Amounts{30, 45, 25}));
}

TEST(Allocation, WithNoWeightThePolicyDecides) {
  const Entries none = weighing({0, 0});
  EXPECT_EQ(split(10, none).shares, (Amounts{0, 0}));
  EXPECT_EQ(split(10, none).unallocated, 10);
  EXPECT_EQ(split(10, none, {.zero_weights = ZeroWeights::equal}).shares, (Amounts{5, 5}));
  const Entries some = weighing({0, 3});
  EXPECT_EQ(split(10, some, {.zero_weights = ZeroWeights::equal}).shares, (Amounts{0, 10}));
}

// The Alabama paradox: eleven units give the last entry less than ten do. Not promised otherwise.
TEST(Allocation, MoreToShareMayLowerAShare) {
  EXPECT_EQ(split(10, weighing({6, 6, 2})).shares, (Amounts{4, 4, 2}));
  EXPECT_EQ(split(11, weighing({6, 6, 2})).shares, (Amounts{5, 5, 1}));
}

// Figures of the project's own specification of its distributors (Sylius, MIT).
TEST(AllocationAsSylius, RoundsHalfDownAndCorrectsFromTheFirst) {
  using enum AllocationPolicy;
  EXPECT_EQ(shares(300, weighing({4300, 1400, 2300}), sylius), (Amounts{162, 52, 86}));
  EXPECT_EQ(shares(-300, weighing({4300, 1400, 2300}), sylius), (Amounts{-162, -52, -86}));
  EXPECT_EQ(shares(-299, weighing({4300, 1400, 2300}), sylius), (Amounts{-161, -52, -86}));
  EXPECT_EQ(shares(300, weighing({4000, 2000, 2000}), sylius), (Amounts{150, 75, 75}));
  EXPECT_EQ(shares(1000, weighing({1, 1, 1, 1}), sylius), (Amounts{250, 250, 250, 250}));
  EXPECT_EQ(shares(-1000, weighing({1, 1, 1}), sylius), (Amounts{-334, -333, -333}));
}

TEST(AllocationAsSylius, SharesAgainWhatAMinimumPriceKeepsBack) {
  const Entries four = priced({{1000, 0}, {2000, 1900}, {5000, 5000}, {3000, 2600}});
  EXPECT_EQ(shares(1200, four, AllocationPolicy::sylius), (Amounts{700, 100, 0, 400}));
  const Entries two = priced({{5000, 4500}, {6000, 0}});
  EXPECT_EQ(shares(2500, two, AllocationPolicy::sylius), (Amounts{500, 2000}));
}

// 50.00 off lines of 12, 23 and 30: 923.08, 1769.23, 2307.69.
TEST(AllocationAsSolidus, TheUnitLeftOverEndsAtTheFirst) {
  using enum AllocationPolicy;
  EXPECT_EQ(shares(5000, weighing({1200, 2300, 3000}), solidus), (Amounts{924, 1769, 2307}));
  EXPECT_EQ(split(5000, weighing({1200, 2300, 3000})).shares, (Amounts{923, 1769, 2308}));
  EXPECT_EQ(shares(1000, weighing({50, 50, 50}), solidus), (Amounts{334, 333, 333}));
  EXPECT_EQ(shares(1500, weighing({150, 50, 100}), solidus), (Amounts{750, 250, 500}));
}

// 10 % of 105, 109 and 299 x 2 is 10.5, 10.9 and 59.8, together 81.2.
TEST(AllocationAsWooPercent, TheUnitsLeftGoToTheDearestOneForEachUnit) {
  using enum AllocationPolicy;
  const Entries entries{{.weight = 105}, {.weight = 109}, {.weight = 598, .units = 2}};
  EXPECT_EQ(shares(81, entries, woo_percent), (Amounts{10, 10, 61}));
  EXPECT_EQ(shares(81, entries, woo_percent, 100'000), (Amounts{10, 10, 61}));
}

// 10 % of 10, 10 and 4 is 1, 1 and 0.4: rounded down by the rate nothing of the 2 is left over.
TEST(AllocationAsWooPercent, WithTheRateRoundsThatDown) {
  using enum AllocationPolicy;
  const Entries entries{{.weight = 10, .units = 2}, {.weight = 10}, {.weight = 4}};
  EXPECT_EQ(shares(2, entries, woo_percent, 100'000), (Amounts{1, 1, 0}));
  EXPECT_EQ(shares(2, entries, woo_percent), (Amounts{2, 0, 0}));
}

TEST(AllocationAsWooFixedCart, EveryUnitGetsTheSame) {
  using enum AllocationPolicy;
  const Entries entries{{.weight = 100}, {.weight = 9000, .units = 2}};
  EXPECT_EQ(shares(31, entries, woo_fixed_cart), (Amounts{10, 21}));
  // The cheap line is used up; the rest goes round again.
  const Entries capped{{.weight = 5, .most = 5}, {.weight = 9000, .most = 9000, .units = 2}};
  EXPECT_EQ(shares(31, capped, woo_fixed_cart), (Amounts{5, 26}));
  EXPECT_EQ(shares(2, entries, woo_fixed_cart), (Amounts{0, 2}));
  // One unit for each unit, but not into a line that is used up.
  const Entries tight{{.weight = 300, .most = 3, .units = 2}, {.weight = 200}, {.weight = 100}};
  EXPECT_EQ(shares(7, tight, woo_fixed_cart), (Amounts{3, 2, 2}));
}

// Five lines of 0.01, a discount of 0.02: each exact share rounds to 0, and the last can take one
// unit only. The other is not lost silently.
TEST(AllocationAsSaleor, TheLastTakesTheRestAsFarAsItCan) {
  const Entries entries(5, {.weight = 1, .most = 1});
  const Allocation out = split(2, entries, {.policy = AllocationPolicy::saleor});
  EXPECT_EQ(out.shares, (Amounts{0, 0, 0, 0, 1}));
  EXPECT_EQ(out.unallocated, 1);
  EXPECT_EQ(shares(2, weighing({1, 1, 1, 1}), AllocationPolicy::saleor), (Amounts{1, 1, 0, 0}));
}

std::string refusal(std::int64_t amount, const Entries& entries, const AllocationRule& rule = {}) {
  AllocationWork work;
  Allocation out{{7, 7}, 7};
  const Status status = allocate_within(amount, entries, rule, work, out);
  EXPECT_EQ(out.shares, (Amounts{7, 7}));
  EXPECT_EQ(out.unallocated, 7);
  return told(status);
}

TEST(Allocation, RefusesWhatIsOutOfRangeAndTouchesNothing) {
  const std::int64_t over = limits::kAmount + 1;
  EXPECT_EQ(refusal(-over, weighing({1})).substr(0, 29), "number_out_of_range at amount");
  EXPECT_EQ(refusal(1, weighing({1, -1})),
            "number_out_of_range at entries[1].weight min=0 max=9007199254740991");
  EXPECT_EQ(refusal(1, weighing({over})).substr(0, 40), "number_out_of_range at entries[0].weight");
  EXPECT_EQ(refusal(1, {{.weight = 1, .least = 3, .most = 2}}),
            "number_out_of_range at entries[0].least min=0 max=2");
  EXPECT_EQ(refusal(1, {{.weight = 1, .most = -1}}).substr(0, 38),
            "number_out_of_range at entries[0].most");
  EXPECT_EQ(refusal(1, {{.weight = 1, .units = 0}}),
            "number_out_of_range at entries[0].units min=1 max=9999");
  EXPECT_EQ(refusal(-4, {{.weight = 1, .least = 5}}),
            "number_out_of_range at amount min=5 max=9007199254740991");
  EXPECT_EQ(refusal(1, weighing({1}), {.rate_ppm = -1}),
            "number_out_of_range at ratePpm min=0 max=1000000");
  EXPECT_EQ(refusal(1, weighing(Amounts(limits::kLines + 1, 1))),
            "list_too_long at entries max=1000");
}

TEST(Allocation, HoldsTheLargestAmountsUnderEveryPolicy) {
  const std::int64_t most = limits::kAmount;
  Entries entries(limits::kLines, {.weight = most, .most = most, .units = limits::kQuantity});
  entries.front().least = most / 2;
  entries.back().most = 3;
  for (const AllocationPolicy policy : kPolicies) {
    const Allocation out = split(-most, entries, {.policy = policy, .rate_ppm = 1});
    EXPECT_EQ(std::reduce(out.shares.begin(), out.shares.end()) + out.unallocated, -most);
  }
}

struct DrawnSplit {
  std::int64_t amount = 0;
  Entries entries;
  AllocationRule rule;
};

// Few or many bits, so that ties, bounds that bind and amounts that do not fit are all frequent.
DrawnSplit draw_split(Random& random) {
  DrawnSplit drawn;
  const std::size_t count = 1 + random.below(9);
  const int bits = random.one_in(3) ? 50 : 6;
  std::int64_t least = 0;
  for (std::size_t i = 0; i < count; ++i) {
    AllocationEntry entry;
    entry.weight = random.one_in(6) ? 0 : random.of_bits(bits);
    if (random.one_in(2)) entry.most = random.of_bits(bits);
    if (random.one_in(3)) entry.least = random.between(0, entry.most) % (1 << 6);
    entry.units = static_cast<std::int32_t>(random.between(1, 5));
    entry.rank = static_cast<std::uint32_t>(i);
    least += entry.least;
    drawn.entries.push_back(entry);
  }
  for (std::size_t i = count; i > 1; --i) {
    std::swap(drawn.entries[i - 1].rank, drawn.entries[random.below(i)].rank);
  }
  drawn.amount = least + random.of_bits(random.one_in(2) ? 7 : 52);
  if (drawn.amount > limits::kAmount) drawn.amount = limits::kAmount;
  drawn.rule.policy = random.pick(kPolicies);
  drawn.rule.zero_weights = random.one_in(2) ? ZeroWeights::equal : ZeroWeights::keep;
  if (random.one_in(2)) drawn.rule.rate_ppm = static_cast<std::int32_t>(random.between(1, 400'000));
  return drawn;
}

TEST(DrawnAllocations, AddUpStayWithinBoundsAndMirror) {
  Random random(30301);
  for (int i = 0; i < rounds(300'000); ++i) {
    const DrawnSplit drawn = draw_split(random);
    const Allocation out = split(drawn.amount, drawn.entries, drawn.rule);
    const Allocation mirror = split(-drawn.amount, drawn.entries, drawn.rule);
    std::int64_t sum = out.unallocated;
    bool full = true;
    bool weighs = drawn.rule.zero_weights == ZeroWeights::equal;
    for (const AllocationEntry& entry : drawn.entries) weighs |= entry.weight > 0;
    const bool any = std::ranges::any_of(drawn.entries, [](auto& e) { return e.weight > 0; });
    for (std::size_t k = 0; k < drawn.entries.size(); ++k) {
      const AllocationEntry& entry = drawn.entries[k];
      sum += out.shares[k];
      ASSERT_GE(out.shares[k], entry.least) << i;
      ASSERT_LE(out.shares[k], entry.most) << i;
      ASSERT_EQ(mirror.shares[k], -out.shares[k]) << i;
      const bool takes = weighs && (entry.weight > 0 || !any);
      full &= !takes || out.shares[k] == entry.most;
    }
    ASSERT_EQ(sum, drawn.amount) << i;
    ASSERT_GE(out.unallocated, 0) << i;
    ASSERT_EQ(mirror.unallocated, -out.unallocated) << i;
    const bool may_stay = full || drawn.rule.policy == AllocationPolicy::saleor;
    ASSERT_TRUE(out.unallocated == 0 || may_stay) << i;
  }
}

TEST(DrawnAllocations, DoNotDependOnTheOrderOfTheEntries) {
  Random random(30302);
  for (int i = 0; i < rounds(200'000); ++i) {
    const DrawnSplit drawn = draw_split(random);
    std::vector<std::size_t> from(drawn.entries.size());
    std::iota(from.begin(), from.end(), std::size_t{0});
    for (std::size_t k = from.size(); k > 1; --k) std::swap(from[k - 1], from[random.below(k)]);
    Entries mixed;
    for (const std::size_t k : from) mixed.push_back(drawn.entries[k]);
    const Allocation one = split(drawn.amount, drawn.entries, drawn.rule);
    const Allocation other = split(drawn.amount, mixed, drawn.rule);
    for (std::size_t k = 0; k < from.size(); ++k) {
      ASSERT_EQ(other.shares[k], one.shares[from[k]]) << i;
    }
  }
}

TEST(DrawnAllocations, WithoutBoundsEqualTheRuleOfLargestRemainder) {
  Random random(30303);
  for (int i = 0; i < rounds(100'000); ++i) {
    DrawnSplit drawn = draw_split(random);
    Amounts weights;
    std::vector<std::uint32_t> ranks;
    for (AllocationEntry& entry : drawn.entries) {
      entry.least = 0;
      entry.most = limits::kAmount;
      weights.push_back(entry.weight);
      ranks.push_back(entry.rank);
    }
    ASSERT_EQ(split(drawn.amount, drawn.entries).shares,
              slow::allocate(drawn.amount, weights, ranks))
        << i;
  }
}

// A unit could be moved from `a` to `b`, and `b` would still have no more for its weight.
bool misplaced(const AllocationEntry& a, std::int64_t had, const AllocationEntry& b,
               std::int64_t has) {
  if (had == a.least || has == b.most || a.weight == 0 || b.weight == 0) return false;
  return static_cast<__int128>(had - 1) * b.weight >= static_cast<__int128>(has + 1) * a.weight;
}

TEST(DrawnAllocations, WithinTheirBoundsFollowTheWeightsToTheUnit) {
  Random random(30304);
  for (int i = 0; i < rounds(100'000); ++i) {
    const DrawnSplit drawn = draw_split(random);
    const Amounts got = split(drawn.amount, drawn.entries).shares;
    for (std::size_t a = 0; a < got.size(); ++a) {
      for (std::size_t b = 0; b < got.size(); ++b) {
        ASSERT_FALSE(misplaced(drawn.entries[a], got[a], drawn.entries[b], got[b])) << i;
      }
    }
  }
}

TEST(AllocationPeerCases, OfVendureAreReproduced) {
  int count = 0;
  for (const auto& entry : peer_cases("allocation", "target", "VEN")) {
    if (!entry["inputs"].contains("weights")) continue;
    const AllocationRule rule{.zero_weights = ZeroWeights::equal, .ties = Ties::position};
    const auto amount = entry["inputs"]["amount"].get<std::int64_t>();
    const auto weights = entry["inputs"]["weights"].get<Amounts>();
    EXPECT_EQ(split(amount, weighing(weights), rule).shares,
              entry["expected"]["shares"].get<Amounts>())
        << entry["id"];
    ++count;
  }
  RecordProperty("cases", count);
}

}  // namespace
}  // namespace sealcart
