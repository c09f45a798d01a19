// An edit has a shorter way through a plain cart: it ends where pricing from the start ends, figure
// by figure, and leaves the other carts to that.
#include <gtest/gtest.h>

#include "sealcart/totals.h"
#include "support/random_shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

// What the drawn shops do too seldom: one order promotion for everybody and prices with few digits,
// so that shares, remainders and ties are many.
PricingCase plain_case(Random& random) {
  PricingCase test = random_case(random, random.one_in(4) ? 40 : 8);
  std::erase_if(test.document.promotions,
                [](const Promotion& p) { return p.target == PromotionTarget::order; });
  if (random.one_in(5)) return test;
  const bool percent = random.one_in(2);
  const auto ppm = static_cast<std::int32_t>(1 + random.below(1'000'000));
  test.document.promotions.push_back(
      percent ? percent_off("all", PromotionTarget::order, ppm)
              : fixed_off("all", PromotionTarget::order, 1 + random.of_bits(20)));
  if (random.one_in(3)) {
    for (Product& product : test.slice.products) {
      product.variants[0].price = 1 + random.of_bits(random.one_in(2) ? 3 : 12);
    }
  }
  return test;
}

struct Edits {
  int plain = 0;
  int priced_anew = 0;
};

// Edits a few lines one after the other; each result against the same columns priced from the
// start.
void edit_and_compare(Priced& priced, Random& random, Edits& count) {
  PriceScratch scratch;
  for (int k = 0; k < 6; ++k) {
    const std::size_t line = random.below(priced.input.lines.size());
    const std::int32_t before = priced.input.lines[line].quantity;
    priced.input.lines[line].quantity =
        static_cast<std::int32_t>(1 + random.of_bits(random.one_in(3) ? 13 : 4));
    const Status edited = price_edit(priced.input, scratch, line, before, priced.totals);
    PriceScratch fresh;
    Totals wanted;
    const Status whole = price(priced.input, fresh, wanted);
    ASSERT_EQ(edited.has_value(), whole.has_value());
    if (!edited) return;
    ASSERT_TRUE(priced.totals == wanted);
    ++(priced.input.plain ? count.plain : count.priced_anew);
  }
}

TEST(PriceEdit, EqualsPricingFromTheStart) {
  Edits count;
  for (int seed = 0; seed < rounds(40'000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed) + 500'000);
    const PricingCase test = random.one_in(3) ? random_case(random, 8) : plain_case(random);
    Priced priced = test.priced();
    if (priced.error || priced.input.lines.empty()) continue;
    edit_and_compare(priced, random, count);
    if (testing::Test::HasFailure()) {
      FAIL() << "seed " << seed << "\n"
             << json(test.document) << json(test.slice) << json(test.cart);
    }
  }
  EXPECT_GT(count.plain, count.priced_anew);
  EXPECT_GT(count.priced_anew, rounds(10'000));
}

Priced two_lines(std::int64_t price) {
  PricingCase test;
  test.line("A", price, 1);
  test.line("B", price, 1);
  test.document.promotions = {percent_off("ten", PromotionTarget::order, 100'000)};
  return test.priced();
}

// 2^32 is where ratios end: the edit goes the whole way there and comes back.
TEST(PriceEdit, CrossesTheEndOfItsWay) {
  constexpr std::int32_t kMany = 9'000;
  Priced priced = two_lines(500'000);
  ASSERT_TRUE(priced.input.plain);
  PriceScratch scratch;
  std::int32_t before = 1;
  for (const std::int32_t quantity : {4'293, 4'294, 4'295, kMany, 2}) {
    priced.input.lines[0].quantity = quantity;
    ASSERT_TRUE(price_edit(priced.input, scratch, 0, before, priced.totals));
    PriceScratch fresh;
    Totals wanted;
    ASSERT_TRUE(price(priced.input, fresh, wanted));
    ASSERT_TRUE(priced.totals == wanted) << quantity;
    before = quantity;
  }
}

TEST(PriceEdit, RefusesWhatPricingRefuses) {
  Priced priced = two_lines(limits::kUnitPrice);
  PriceScratch scratch;
  priced.input.lines[0].quantity = 9'999;
  const Status refused = price_edit(priced.input, scratch, 0, 1, priced.totals);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::amount_overflow);
}

TEST(PriceEdit, IsPlainWithoutRulesThatLookAtMore) {
  PricingCase test;
  test.line("A", 1'000, 1);
  EXPECT_TRUE(test.priced().input.plain);
  Promotion promotion = percent_off("p", PromotionTarget::order, 100'000);
  test.document.promotions = {promotion};
  EXPECT_TRUE(test.priced().input.plain);
  promotion.min_subtotal = 1;
  test.document.promotions = {promotion};
  EXPECT_FALSE(test.priced().input.plain);
  test.document.promotions.clear();
  test.document.rounding.tax_mode = Rounding::half_even;
  EXPECT_FALSE(test.priced().input.plain);
}

}  // namespace
}  // namespace sealcart
