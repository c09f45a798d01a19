// The explanation: every amount that differs from unit price x quantity, with its rule and its
// base.
#include "sealcart/adjustment.h"

#include <gtest/gtest.h>

#include "support/random_shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

using Lines = std::vector<std::string>;

std::vector<Adjustment> explained(const PricingCase& test) {
  return adjustments(test.cart, test.store(), test.catalog(), test.priced());
}

// `orderDiscount ten A 1000 -100`: kind, rule, line, base, amount.
Lines told_adjustments(const PricingCase& test) {
  const auto& kinds = *type_of<Adjustment>().fields[0].names;
  Lines lines;
  for (const Adjustment& a : explained(test)) {
    std::string text(kinds.values[static_cast<std::size_t>(a.kind)]);
    text += " " + a.rule + " ";
    text += a.line ? test.cart.find_line(*a.line)->sku : "order";
    lines.push_back(text + " " + std::to_string(a.base) + " " + std::to_string(a.amount));
  }
  return lines;
}

PricingCase with_everything() {
  PricingCase test;
  test.line("A", 1000, 2);
  test.line("B", 500, 1, "none");
  test.document.tax_rates = {tax_rate("home", "standard", 100'000, false)};
  test.document.promotions = {percent_off("ten", PromotionTarget::line, 100'000),
                              fixed_off("five", PromotionTarget::order, 500)};
  test.document.promotions[0].skus = {"A"};
  test.document.shipping_methods = {shipping_method("post", {"home"}, 300)};
  test.document.shipping_methods[0].tax_category = "standard";
  test.document.fees = {fee_of("wrap", 50), fee_of("small", 70)};
  test.document.fees[1].below_subtotal = 1000;
  return test;
}

TEST(Adjustments, FollowThePipe) {
  EXPECT_EQ(told_adjustments(with_everything()),
            (Lines{"lineDiscount ten A 2000 -200", "orderDiscount five A 1800 -391",
                   "orderDiscount five B 500 -109", "shipping post order 300 300",
                   "fee wrap order 50 50", "additionalTax home-standard A 1409 141",
                   "additionalTax home-standard order 300 30"}));
}

TEST(Adjustments, CarryTheShownNameOfTheRule) {
  EXPECT_EQ(explained(with_everything())[0].name, "Name of ten");
  EXPECT_EQ(explained(with_everything())[5].name, "Tax home-standard");
}

TEST(Adjustments, FreeShippingTellsWhatItWouldHaveCost) {
  PricingCase test = with_everything();
  test.document.shipping_methods[0].free_from = 0;
  EXPECT_EQ(told_adjustments(test)[3], "shipping post order 300 0");
}

TEST(Adjustments, IncludedTaxIsToldThoughItChangesNothing) {
  PricingCase test;
  test.line("A", 1100, 1);
  test.document.tax_rates = {tax_rate("home", "standard", 100'000, true)};
  EXPECT_EQ(told_adjustments(test), Lines{"includedTax home-standard A 1100 100"});
}

TEST(Adjustments, OfAPlainCartAreNone) {
  PricingCase test;
  test.line("A", 1100, 1);
  EXPECT_EQ(told_adjustments(test), Lines{});
}

// Goods + every adjustment that moves money = the total: not one minor unit without a rule.
TEST(Adjustments, ExplainEveryMinorUnit) {
  for (int seed = 0; seed < rounds(20'000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    const PricingCase test = random_case(random, 8);
    const Totals totals = test.totals();
    std::int64_t total = totals.item_subtotal, included = 0;
    for (const Adjustment& a : explained(test)) {
      (a.kind == AdjustmentKind::included_tax ? included : total) += a.amount;
    }
    ASSERT_EQ(total, totals.grand_total) << "seed " << seed;
    ASSERT_EQ(included, totals.included_tax_total) << "seed " << seed;
  }
}

}  // namespace
}  // namespace sealcart
