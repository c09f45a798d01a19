// One order with everything in it, computed by hand; and the same in a currency without decimals.
#include <gtest/gtest.h>

#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

// line        price  qty  subtotal  -10 % shirts   net     order -5.00 of 84.51   taxable  8.25 %
// SHIRT       19.99    3     59.97      -6.00     53.97   3.1931 -> 3.19            50.78    4.19
// MUG          7.50    1      7.50         -       7.50   0.4437 -> 0.45 (*)         7.05    0.58
// POSTER      11.52    2     23.04         -      23.04   1.3631 -> 1.36            21.68       -
//                            90.51      -6.00     84.51   5.00                      79.51    4.77
// (*) rounded down 3.19 + 0.44 + 1.36 = 4.99; remainders .31, .73, .31: the cent goes to the mug.
// Shipping 7.99, free from 80.00: 79.51 is below. Its tax 8.25 % = 0.66. Gift wrap 2.00, untaxed.
// Total 79.51 + 7.99 + 2.00 + 4.77 + 0.66 = 94.93.
PricingCase by_hand() {
  PricingCase test;
  test.line("SHIRT", 1999, 3);
  test.line("MUG", 750, 1);
  test.line("POSTER", 1152, 2, "none");
  test.document.tax_rates = {tax_rate("home", "standard", 82'500, false)};
  test.document.promotions = {percent_off("shirts", PromotionTarget::line, 100'000),
                              fixed_off("five", PromotionTarget::order, 500)};
  test.document.promotions[0].skus = {"SHIRT"};
  test.document.promotions[1].code = "FIVE";
  test.document.promotions[1].min_subtotal = 8451;
  test.document.shipping_methods = {shipping_method("post", {"home"}, 799)};
  test.document.shipping_methods[0].free_from = 8000;
  test.document.shipping_methods[0].tax_category = "standard";
  test.document.fees = {fee_of("wrap", 200)};
  test.code("FIVE");
  return test;
}

TEST(Totals, AnOrderComputedByHand) {
  const Totals totals = by_hand().totals();
  EXPECT_EQ(totals.item_subtotal, 9051);
  EXPECT_EQ(totals.line_discount_total, 600);
  EXPECT_EQ(totals.order_discount_total, 500);
  EXPECT_EQ(totals.lines[0].order_discount, 319);
  EXPECT_EQ(totals.lines[1].order_discount, 45);
  EXPECT_EQ(totals.lines[2].order_discount, 136);
  EXPECT_EQ(totals.lines[0].tax, 419);
  EXPECT_EQ(totals.lines[1].tax, 58);
  EXPECT_EQ(totals.lines[2].tax, 0);
  EXPECT_EQ(totals.shipping_total, 799);
  EXPECT_EQ(totals.shipping_tax, 66);
  EXPECT_EQ(totals.fee_total, 200);
  EXPECT_EQ(totals.additional_tax_total, 543);
  EXPECT_EQ(totals.grand_total, 9493);
}

TEST(Totals, RemovingAndAddingAgainGivesTheSameTotals) {
  PricingCase test = by_hand();
  const Totals before = test.totals();
  const LineItem shirt = test.cart.lines[0];
  ASSERT_TRUE(apply(test.cart, make_remove(test.cart, {kMaker, 0}, shirt)));
  EXPECT_NE(test.totals().grand_total, before.grand_total);
  test.put("SHIRT", 3);
  EXPECT_EQ(test.cart.lines.back().sku, "SHIRT");
  EXPECT_EQ(test.totals().grand_total, before.grand_total);
  EXPECT_EQ(test.totals().lines.back().order_discount, before.lines[0].order_discount);
}

// 3 x 1,280 yen with 10 % inside: 349.09 -> 349.
TEST(Totals, MinorUnitsAreThoseOfTheCurrency) {
  PricingCase test;
  test.document.currency = test.slice.currency = "JPY";
  test.document.tax_rates = {tax_rate("home", "standard", 100'000, true)};
  test.line("TEA", 1280, 3);
  EXPECT_EQ(test.totals().grand_total, 3840);
  EXPECT_EQ(test.totals().included_tax_total, 349);
}

}  // namespace
}  // namespace sealcart
