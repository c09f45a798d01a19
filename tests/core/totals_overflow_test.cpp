// 2^53-1 minor units is the largest figure; one more is an error, and nothing wraps on the way
// there.
#include <gtest/gtest.h>

#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

constexpr std::int64_t kMost = limits::kAmount;
constexpr std::int64_t kPrice = limits::kUnitPrice;

std::string verdict(const PricingCase& test) {
  const auto totals = compute_totals(test.cart, test.store(), test.catalog(), {});
  return totals ? std::to_string(totals->grand_total) : told(totals.error());
}

// 9,007 units at 10^12 and the rest of 2^53-1 as one more line.
PricingCase full() {
  PricingCase test;
  test.line("A", kPrice, 9'007);
  test.line("B", kMost - 9'007 * kPrice, 1);
  return test;
}

TEST(Overflow, TheLargestSubtotalIsPriced) { EXPECT_EQ(verdict(full()), "9007199254740991"); }

TEST(Overflow, OneUnitMoreIsRefused) {
  PricingCase test = full();
  test.slice.products[1].variants[0].price += 1;
  EXPECT_EQ(verdict(test), "amount_overflow");
}

TEST(Overflow, ShippingFeesAndTaxCountToo) {
  PricingCase shipped = full();
  shipped.document.shipping_methods = {shipping_method("post", {"home"}, 1)};
  EXPECT_EQ(verdict(shipped), "amount_overflow");
  PricingCase with_fee = full();
  with_fee.document.fees = {fee_of("gift", 1)};
  EXPECT_EQ(verdict(with_fee), "amount_overflow");
  PricingCase taxed = full();
  taxed.document.tax_rates = {tax_rate("home", "standard", 1, false)};
  EXPECT_EQ(verdict(taxed), "amount_overflow");
  taxed.document.tax_rates[0].included = true;
  EXPECT_EQ(verdict(taxed), "9007199254740991");
}

// A discount does not save a subtotal that can't be shown.
TEST(Overflow, TheSubtotalIsBoundedBeforeDiscounts) {
  PricingCase test = full();
  test.document.promotions = {percent_off("all", PromotionTarget::order, 1'000'000)};
  EXPECT_EQ(verdict(test), "0");
  test.slice.products[1].variants[0].price += 1;
  EXPECT_EQ(verdict(test), "amount_overflow");
}

TEST(Overflow, OneLineAloneCanExceedIt) {
  PricingCase test;
  test.line("A", kPrice, 9'008);
  EXPECT_EQ(verdict(test), "amount_overflow");
}

// Joins never refuse for size: lots of many devices, at the largest price, in more lines than a
// cart lets in. Every sum stays inside 64 bits (the sanitizers watch).
TEST(Overflow, TheWorstCartWrapsNowhere) {
  for (const bool percent : {true, false}) {
    PricingCase test;
    test.document.promotions = {percent ? percent_off("all", PromotionTarget::line, 1'000'000)
                                        : fixed_off("all", PromotionTarget::line, kPrice),
                                percent_off("most", PromotionTarget::order, 999'999)};
    test.document.tax_rates = {tax_rate("home", "standard", limits::kRatePpm, percent)};
    for (int i = 0; i < 2 * static_cast<int>(limits::kLines); ++i) {
      const std::string sku = "SKU-" + std::to_string(i);
      test.line(sku, kPrice, limits::kQuantity);
      std::vector<Lot>& lots = test.cart.lines.back().lots;
      lots.resize(2 * limits::kLots, lots.front());
    }
    EXPECT_EQ(verdict(test), "amount_overflow");
  }
}

TEST(Overflow, TotalsAreBlankAndShapedLikeTheCart) {
  PricingCase test = full();
  test.slice.products[1].variants[0].price += 1;
  test.document.fees = {fee_of("gift", 1)};
  const Priced priced = test.priced();
  ASSERT_TRUE(priced.error);
  EXPECT_EQ(priced.totals.lines.size(), 2u);
  EXPECT_EQ(priced.totals.fee_amounts, std::vector<std::int64_t>{0});
  EXPECT_EQ(priced.totals.taxes.size(), priced.input.rates.size());
  EXPECT_EQ(priced.totals.item_subtotal, 0);
  EXPECT_EQ(priced.totals.grand_total, 0);
  EXPECT_EQ(priced.totals.unit_count, 9'008);
}

}  // namespace
}  // namespace sealcart
