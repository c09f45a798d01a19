// Shipping and fees: thresholds to the cent, what stands in before a choice, what needs none.
#include <gtest/gtest.h>

#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

PricingCase shipped(std::int64_t price = 1000) {
  PricingCase test;
  test.document.shipping_methods = {shipping_method("post", {"home"}, 500),
                                    shipping_method("slow", {"home", "away"}, 300),
                                    shipping_method("late", {"home"}, 300)};
  test.line("A", price, 1);
  return test;
}

std::string method_of(const PricingCase& test) {
  const Priced priced = test.priced();
  if (priced.totals.shipping_choice == kNone) return "none";
  const auto choice = static_cast<std::size_t>(priced.totals.shipping_choice);
  const auto rule = static_cast<std::size_t>(priced.input.shipping[choice].rule);
  return test.document.shipping_methods[rule].id;
}

TEST(Shipping, TheCheapestStandsInUntilOneIsChosen) {
  PricingCase test = shipped();
  EXPECT_EQ(method_of(test), "slow");
  EXPECT_EQ(test.totals().shipping_total, 300);
  EXPECT_EQ(test.totals().grand_total, 1300);
  test.choose_method("post");
  EXPECT_EQ(method_of(test), "post");
  EXPECT_EQ(test.totals().grand_total, 1500);
}

TEST(Shipping, TheCheapestIsFoundAfterThresholds) {
  PricingCase test = shipped();
  test.document.shipping_methods[0].free_from = 1000;
  EXPECT_EQ(method_of(test), "post");
  EXPECT_EQ(test.totals().shipping_total, 0);
}

TEST(Shipping, IsFreeFromItsThresholdOn) {
  for (const std::int64_t price : {4999, 5000, 5001}) {
    PricingCase test = shipped(price);
    test.choose_method("post");
    test.document.shipping_methods[0].free_from = 5000;
    EXPECT_EQ(test.totals().shipping_total, price < 5000 ? 500 : 0) << price;
  }
}

TEST(Shipping, ItsThresholdIsComparedAfterAllDiscounts) {
  PricingCase test = shipped(5000);
  test.choose_method("post");
  test.document.shipping_methods[0].free_from = 5000;
  test.document.promotions = {fixed_off("cent", PromotionTarget::order, 1)};
  EXPECT_EQ(test.totals().shipping_total, 500);
}

TEST(Shipping, AThresholdOfZeroIsAlwaysFree) {
  PricingCase test = shipped(0);
  test.choose_method("post");
  test.document.shipping_methods[0].free_from = 0;
  EXPECT_EQ(test.totals().shipping_total, 0);
}

TEST(Shipping, OfDigitalGoodsIsNone) {
  PricingCase test = shipped();
  test.slice.products[0].variants[0].ships = false;
  test.choose_method("post");
  EXPECT_EQ(method_of(test), "none");
  EXPECT_EQ(test.totals().grand_total, 1000);
  test.line("B", 1, 1);
  EXPECT_EQ(test.totals().shipping_total, 500);
}

TEST(Shipping, OfAnEmptyCartIsNone) {
  PricingCase test = shipped();
  test.cart = empty_cart();
  EXPECT_EQ(method_of(test), "none");
  EXPECT_EQ(test.totals().grand_total, 0);
}

TEST(Shipping, AMethodThatDoesNotReachTheZoneGivesWayToOneThatDoes) {
  PricingCase test = shipped();
  test.choose_method("post");
  test.ship_to("CA");
  EXPECT_EQ(method_of(test), "slow");
}

TEST(Shipping, WhereNothingIsDeliveredIsNone) {
  PricingCase test = shipped();
  test.ship_to("FR");
  EXPECT_EQ(method_of(test), "none");
  EXPECT_TRUE(test.priced().input.shipping.empty());
}

bool is_estimate(const PricingCase& test) { return test.priced().input.estimate; }

TEST(Estimate, EndsWithAddressAndMethod) {
  PricingCase test = shipped();
  EXPECT_TRUE(is_estimate(test));
  test.ship_to("US");
  EXPECT_TRUE(is_estimate(test));
  test.choose_method("post");
  EXPECT_FALSE(is_estimate(test));
}

TEST(Estimate, AMethodAloneIsNotEnough) {
  PricingCase test = shipped();
  test.choose_method("post");
  EXPECT_TRUE(is_estimate(test));
}

TEST(Estimate, DigitalGoodsNeedNoMethod) {
  PricingCase test = shipped();
  test.slice.products[0].variants[0].ships = false;
  EXPECT_TRUE(is_estimate(test));
  test.ship_to("US");
  EXPECT_FALSE(is_estimate(test));
}

// --- fees ----------------------------------------------------------------------------------------
TEST(Fee, IsChargedOnceAnOrder) {
  PricingCase test;
  test.line("A", 1000, 3);
  test.line("B", 1000, 1);
  test.document.fees = {fee_of("gift", 200), fee_of("deposit", 25)};
  EXPECT_EQ(test.totals().fee_amounts, (std::vector<std::int64_t>{200, 25}));
  EXPECT_EQ(test.totals().fee_total, 225);
  EXPECT_EQ(test.totals().grand_total, 4225);
}

TEST(Fee, EndsExactlyAtItsSubtotal) {
  for (const std::int64_t price : {1999, 2000, 2001}) {
    PricingCase test;
    test.line("A", price, 1);
    test.document.fees = {fee_of("small order", 300)};
    test.document.fees[0].below_subtotal = 2000;
    EXPECT_EQ(test.totals().fee_total, price < 2000 ? 300 : 0) << price;
  }
}

TEST(Fee, ItsSubtotalIsComparedAfterAllDiscounts) {
  PricingCase test;
  test.line("A", 2000, 1);
  test.document.fees = {fee_of("small order", 300)};
  test.document.fees[0].below_subtotal = 2000;
  test.document.promotions = {fixed_off("cent", PromotionTarget::line, 1)};
  EXPECT_EQ(test.totals().fee_total, 300);
}

TEST(Fee, OfAnEmptyCartIsNone) {
  PricingCase test;
  test.document.fees = {fee_of("gift", 200)};
  EXPECT_EQ(test.totals().grand_total, 0);
}

}  // namespace
}  // namespace sealcart
