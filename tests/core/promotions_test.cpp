// Promotions one feature at a time, by hand.
#include <gtest/gtest.h>

#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

constexpr auto kLine = PromotionTarget::line;
constexpr auto kOrder = PromotionTarget::order;
constexpr auto kShipping = PromotionTarget::shipping;
constexpr std::int32_t kAll = limits::kDiscountPpm;

// Three tees at 20.00 and a print at 35.00.
PricingCase tees() {
  PricingCase test;
  test.line("TEE", 2000, 3);
  test.line("PRINT", 3500, 1);
  return test;
}

std::vector<std::int64_t> line_discounts(const PricingCase& test) {
  std::vector<std::int64_t> all;
  for (const LineTotal& line : test.totals().lines) all.push_back(line.line_discount);
  return all;
}

using Discounts = std::vector<std::int64_t>;

Promotion bundle(std::string id, std::int32_t buy, std::int32_t get) {
  Promotion promotion = percent_off(std::move(id), kLine, kAll);
  promotion.units = PromotionUnits{buy, get, {}, {}, 0};
  return promotion;
}

Promotion together(Promotion promotion) {
  promotion.combines_with = PromotionCombines{true, true, true};
  return promotion;
}

// --- conditions ----------------------------------------------------------------------------------
TEST(PromotionConditions, HoldFromTheFirstMinorUnitOn) {
  PricingCase test = tees();
  test.document.promotions = {fixed_off("five", kOrder, 500)};
  test.document.promotions[0].min_subtotal = 9500;
  EXPECT_EQ(test.totals().grand_total, 9000);
  test.document.promotions[0].min_subtotal = 9501;
  EXPECT_EQ(test.totals().grand_total, 9500);
  EXPECT_EQ(test.totals().gaps[0].amount, 1);
}

TEST(PromotionConditions, EndBeforeTheirEndAndBeginAtTheirStart) {
  PricingCase test = tees();
  test.document.promotions = {fixed_off("five", kOrder, 500)};
  test.document.promotions[0].starts_at = Timestamp{100};
  test.document.promotions[0].ends_at = Timestamp{200};
  const auto total_at = [&](std::int64_t ms) {
    return price_cart(test.cart, test.store(), test.catalog(), Timestamp{ms}).totals.grand_total;
  };
  EXPECT_EQ(total_at(99), 9500);
  EXPECT_EQ(total_at(100), 9000);
  EXPECT_EQ(total_at(199), 9000);
  EXPECT_EQ(total_at(200), 9500);
}

TEST(PromotionConditions, AskForLinesThatMustBeThere) {
  PricingCase test = tees();
  test.document.promotions = {fixed_off("five", kOrder, 500)};
  test.document.promotions[0].needs = {{{"TEE"}, {}, 4, 0}};
  EXPECT_EQ(test.totals().grand_total, 9500);
  EXPECT_EQ(test.totals().gaps[0].units, 1);
  test.document.promotions[0].needs[0].quantity = 3;
  EXPECT_EQ(test.totals().grand_total, 9000);
}

TEST(PromotionConditions, KnowShopperAndUses) {
  PricingCase test = tees();
  test.document.promotions = {fixed_off("five", kOrder, 500)};
  Promotion& five = test.document.promotions[0];
  five.customer_groups = {"trade"};
  five.first_order = true;
  five.usage_limit = 3;
  five.shopper_limit = 1;
  PriceContext context;
  const auto total = [&] {
    return price_cart(test.cart, test.store(), test.catalog(), context).totals.grand_total;
  };
  EXPECT_EQ(total(), 9500);
  context.shopper = {"trade", "", false, true};
  EXPECT_EQ(total(), 9000);
  context.uses = {{"five", 2, 0}};
  EXPECT_EQ(total(), 9000);
  context.uses = {{"five", 3, 0}};
  EXPECT_EQ(total(), 9500);
  context.uses = {{"five", 1, 1}};
  EXPECT_EQ(total(), 9500);
}

// --- units ---------------------------------------------------------------------------------------
TEST(BuyXGetY, GivesOneTeeOfThreeAway) {
  PricingCase test = tees();
  test.document.promotions = {bundle("three for two", 2, 1)};
  test.document.promotions[0].skus = {"TEE"};
  EXPECT_EQ(line_discounts(test), (Discounts{2000, 0}));
}

TEST(BuyXGetY, LowersTheCheapestUnitsUnlessTheDearestAreMeant) {
  PricingCase test = tees();
  test.document.promotions = {bundle("three for two", 2, 1)};
  EXPECT_EQ(line_discounts(test), (Discounts{2000, 0}));
  test.document.promotions[0].choose = UnitChoice::dearest;
  EXPECT_EQ(line_discounts(test), (Discounts{0, 3500}));
}

TEST(BuyXGetY, CountsInMultiplesAndStopsAtItsLimit) {
  PricingCase test;
  test.line("TEE", 2000, 7);
  test.document.promotions = {bundle("three for two", 2, 1)};
  EXPECT_EQ(line_discounts(test), Discounts{4000});
  test.document.promotions[0].units->max_times = 1;
  EXPECT_EQ(line_discounts(test), Discounts{2000});
}

TEST(BuyXGetY, UsesNoUnitTwice) {
  PricingCase test;
  test.line("TEE", 2000, 3);
  test.document.promotions = {together(bundle("first", 2, 1)), together(bundle("second", 2, 1))};
  EXPECT_EQ(line_discounts(test), Discounts{2000});
  test.cart.lines[0].lots[0].remaining = 6;
  EXPECT_EQ(line_discounts(test), Discounts{4000});
}

TEST(BuyXGetY, WhatIsBoughtMayBeSomethingElse) {
  PricingCase test = tees();
  test.document.promotions = {bundle("print with tees", 3, 1)};
  test.document.promotions[0].skus = {"PRINT"};
  test.document.promotions[0].units->skus = {"TEE"};
  EXPECT_EQ(line_discounts(test), (Discounts{0, 3500}));
  test.document.promotions[0].units->buy = 4;
  EXPECT_EQ(line_discounts(test), (Discounts{0, 0}));
}

TEST(QuantityGroup, CostsItsPrice) {
  PricingCase test;
  test.line("TEE", 2000, 7);
  Promotion three = fixed_off("three", kLine, 5000);
  three.kind = PromotionKind::price;
  three.units = PromotionUnits{3, 0, {}, {}, 0};
  test.document.promotions = {three};
  EXPECT_EQ(line_discounts(test), Discounts{2000});  // 2 x (60.00 - 50.00), one tee beside them
}

TEST(LimitedUnits, AreTheCheapestOrTheDearest) {
  PricingCase test = tees();
  test.document.promotions = {percent_off("half", kLine, 500'000)};
  test.document.promotions[0].max_units = 2;
  EXPECT_EQ(line_discounts(test), (Discounts{2000, 0}));
  test.document.promotions[0].choose = UnitChoice::dearest;
  EXPECT_EQ(line_discounts(test), (Discounts{1000, 1750}));
}

TEST(FurtherUnits, MayBeLoweredByAnotherAmount) {
  PricingCase test;
  test.line("TEE", 2000, 5);
  test.document.promotions = {fixed_off("more", kLine, 113)};
  test.document.promotions[0].further_amount = 211;
  EXPECT_EQ(line_discounts(test), Discounts{113 + 4 * 211});
}

// --- values --------------------------------------------------------------------------------------
TEST(Tiers, TheHighestReachedCounts) {
  PricingCase test = tees();
  test.document.promotions = {percent_off("tiers", kOrder, 50'000)};
  test.document.promotions[0].tiers = {{9500, 100'000, 0}, {9501, 200'000, 0}};
  EXPECT_EQ(test.totals().order_discount_total, 950);
  EXPECT_EQ(test.totals().gaps[0].amount, 1);
}

TEST(Floors, AreNeverUndercut) {
  PricingCase test;
  test.line("A", 5000, 1).min_price = 4500;
  test.line("B", 2000, 3);
  test.document.promotions = {fixed_off("lots", kOrder, 2500)};
  const Totals totals = test.totals();
  EXPECT_EQ(totals.lines[0].order_discount, 500);
  EXPECT_EQ(totals.lines[1].order_discount, 2000);
}

TEST(Caps, HoldOverAllLines) {
  PricingCase test = tees();
  test.document.promotions = {percent_off("half", kLine, 500'000)};
  test.document.promotions[0].max_amount = 950;
  EXPECT_EQ(line_discounts(test), (Discounts{600, 350}));
}

TEST(ShippingPromotion, LowersWhatShippingCosts) {
  PricingCase test = tees();
  test.document.shipping_methods = {shipping_method("post", {"home"}, 490)};
  test.document.promotions = {percent_off("free", kShipping, kAll)};
  const Totals totals = test.totals();
  EXPECT_EQ(totals.shipping_total, 0);
  EXPECT_EQ(totals.shipping_discount_total, 490);
  EXPECT_EQ(totals.grand_total, 9500);
}

// --- together ------------------------------------------------------------------------------------
TEST(Lanes, AddUpWhileOneLaneCompetes) {
  PricingCase test = tees();
  test.document.promotions = {percent_off("ten", kOrder, 100'000),
                              percent_off("twenty", kOrder, 200'000)};
  EXPECT_EQ(test.totals().order_discount_total, 1900);
  test.document.promotions[0].lane = PromotionLane::post;
  EXPECT_EQ(test.totals().order_discount_total, 1900 + 760);
}

TEST(ExclusiveGroup, TakesTheCheaperDealOverClasses) {
  PricingCase test = tees();
  test.document.promotions = {percent_off("print", kLine, 500'000), fixed_off("off", kOrder, 1700)};
  test.document.promotions[0].skus = {"PRINT"};
  for (Promotion& promotion : test.document.promotions) promotion.exclusive_group = "one";
  EXPECT_EQ(test.totals().grand_total, 9500 - 1750);
  test.document.promotions[1].amount = 1751;
  EXPECT_EQ(test.totals().grand_total, 9500 - 1751);
  EXPECT_EQ(test.totals().line_discount_total, 0);
}

TEST(ExclusiveGroup, ByPriorityTakesTheHigherOne) {
  PricingCase test = tees();
  test.document.conflicts = DealChoice::priority;
  test.document.promotions = {percent_off("print", kLine, 500'000), fixed_off("off", kOrder, 100)};
  test.document.promotions[0].skus = {"PRINT"};
  test.document.promotions[1].priority = 1;
  for (Promotion& promotion : test.document.promotions) promotion.exclusive_group = "one";
  EXPECT_EQ(test.totals().grand_total, 9400);
}

TEST(CombinesWith, NothingMeansAlone) {
  PricingCase test = tees();
  test.document.shipping_methods = {shipping_method("post", {"home"}, 490)};
  test.document.promotions = {percent_off("ten", kOrder, 100'000),
                              percent_off("free", kShipping, kAll)};
  EXPECT_EQ(test.totals().grand_total, 8550);
  test.document.promotions[0].combines_with = PromotionCombines{};
  EXPECT_EQ(test.totals().grand_total, 8550 + 490);  // 9.50 off beats 4.90 off
}

TEST(Deal, SaysWhenTooManyCombinationsAreLeftOver) {
  PricingCase test = tees();
  for (int n = 0; n < 40; ++n) {
    Promotion promotion = fixed_off("p" + std::to_string(n), n % 2 == 0 ? kLine : kOrder, 1 + n);
    promotion.exclusive_group = "pair" + std::to_string(n / 2);
    test.document.promotions.push_back(together(promotion));
  }
  const Totals totals = test.totals();
  EXPECT_LT(totals.grand_total, 9500);
  EXPECT_FALSE(totals.deal_proven);
}

// As many promotions as a store may have: two groups of which one counts each, and promotions that
// go with their class beside others that do not. Both have more sets than could ever be tried.
TEST(Deal, EndsSoonHoweverManyExcludeEachOther) {
  for (const bool grouped : {true, false}) {
    PricingCase test = tees();
    for (std::size_t n = 0; n < limits::kPromotions; ++n) {
      const auto amount = static_cast<std::int64_t>(n) + 1;
      Promotion promotion = fixed_off("p" + std::to_string(n), kOrder, amount);
      if (grouped) promotion.exclusive_group = n % 2 == 0 ? "even" : "odd";
      promotion.combines_with = PromotionCombines{true, grouped || n % 2 == 0, true};
      test.document.promotions.push_back(promotion);
    }
    const Totals totals = test.totals();
    EXPECT_LT(totals.grand_total, 9500);
    EXPECT_FALSE(totals.deal_proven);
  }
}

// The example of docs/PRICING.md.
TEST(PromotionExample, ThreeForTwoThenTenPercent) {
  PricingCase test = tees();
  test.document.promotions = {bundle("tees", 2, 1), percent_off("ten", kOrder, 100'000)};
  test.document.promotions[0].skus = {"TEE"};
  test.document.promotions[1].min_subtotal = 7000;
  const Totals totals = test.totals();
  EXPECT_EQ(totals.line_discount_total, 2000);
  EXPECT_EQ(totals.lines[0].order_discount, 400);
  EXPECT_EQ(totals.lines[1].order_discount, 350);
  EXPECT_EQ(totals.grand_total, 6750);
}

}  // namespace
}  // namespace sealcart
