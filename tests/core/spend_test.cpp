// How much more has to be bought: the figure the shopper reads, held against really buying it.
#include <gtest/gtest.h>

#include <algorithm>

#include "sealcart/outlook.h"
#include "support/random_shop.h"

namespace sealcart {
namespace {

std::vector<SnapshotGap> gaps(const PricingCase& test) {
  return gaps_of(test.document, test.priced());
}

PricingCase free_from_fifty() {
  PricingCase test;
  test.line("A", 1000, 2);
  test.document.shipping_methods = {shipping_method("post", {"home"}, 300)};
  test.document.shipping_methods[0].free_from = 5000;
  return test;
}

TEST(Spend, IsTheGapWhereNothingIsTakenOff) {
  const auto found = gaps(free_from_fifty());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, GoalKind::free_shipping);
  EXPECT_EQ(found[0].rule, "post");
  EXPECT_EQ(found[0].amount, 3000);
  EXPECT_EQ(found[0].spend, 3000);
}

// 90 % of 5,556 is 5,000, of 5,555 it is 4,999.
TEST(Spend, CountsWhatAPromotionOfTheOrderTakesOff) {
  PricingCase test = free_from_fifty();
  test.document.promotions = {percent_off("ten", PromotionTarget::order, 100'000)};
  const auto found = gaps(test);
  EXPECT_EQ(found[0].amount, 3200);
  EXPECT_EQ(found[0].spend, 3556);
}

TEST(Spend, StopsAtTheNextTier) {
  PricingCase test;
  test.line("A", 1000, 2);
  test.document.promotions = {percent_off("tiers", PromotionTarget::order, 10'000)};
  test.document.promotions[0].tiers = {{1000, 20'000, 0}, {2500, 30'000, 0}, {9000, 40'000, 0}};
  EXPECT_EQ(gaps(test)[0].spend, 500);
}

TEST(Spend, GetsToTheConditionsBeforeItGetsToATier) {
  PricingCase test;
  test.line("A", 1000, 2);
  test.document.promotions = {percent_off("tiers", PromotionTarget::order, 10'000)};
  test.document.promotions[0].min_subtotal = 5000;
  test.document.promotions[0].tiers = {{9000, 40'000, 0}};
  EXPECT_EQ(gaps(test)[0].amount, 3000);
  EXPECT_EQ(gaps(test)[0].spend, 3000);
}

TEST(Spend, IsNotToldWhereUnitsAreMissingOrNothingIs) {
  PricingCase test;
  test.line("A", 1000, 2);
  test.document.promotions = {percent_off("three", PromotionTarget::order, 10'000),
                              percent_off("reached", PromotionTarget::order, 10'000)};
  test.document.promotions[0].min_quantity = 3;
  test.document.promotions[1].min_subtotal = 2000;
  const auto found = gaps(test);
  EXPECT_EQ(found[0].units, 1);
  EXPECT_EQ(found[0].spend, std::nullopt);
  EXPECT_EQ(found[1].amount, 0);
  EXPECT_EQ(found[1].spend, std::nullopt);
}

// --- against really buying it --------------------------------------------------------------------

std::string last_sku(const PricingCase& test) {
  for (int n = 0;; ++n) {
    const std::string sku = "further-" + std::to_string(n);
    const bool last = std::ranges::all_of(
        test.cart.lines, [&](const LineItem& line) { return line.id < line_id(sku); });
    if (last) return sku;
  }
}

// The same case with one more unit, asked for by the goal and lowered by no promotion of lines.
PricingCase with_further(PricingCase test, const Goal& goal, std::int64_t price) {
  const std::string sku = last_sku(test);
  test.line(sku, price, 1, "none").ships = false;
  for (std::size_t p = 0; p < test.document.promotions.size(); ++p) {
    Promotion& promotion = test.document.promotions[p];
    const bool aim = goal.kind == GoalKind::promotion && goal.rule == static_cast<std::int32_t>(p);
    if (aim && !promotion.tiers.empty()) {
      const bool named = !promotion.skus.empty() || !promotion.categories.empty();
      if (named) promotion.skus.push_back(sku);
    } else if (promotion.target == PromotionTarget::line) {
      promotion.except_skus.push_back(sku);
    }
  }
  return test;
}

void add_goals(Random& random, PricingCase& test) {
  std::erase_if(test.document.tax_rates, [](const TaxRate& r) { return r.category == "none"; });
  for (Promotion& promotion : test.document.promotions) {
    if (random.one_in(2)) promotion.min_subtotal = random.between(1, 100'000);
    if (promotion.kind != PromotionKind::percent || random.one_in(2)) continue;
    const std::int64_t first = random.between(1, 50'000);
    promotion.tiers = {{first, 10'000, 0}, {first + random.between(1, 50'000), 20'000, 0}};
  }
}

bool is_missing(const PricingCase& test, std::size_t goal) {
  const GoalGap gap = test.totals().gaps[goal];
  return gap.amount > 0 || gap.units > 0;
}

// The case with the tiers of a promotion up to the next one; with none while its conditions fail.
PricingCase up_to_next_tier(PricingCase test, std::size_t goal) {
  const Goal aim = test.priced().input.goals[goal];
  if (aim.kind != GoalKind::promotion) return test;
  std::vector<PromotionTier>& tiers =
      test.document.promotions[static_cast<std::size_t>(aim.rule)].tiers;
  const std::vector<PromotionTier> all = tiers;
  const Priced now = test.priced();
  const auto rule = std::ranges::find(now.input.rules, aim.rule, &Rule::promotion);
  const auto index = static_cast<std::size_t>(rule - now.input.rules.begin());
  tiers.clear();
  if (now.totals.states[index] != RuleState::holds) return test;
  for (const PromotionTier& tier : all) {
    tiers.push_back(tier);
    if (is_missing(test, goal)) break;
  }
  return test;
}

bool reached(const PricingCase& test, std::size_t goal, std::int64_t spend) {
  const Goal aim = test.priced().input.goals[goal];
  return !is_missing(with_further(test, aim, spend), goal);
}

TEST(Spend, ReachesTheGoalAndOneMinorUnitLessDoesNot) {
  int walked = 0;
  for (int seed = 0; seed < rounds(4'000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    PricingCase test = random_case(random, 6);
    add_goals(random, test);
    const Priced priced = test.priced();
    if (priced.error || test.cart.lines.empty()) continue;
    const std::int32_t choice = priced.totals.shipping_choice;
    if (choice != kNone && test.cart.shipping_method.empty()) {
      const auto method = priced.input.shipping[static_cast<std::size_t>(choice)].rule;
      test.choose_method(test.document.shipping_methods[static_cast<std::size_t>(method)].id);
    }
    const auto found = gaps(test);
    for (std::size_t g = 0; g < found.size(); ++g) {
      if (!found[g].spend) continue;
      ++walked;
      const PricingCase aimed = up_to_next_tier(test, g);
      ASSERT_TRUE(reached(aimed, g, *found[g].spend)) << "seed " << seed << " goal " << g;
      if (*found[g].spend == 1) continue;
      ASSERT_FALSE(reached(aimed, g, *found[g].spend - 1)) << "seed " << seed << " goal " << g;
    }
  }
  EXPECT_GT(walked, rounds(1'000));
}

}  // namespace
}  // namespace sealcart
