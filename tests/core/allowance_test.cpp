// How many units a line may hold, beside the other lines and the orders before.
#include "sealcart/allowance.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/random.h"
#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

Variant packs_of_six() {
  Variant variant = variant_of("A", 100);
  variant.min_quantity = 12;
  variant.max_quantity = 60;
  variant.step = 6;
  return variant;
}

TEST(CheckQuantity, HasALeastALargestAndAStep) {
  const Variant variant = packs_of_six();
  EXPECT_EQ(told(check_quantity(variant, 11)), "quantity_too_small at quantity given=11 min=12");
  EXPECT_EQ(told(check_quantity(variant, 12)), "ok");
  EXPECT_EQ(told(check_quantity(variant, 13)), "quantity_step at quantity given=13 step=6");
  EXPECT_EQ(told(check_quantity(variant, 60)), "ok");
  EXPECT_EQ(told(check_quantity(variant, 61)), "quantity_too_large at quantity given=61 max=60");
}

TEST(CheckQuantity, IsOneTo9999WhereTheVariantSaysNothing) {
  const Variant variant = variant_of("A", 100);
  EXPECT_EQ(told(check_quantity(variant, 0)), "quantity_too_small at quantity given=0 min=1");
  EXPECT_EQ(told(check_quantity(variant, 1)), "ok");
  EXPECT_EQ(told(check_quantity(variant, 9'999)), "ok");
  EXPECT_EQ(told(check_quantity(variant, 10'000)),
            "quantity_too_large at quantity given=10000 max=9999");
  EXPECT_EQ(told(check_quantity(variant, limits::kAmount)),
            "quantity_too_large at quantity given=9007199254740991 max=9999");
}

TEST(CheckQuantity, StockBoundsItUnlessBackordered) {
  Variant variant = variant_of("A", 100);
  variant.stock = 3;
  EXPECT_EQ(told(check_quantity(variant, 3)), "ok");
  EXPECT_EQ(told(check_quantity(variant, 4)), "stock_insufficient at quantity given=4 available=3");
  variant.backorder = true;
  EXPECT_EQ(told(check_quantity(variant, 4)), "ok");
  variant.backorder = false;
  variant.stock = 0;
  EXPECT_EQ(told(check_quantity(variant, 1)), "sold_out at quantity");
}

TEST(CheckQuantity, SharesTheStockWithOtherLines) {
  Variant variant = variant_of("A", 100);
  variant.stock = 5;
  EXPECT_EQ(told(check_quantity(variant, 3, 2)), "ok");
  EXPECT_EQ(told(check_quantity(variant, 3, 3)),
            "stock_insufficient at quantity given=3 available=2");
  EXPECT_EQ(told(check_quantity(variant, 1, 7)),
            "stock_insufficient at quantity given=1 available=0");
}

TEST(SoldOut, IsWhenNotEvenTheLeastQuantityIsThere) {
  Variant variant = packs_of_six();
  variant.stock = 11;
  EXPECT_TRUE(is_sold_out(variant));
  EXPECT_EQ(told(check_quantity(variant, 6)), "sold_out at quantity");
  EXPECT_EQ(told(check_quantity(variant, 99)), "sold_out at quantity");
  EXPECT_EQ(told(check_quantity(variant, 0)), "quantity_too_small at quantity given=0 min=12");
  variant.stock = 12;
  EXPECT_FALSE(is_sold_out(variant));
  variant.min_quantity = 1;
  variant.stock = 5;
  EXPECT_TRUE(is_sold_out(variant)) << "a step is not there either";
  variant.backorder = true;
  EXPECT_FALSE(is_sold_out(variant));
}

TEST(CheckLimits, CountTheOrderAndTheCustomer) {
  Product product = product_of("lamp", {variant_of("A", 1)});
  EXPECT_EQ(told(check_limits(product, 1'000'000'000, 1'000)), "ok");
  product.max_per_order = 4;
  EXPECT_EQ(told(check_limits(product, 4, 9)), "ok");
  EXPECT_EQ(told(check_limits(product, 5, 0)), "order_limit at quantity max=4");
  product.max_per_order.reset();
  product.max_per_customer = 4;
  EXPECT_EQ(told(check_limits(product, 1, 3)), "ok");
  EXPECT_EQ(told(check_limits(product, 2, 3)), "customer_limit at quantity max=4 had=3");
  EXPECT_EQ(told(check_limits(product, 1, 9)), "customer_limit at quantity max=4 had=9");
}

TEST(Beside, CountsTheOtherLinesOfProductAndVariant) {
  PricingCase test;
  test.slice.products.push_back(product_of("lamp", {variant_of("A", 1), variant_of("B", 1)}));
  test.slice.products[0].options = {{"Colour", {"red", "blue"}}};
  test.slice.products[0].variants[0].options = {"red"};
  test.slice.products[0].variants[1].options = {"blue"};
  test.put("A", 2);
  test.put("B", 3);
  test.line("MUG", 1, 50);
  test.put("GONE", 60);
  const Catalog catalog = test.catalog();
  const auto goods = goods_of(test.cart, catalog);
  const std::vector<ProductUse> bought{{"cup", 8}, {"lamp", 7}};
  const Beside found = beside(test.cart, goods, bought, goods[0], 0);
  EXPECT_EQ(found.of_variant, 0);
  EXPECT_EQ(found.of_product, 3);
  EXPECT_EQ(found.had, 7);
  const Beside fresh = beside(test.cart, goods, bought, goods[0], goods.size());
  EXPECT_EQ(fresh.of_variant, 2);
  EXPECT_EQ(fresh.of_product, 5);
  EXPECT_EQ(beside(test.cart, goods, bought, goods[2], 2).had, 0);
}

// Against every quantity tried one by one.
TEST(NearestUnits, IsTheNearestThatNothingIsSaidAgainst) {
  int none = 0;
  for (int seed = 0; seed < rounds(20'000); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    Product product = product_of("lamp", {variant_of("A", 1)});
    Variant& variant = product.variants[0];
    variant.min_quantity = static_cast<std::int32_t>(random.between(1, 9));
    variant.max_quantity = static_cast<std::int32_t>(random.between(9, 30));
    variant.step = static_cast<std::int32_t>(random.between(1, 5));
    if (random.one_in(2)) variant.stock = static_cast<std::int32_t>(random.between(0, 30));
    variant.backorder = random.one_in(3);
    if (random.one_in(2)) product.max_per_order = static_cast<std::int32_t>(random.between(1, 30));
    if (random.one_in(2)) {
      product.max_per_customer = static_cast<std::int32_t>(random.between(1, 30));
    }
    Beside others;
    others.of_variant = random.between(0, 9);
    others.of_product = others.of_variant + random.between(0, 9);
    others.had = random.between(0, 9);
    const std::int64_t wanted = random.between(0, 40);
    std::int64_t nearest = 0;
    std::int64_t most = 0;
    for (std::int64_t units = 1; units <= 40; ++units) {
      if (!check_quantity(variant, units, others.of_variant)) continue;
      if (!check_limits(product, others.of_product + units, others.had)) continue;
      const bool nearer = std::abs(units - wanted) < std::abs(nearest - wanted);
      if (nearest == 0 || nearer) nearest = units;
      most = units;
    }
    none += nearest == 0 ? 1 : 0;
    const Catalog::Entry entry{&product, &variant};
    ASSERT_EQ(nearest_units(entry, others, wanted), nearest) << "seed " << seed;
    ASSERT_EQ(most_units(entry, others), most) << "seed " << seed;
  }
  EXPECT_GT(none, 0);
}

}  // namespace
}  // namespace sealcart
