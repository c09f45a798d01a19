// Unit price x quantity, and one promotion for each line: the best for the shopper.
#include <gtest/gtest.h>

#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

constexpr auto kLine = PromotionTarget::line;

TEST(LineSubtotal, IsUnitPriceTimesQuantity) {
  PricingCase test;
  test.line("A", 1999, 3);
  test.line("B", 0, 5);
  const Totals totals = test.totals();
  EXPECT_EQ(totals.lines[0].subtotal, 5997);
  EXPECT_EQ(totals.lines[1].subtotal, 0);
  EXPECT_EQ(totals.item_subtotal, 5997);
  EXPECT_EQ(totals.unit_count, 8);
  EXPECT_EQ(totals.grand_total, 5997);
}

TEST(LineSubtotal, OfAnEmptyCartIsNothing) {
  const Totals totals = PricingCase().totals();
  EXPECT_EQ(totals.grand_total, 0);
  EXPECT_EQ(totals.unit_count, 0);
}

TEST(LineSubtotal, OfASkuTheCatalogueLacksIsZero) {
  PricingCase test;
  test.line("A", 500, 1);
  test.put("GONE", 4);
  const Totals totals = test.totals();
  EXPECT_EQ(totals.lines[1].subtotal, 0);
  EXPECT_EQ(totals.unit_count, 5);
  EXPECT_EQ(totals.grand_total, 500);
}

TEST(LineDiscount, PercentIsRoundedOnceALine) {
  PricingCase test;
  test.line("A", 333, 3);  // 10 % of 9.99 = 0.999 -> 1.00; three times 0.333 would be 0.99
  test.document.promotions = {percent_off("ten", kLine, 100'000)};
  EXPECT_EQ(test.totals().lines[0].line_discount, 100);
  EXPECT_EQ(test.totals().grand_total, 899);
}

TEST(LineDiscount, PercentOfASmallPriceCountsByTheLine) {
  PricingCase test;
  test.line("SCREW", 4, 100);  // 10 % of 0.04 rounds to nothing, of 4.00 it is 0.40
  test.document.promotions = {percent_off("ten", kLine, 100'000)};
  EXPECT_EQ(test.totals().line_discount_total, 40);
}

TEST(LineDiscount, FixedIsOffEachUnit) {
  PricingCase test;
  test.line("A", 1000, 3);
  test.document.promotions = {fixed_off("two", kLine, 200)};
  EXPECT_EQ(test.totals().lines[0].line_discount, 600);
}

TEST(LineDiscount, FixedTakesAtMostThePrice) {
  PricingCase test;
  test.line("A", 150, 3);
  test.line("B", 0, 2);
  test.document.promotions = {fixed_off("two", kLine, 200)};
  EXPECT_EQ(test.totals().lines[0].line_discount, 450);
  EXPECT_EQ(test.totals().lines[1].line_discount, 0);
  EXPECT_EQ(test.totals().grand_total, 0);
}

TEST(LineDiscount, AHundredPercentLeavesExactlyNothing) {
  PricingCase test;
  test.line("A", 1'000'000'007, 7);
  test.document.promotions = {percent_off("all", kLine, 1'000'000)};
  EXPECT_EQ(test.totals().grand_total, 0);
}

std::string best_of(std::vector<Promotion> promotions, std::int64_t price, std::int32_t quantity) {
  PricingCase test;
  test.line("A", price, quantity);
  test.document.promotions = std::move(promotions);
  const Priced priced = test.priced();
  const std::int32_t rule = priced.input.lines[0].promotion;
  const auto off = std::to_string(priced.totals.lines[0].line_discount);
  if (rule == kNone) return off;
  return test.document.promotions[static_cast<std::size_t>(rule)].id + " " + off;
}

TEST(LineDiscount, IsTheBestAndNotTheSum) {
  const auto ten = percent_off("ten", kLine, 100'000), five = percent_off("five", kLine, 50'000);
  const auto one = fixed_off("one", kLine, 100);
  EXPECT_EQ(best_of({five, ten, one}, 2000, 2), "ten 400");
  EXPECT_EQ(best_of({five, ten, one}, 900, 2), "one 200");
}

TEST(LineDiscount, TheFirstOfTheStoreWinsAmongEquals) {
  const auto ten = percent_off("ten", kLine, 100'000), one = fixed_off("one", kLine, 100);
  EXPECT_EQ(best_of({ten, one}, 1000, 3), "ten 300");
  EXPECT_EQ(best_of({one, ten}, 1000, 3), "one 300");
}

// 10.4 % of 5 cents is half a cent: nothing less, nothing more than one cent a unit rounds to.
TEST(LineDiscount, TheBestIsFoundBeforeRounding) {
  const auto percent = percent_off("percent", kLine, 104'000), cent = fixed_off("cent", kLine, 1);
  EXPECT_EQ(best_of({percent, cent}, 5, 100), "cent 100");
  const auto twelve = percent_off("twelve", kLine, 120'000),
             ten = percent_off("ten", kLine, 100'000);
  EXPECT_EQ(best_of({ten, twelve}, 4, 1), "twelve 0");
  EXPECT_EQ(best_of({ten, twelve}, 4, 100), "twelve 48");
  EXPECT_EQ(best_of({ten, twelve}, 14, 1000), "twelve 1680");
}

TEST(LineDiscount, NamesSkusOrCategoriesOrEveryLine) {
  PricingCase test;
  test.line("A", 1000, 1);
  test.line("B", 1000, 1);
  test.line("C", 1000, 1);
  test.slice.products[1].category = "hats";
  test.document.promotions = {percent_off("some", kLine, 100'000)};
  test.document.promotions[0].skus = {"X", "A"};
  EXPECT_EQ(test.totals().line_discount_total, 100);
  test.document.promotions[0].categories = {"hats"};
  const Totals totals = test.totals();
  EXPECT_EQ(totals.lines[0].line_discount, 100);
  EXPECT_EQ(totals.lines[1].line_discount, 100);
  EXPECT_EQ(totals.lines[2].line_discount, 0);
}

TEST(LineDiscount, WithACodeItWaitsForTheCode) {
  PricingCase test;
  test.line("A", 1000, 1);
  test.document.promotions = {percent_off("ten", kLine, 100'000)};
  test.document.promotions[0].code = "TEN";
  EXPECT_EQ(test.totals().line_discount_total, 0);
  test.code("TEN");
  EXPECT_EQ(test.totals().line_discount_total, 100);
}

}  // namespace
}  // namespace sealcart
