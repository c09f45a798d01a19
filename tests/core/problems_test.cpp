// Why a cart can't be ordered as it stands.
#include <gtest/gtest.h>

#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

using Lines = std::vector<std::string>;

Lines problems_of(const PricingCase& test) {
  return told(problems(test.cart, test.store(), test.catalog(), test.priced(), PriceContext()));
}

PricingCase served() {
  PricingCase test;
  test.document.shipping_methods = {shipping_method("post", {"home"}, 500),
                                    shipping_method("air", {"away"}, 900)};
  test.line("A", 1000, 2);
  return test;
}

TEST(Problems, AGoodCartHasNone) { EXPECT_EQ(problems_of(served()), Lines{}); }

TEST(Problems, AGoneSku) {
  PricingCase test = served();
  test.put("GONE", 1);
  EXPECT_EQ(problems_of(test), Lines{"sku_unknown at lines[1].sku sku=GONE"});
}

TEST(Problems, AQuantityTheVariantDoesNotAllow) {
  PricingCase test = served();
  Variant& variant = test.slice.products[0].variants[0];
  variant.stock = 1;
  EXPECT_EQ(problems_of(test),
            Lines{"stock_insufficient at lines[0].quantity given=2 available=1"});
  variant.stock.reset();
  variant.step = 3;
  EXPECT_EQ(problems_of(test), Lines{"quantity_step at lines[0].quantity given=2 step=3"});
  variant.step = 1;
  variant.max_quantity = 1;
  EXPECT_EQ(problems_of(test), Lines{"quantity_too_large at lines[0].quantity given=2 max=1"});
  variant.max_quantity = 9;
  variant.min_quantity = 3;
  EXPECT_EQ(problems_of(test), Lines{"quantity_too_small at lines[0].quantity given=2 min=3"});
}

TEST(Problems, AreToldAllAtOnce) {
  PricingCase test = served();
  test.put("GONE", 1);
  test.line("B", 1000, 2).stock = 0;
  test.ship_to("FR");
  EXPECT_EQ(problems_of(test),
            (Lines{"sku_unknown at lines[1].sku sku=GONE", "sold_out at lines[2].quantity",
                   "destination_not_served at destination.country country=FR"}));
}

TEST(Problems, AMethodThatDoesNotReachTheAddress) {
  PricingCase test = served();
  test.choose_method("air");
  EXPECT_EQ(problems_of(test), Lines{"shipping_method_unavailable at shippingMethod method=air"});
  test.ship_to("CA");
  EXPECT_EQ(problems_of(test), Lines{});
}

TEST(Problems, AMethodTheStoreDropped) {
  PricingCase test = served();
  test.choose_method("rocket");
  EXPECT_EQ(problems_of(test),
            Lines{"shipping_method_unavailable at shippingMethod method=rocket"});
}

// Otherwise the order would go out with nobody to carry it, for nothing.
TEST(Problems, AnAddressNoMethodReaches) {
  PricingCase test = served();
  test.document.shipping_methods.pop_back();
  test.ship_to("CA");
  EXPECT_EQ(problems_of(test), Lines{"destination_not_served at destination.country country=CA"});
}

TEST(Problems, AStoreWithoutMethodsSellsWithoutDelivery) {
  PricingCase test = served();
  test.document.shipping_methods.clear();
  EXPECT_EQ(problems_of(test), Lines{});
}

TEST(Problems, DigitalGoodsNeedNoMethod) {
  PricingCase test = served();
  test.slice.products[0].variants[0].ships = false;
  test.document.shipping_methods[0].zones = {"away"};
  test.choose_method("post");
  EXPECT_EQ(problems_of(test), Lines{});
}

// --- limits of a product -------------------------------------------------------------------------
// A lamp in three colours, LAMP-0 to LAMP-2, and two of each in the cart.
PricingCase lamps() {
  PricingCase test;
  Product lamp = product_of("lamp", {});
  lamp.options = {{"Colour", {"0", "1", "2"}}};
  for (const std::string colour : {"0", "1", "2"}) {
    lamp.variants.push_back(variant_of("LAMP-" + colour, 100));
    lamp.variants.back().options = {colour};
  }
  test.slice.products = {lamp};
  for (const auto* sku : {"LAMP-0", "LAMP-1", "LAMP-2"}) test.put(sku, 2);
  return test;
}

TEST(Problems, AProductIsLimitedOverAllItsLines) {
  PricingCase test = lamps();
  test.line("MUG", 100, 9);
  test.slice.products[0].max_per_order = 6;
  EXPECT_EQ(problems_of(test), Lines{});
  test.slice.products[0].max_per_order = 5;
  EXPECT_EQ(problems_of(test), Lines{"order_limit at lines[2].quantity max=5"});
  test.slice.products[0].max_per_order = 1;
  EXPECT_EQ(problems_of(test), Lines{"order_limit at lines[2].quantity max=1"}) << "told once";
}

TEST(Problems, ACustomerIsLimitedOverAllOrders) {
  PricingCase test = lamps();
  test.slice.products[0].max_per_customer = 9;
  PriceContext context;
  const auto with = [&](std::int64_t had) {
    context.bought = {{"mug", 99}, {"lamp", had}};
    return told(problems(test.cart, test.store(), test.catalog(), test.priced(), context));
  };
  EXPECT_EQ(with(3), Lines{});
  EXPECT_EQ(with(4), Lines{"customer_limit at lines[2].quantity max=9 had=4"});
  EXPECT_EQ(with(10), Lines{"customer_limit at lines[2].quantity max=9 had=10"});
}

TEST(Problems, AGoneVariantIsNotOneThatWasNeverLoaded) {
  PricingCase test = lamps();
  Catalog catalog = test.catalog();
  const auto found = [&] {
    const Priced priced = price_cart(test.cart, test.store(), catalog, {});
    return told(problems(test.cart, test.store(), catalog, priced, {}));
  };
  test.put("NEVER", 1);
  test.slice.products[0].variants.erase(test.slice.products[0].variants.begin());
  must(catalog.load(test.slice, "USD"));
  EXPECT_EQ(found(), (Lines{"variant_gone at lines[0].sku sku=LAMP-0",
                            "sku_unknown at lines[3].sku sku=NEVER"}));
  catalog.close();
  EXPECT_EQ(found(), (Lines{"variant_gone at lines[0].sku sku=LAMP-0",
                            "variant_gone at lines[3].sku sku=NEVER"}));
}

TEST(ProblemOf, IsTheErrorAsData) {
  const Problem problem = problem_of(Error(ErrorCode::quantity_step, "quantity").with("step", 6));
  EXPECT_EQ(json(problem), R"({"code":"quantity_step","path":"quantity","params":{"step":"6"}})");
}

}  // namespace
}  // namespace sealcart
