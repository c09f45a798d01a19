// Fees that are a share of what the items cost.
#include <gtest/gtest.h>

#include "support/piped_shipping.h"
#include "support/told.h"

namespace sealcart::tested_fee {
namespace {

PricingCase with_fee(std::int64_t price, std::int32_t rate_ppm) {
  PricingCase test;
  test.line("A", price, 1);
  test.document.fees = {fee_of("card", 10)};
  test.document.fees[0].rate_ppm = rate_ppm;
  return test;
}

TEST(ShareFee, IsAmountAndShareOfTheItemsAfterDiscounts) {
  PricingCase test = with_fee(10'000, 15'000);
  EXPECT_EQ(test.totals().fee_total, 10 + 150);
  test.document.promotions = {fixed_off("off", PromotionTarget::order, 2000)};
  EXPECT_EQ(test.totals().fee_total, 10 + 120);
}

TEST(ShareFee, HalvesGoWherePricesGo) {
  PricingCase test = with_fee(250, 10'000);  // 2.5
  EXPECT_EQ(test.totals().fee_total, 13);
  test.document.rounding.price_mode = Rounding::half_even;
  EXPECT_EQ(test.totals().fee_total, 12);
}

TEST(ShareFee, IsExplainedByWhatItIsTakenOf) {
  PricingCase test = with_fee(10'000, 15'000);
  EXPECT_EQ(priced_snapshot(test).adjustments[0].base, 10'000);
  EXPECT_EQ(priced_snapshot(test).adjustments[0].amount, 160);
  test.document.fees[0].rate_ppm = 0;
  EXPECT_EQ(priced_snapshot(test).adjustments[0].base, 10);
}

}  // namespace
}  // namespace sealcart::tested_fee
