// One promotion for the order: the best, allocated over the lines to the last unit.
#include <gtest/gtest.h>

#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

constexpr auto kOrder = PromotionTarget::order;

PricingCase three_lines() {
  PricingCase test;
  test.line("A", 4300, 1);
  test.line("B", 1400, 1);
  test.line("C", 2300, 1);
  return test;
}

std::vector<std::int64_t> shares(const Totals& totals) {
  std::vector<std::int64_t> all;
  for (const LineTotal& line : totals.lines) all.push_back(line.order_discount);
  return all;
}

// Index of the promotion of the order that counts.
std::int32_t order_promotion(const PricingCase& test) {
  for (const TraceEntry& entry : trace_of(test.priced())) {
    if (entry.kind == AdjustmentKind::order_discount) return entry.rule;
  }
  return kNone;
}

// 80.00 - 3.00: 1.6125, 0.525 and 0.8625 down to 1.61, 0.52, 0.86; the cent left to the 0.5.
TEST(OrderDiscount, FixedIsAllocatedByLargestRemainder) {
  PricingCase test = three_lines();
  test.document.promotions = {fixed_off("three", kOrder, 300)};
  EXPECT_EQ(shares(test.totals()), (std::vector<std::int64_t>{161, 53, 86}));
  EXPECT_EQ(test.totals().order_discount_total, 300);
  EXPECT_EQ(test.totals().grand_total, 7700);
}

TEST(OrderDiscount, PercentIsOfWhatLineDiscountsLeft) {
  PricingCase test = three_lines();
  test.document.promotions = {percent_off("half", PromotionTarget::line, 500'000),
                              percent_off("ten", kOrder, 100'000)};
  test.document.promotions[0].skus = {"A"};
  const Totals totals = test.totals();
  EXPECT_EQ(totals.line_discount_total, 2150);
  EXPECT_EQ(totals.order_discount_total, 585);  // 10 % of 58.50
  EXPECT_EQ(shares(totals), (std::vector<std::int64_t>{215, 140, 230}));
}

TEST(OrderDiscount, FixedTakesAtMostTheSubtotal) {
  PricingCase test = three_lines();
  test.document.promotions = {fixed_off("lots", kOrder, 1'000'000)};
  const Totals totals = test.totals();
  EXPECT_EQ(totals.order_discount_total, 8000);
  EXPECT_EQ(shares(totals), (std::vector<std::int64_t>{4300, 1400, 2300}));
  EXPECT_EQ(totals.grand_total, 0);
}

TEST(OrderDiscount, OfNothingIsNothing) {
  PricingCase test;
  test.line("A", 0, 3);
  test.document.promotions = {fixed_off("lots", kOrder, 500)};
  EXPECT_EQ(test.totals().order_discount_total, 0);
  EXPECT_EQ(order_promotion(test), kNone);
}

TEST(OrderDiscount, BeginsExactlyAtItsLeastSubtotal) {
  PricingCase test;
  test.line("A", 4999, 1);
  test.document.promotions = {percent_off("ten", kOrder, 100'000)};
  test.document.promotions[0].min_subtotal = 5000;
  EXPECT_EQ(test.totals().order_discount_total, 0);
  test.slice.products[0].variants[0].price = 5000;
  EXPECT_EQ(test.totals().order_discount_total, 500);
  test.slice.products[0].variants[0].price = 5001;
  EXPECT_EQ(test.totals().order_discount_total, 500);
}

TEST(OrderDiscount, ItsLeastSubtotalIsComparedAfterLineDiscounts) {
  PricingCase test;
  test.line("A", 5000, 1);
  test.document.promotions = {fixed_off("cent", PromotionTarget::line, 1),
                              percent_off("ten", kOrder, 100'000)};
  test.document.promotions[1].min_subtotal = 5000;
  EXPECT_EQ(test.totals().order_discount_total, 0);
}

TEST(OrderDiscount, WithACodeItWaitsForTheCode) {
  PricingCase test = three_lines();
  test.document.promotions = {percent_off("ten", kOrder, 100'000)};
  test.document.promotions[0].code = "TEN";
  EXPECT_EQ(test.totals().order_discount_total, 0);
  test.code("TEN");
  EXPECT_EQ(test.totals().order_discount_total, 800);
}

TEST(OrderDiscount, IsTheBestThatAppliesAndNotTheSum) {
  PricingCase test = three_lines();
  test.document.promotions = {percent_off("ten", kOrder, 100'000), fixed_off("nine", kOrder, 900),
                              percent_off("far", kOrder, 900'000)};
  test.document.promotions[2].min_subtotal = 8001;
  EXPECT_EQ(test.totals().order_discount_total, 900);
  EXPECT_EQ(order_promotion(test), 1);
}

TEST(OrderDiscount, TheFirstOfTheStoreWinsAmongEquals) {
  PricingCase test = three_lines();
  test.document.promotions = {fixed_off("eight", kOrder, 800), percent_off("ten", kOrder, 100'000)};
  EXPECT_EQ(order_promotion(test), 0);
}

// Half a cent each: by the larger weight, then the smaller line id; or by position where asked.
TEST(OrderDiscount, TiesGoByWeightAndLineIdOrByPosition) {
  PricingCase test;
  test.line("A", 100, 1);
  test.line("B", 100, 1);
  test.document.promotions = {fixed_off("cent", kOrder, 1)};
  const bool a_first = line_id("A") < line_id("B");
  EXPECT_EQ(shares(test.totals()), (std::vector<std::int64_t>{a_first ? 1 : 0, a_first ? 0 : 1}));
  test.document.rounding.ties = Ties::position;
  EXPECT_EQ(shares(test.totals()), (std::vector<std::int64_t>{1, 0}));
  test.slice.products[1].variants[0].price = 300;  // 0.25 and 0.75: no tie
  EXPECT_EQ(shares(test.totals()), (std::vector<std::int64_t>{0, 1}));
}

// Another device shows the lines in another order; the cents stay with their lines.
TEST(OrderDiscount, TheOddCentStaysWithItsLineInAnyOrder) {
  PricingCase one, other;
  for (const char* sku : {"A", "B", "C"}) one.line(sku, 100, 1);
  for (const char* sku : {"C", "B", "A"}) other.line(sku, 100, 1);
  one.document.promotions = other.document.promotions = {fixed_off("two cents", kOrder, 2)};
  std::vector<std::int64_t> mirrored = shares(other.totals());
  std::reverse(mirrored.begin(), mirrored.end());
  EXPECT_EQ(shares(one.totals()), mirrored);
}

}  // namespace
}  // namespace sealcart
