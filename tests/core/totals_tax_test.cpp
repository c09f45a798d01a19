// Tax of what is left after discounts: once a line, included or on top, by category and zone.
#include <gtest/gtest.h>

#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

PricingCase taxed(bool included) {
  PricingCase test;
  test.document.tax_rates = {tax_rate("home", "standard", 200'000, included),
                             tax_rate("home", "reduced", 50'000, included)};
  return test;
}

TEST(AdditionalTax, ComesOnTop) {
  PricingCase test = taxed(false);
  test.line("A", 999, 1);  // 1.998 -> 2.00
  test.line("B", 1010, 1, "reduced");
  const Totals totals = test.totals();
  EXPECT_EQ(totals.lines[0].tax, 200);
  EXPECT_EQ(totals.lines[1].tax, 51);  // 0.505 -> 0.51
  EXPECT_EQ(totals.additional_tax_total, 251);
  EXPECT_EQ(totals.included_tax_total, 0);
  EXPECT_EQ(totals.grand_total, 2009 + 251);
}

TEST(IncludedTax, IsHeldByThePriceAndChangesNoTotal) {
  PricingCase test = taxed(true);
  test.line("A", 999, 1);  // 9.99 * 20/120 = 1.665 -> 1.67
  test.line("B", 1010, 1, "reduced");
  const Totals totals = test.totals();
  EXPECT_EQ(totals.lines[0].tax, 167);
  EXPECT_EQ(totals.lines[1].tax, 48);  // 10.10 * 5/105 = 0.4809...
  EXPECT_EQ(totals.included_tax_total, 215);
  EXPECT_EQ(totals.additional_tax_total, 0);
  EXPECT_EQ(totals.grand_total, 2009);
}

TEST(Tax, IsOfWhatDiscountsLeft) {
  for (const bool included : {false, true}) {
    PricingCase test = taxed(included);
    test.line("A", 1000, 1);
    test.document.promotions = {percent_off("ten", PromotionTarget::line, 100'000),
                                fixed_off("three", PromotionTarget::order, 300)};
    const Totals totals = test.totals();
    EXPECT_EQ(totals.lines[0].taxable(), 600);
    EXPECT_EQ(totals.lines[0].tax, included ? 100 : 120);
    EXPECT_EQ(totals.grand_total, included ? 600 : 720);
  }
}

TEST(Tax, IsSummedByRate) {
  PricingCase test = taxed(false);
  test.line("A", 333, 1);
  test.line("B", 333, 1);
  test.line("C", 333, 1, "reduced");
  test.line("D", 333, 1, "none");
  const Priced priced = test.priced();
  ASSERT_EQ(priced.totals.taxes.size(), 3u);  // untaxed, standard, reduced
  EXPECT_EQ(priced.totals.taxes[0].tax, 0);
  EXPECT_EQ(priced.totals.taxes[1].taxable, 666);
  EXPECT_EQ(priced.totals.taxes[1].tax, 134);  // 67 + 67: rounded once a line
  EXPECT_EQ(priced.totals.taxes[2].tax, 17);
  EXPECT_EQ(priced.totals.additional_tax_total, 151);
}

TEST(Tax, FollowsTheZoneOfTheDestination) {
  PricingCase test = taxed(false);
  test.document.tax_rates.push_back(tax_rate("away", "standard", 130'000, true));
  test.line("A", 1000, 1);
  EXPECT_EQ(test.totals().additional_tax_total, 200);
  test.ship_to("CA");
  EXPECT_EQ(test.totals().additional_tax_total, 0);
  EXPECT_EQ(test.totals().included_tax_total, 115);
  test.ship_to("FR");
  EXPECT_EQ(test.totals().included_tax_total + test.totals().additional_tax_total, 0);
}

TEST(Tax, AtTheLargestRateIsExact) {
  PricingCase test;
  test.document.tax_rates = {tax_rate("home", "standard", limits::kRatePpm, false)};
  test.line("A", 7, 1);
  EXPECT_EQ(test.totals().grand_total, 77);
}

TEST(Tax, OfShippingAndFeesFollowsTheirCategory) {
  PricingCase test = taxed(false);
  test.line("A", 1000, 1, "none");
  test.document.shipping_methods = {shipping_method("post", {"home"}, 499)};
  test.document.shipping_methods[0].tax_category = "standard";
  test.document.fees = {fee_of("gift", 210)};
  test.document.fees[0].tax_category = "reduced";
  const Totals totals = test.totals();
  EXPECT_EQ(totals.shipping_tax, 100);  // 0.998 -> 1.00
  EXPECT_EQ(totals.fee_taxes, std::vector<std::int64_t>{11});
  EXPECT_EQ(totals.grand_total, 1000 + 499 + 210 + 111);
}

}  // namespace
}  // namespace sealcart
