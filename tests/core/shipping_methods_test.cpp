// What a method costs for a cart: units, tables, parcels, thresholds to the cent; and when it can't
// take the cart.
#include <gtest/gtest.h>

#include "support/open_session.h"
#include "support/piped_shipping.h"
#include "support/rate_tables.h"
#include "support/told.h"

namespace sealcart::tested_shipping_methods {
namespace {

using Lines = std::vector<std::string>;

// Post by weight up to 10 kg, 500 for each kilogram started; van at a flat price.
PricingCase weighed(std::int32_t grams, std::int32_t quantity = 1) {
  PricingCase test;
  ShippingMethod post = shipping_method("post", {"home"}, 0);
  post.table = table_of(TableMeasure::weight_g, TableEdge::up_to, rows_of({{10'000, 0}}));
  post.table->sections[0].rows[0].step = 1000;
  post.table->sections[0].rows[0].step_amount = 500;
  test.document.shipping_methods = {post, shipping_method("van", {"home"}, 9000)};
  test.line("A", 1000, quantity).weight_g = grams;
  ship_to(test, {"US", "", ""});
  return test;
}

ShippingMethod& method(PricingCase& test, std::size_t index) {
  return test.document.shipping_methods[index];
}

Lines problems_of(const PricingCase& test) {
  return told(problems(test.cart, test.store(), test.catalog(), test.priced(), PriceContext()));
}

std::string chosen_in(const PricingCase& test) {
  for (const SnapshotMethod& told : priced_snapshot(test).shipping_methods) {
    if (told.chosen) return told.id;
  }
  return "none";
}

TEST(ShippingMethods, CostPerUnitDelivered) {
  PricingCase test = weighed(1);
  method(test, 1) = shipping_method("van", {"home"}, 300);
  method(test, 1).per_item = 40;
  test.line("B", 100, 5).ships = false;
  test.line("C", 100, 3);
  EXPECT_EQ(shown_method(priced_snapshot(test), "van").amount, 300 + 4 * 40);
}

TEST(ShippingMethods, AGoneSkuIsNotDelivered) {
  PricingCase test = weighed(2001);
  method(test, 1).per_item = 40;
  test.put("GONE", 7);
  EXPECT_EQ(shown_method(priced_snapshot(test), "van").amount, 9040);
  EXPECT_EQ(shown_method(priced_snapshot(test)).amount, 1500);
}

TEST(ShippingMethods, AddAmountUnitsAndTable) {
  PricingCase test = weighed(500, 5);  // 2.5 kg
  method(test, 0).amount = 7;
  method(test, 0).per_item = 11;
  EXPECT_EQ(shown_method(priced_snapshot(test)).amount, 7 + 5 * 11 + 3 * 500);
}

// One minor unit below, at, and above.
TEST(ShippingMethods, AreFreeFromTheirThresholdOn) {
  for (const std::int64_t price : {4999, 5000, 5001}) {
    PricingCase test = weighed(2500);
    test.slice.products[0].variants[0].price = price;
    method(test, 0).amount = 7;
    method(test, 0).free_from = 5000;
    const SnapshotMethod told = shown_method(priced_snapshot(test));
    EXPECT_EQ(told.amount, price < 5000 ? 1507 : 0) << price;
    EXPECT_EQ(told.free_from, 5000);
  }
}

TEST(ShippingMethods, ATablesOwnThresholdFreesTheTableAlone) {
  for (const std::int64_t price : {4999, 5000, 5001}) {
    PricingCase test = weighed(2500);
    test.slice.products[0].variants[0].price = price;
    method(test, 0).table->sections[0].free_from = 5000;
    EXPECT_EQ(shown_method(priced_snapshot(test)).free_from, 5000);
    EXPECT_EQ(shown_method(priced_snapshot(test)).amount, price < 5000 ? 1500 : 0) << price;
    method(test, 0).per_item = 3;
    EXPECT_EQ(shown_method(priced_snapshot(test)).free_from, std::nullopt);
    EXPECT_EQ(shown_method(priced_snapshot(test)).amount, price < 5000 ? 1503 : 3) << price;
  }
}

TEST(ShippingMethods, AThresholdIsComparedAfterAllDiscounts) {
  PricingCase test = weighed(2500);
  test.slice.products[0].variants[0].price = 5000;
  method(test, 0).table->sections[0].free_from = 5000;
  test.document.promotions = {fixed_off("cent", PromotionTarget::order, 1)};
  EXPECT_EQ(shown_method(priced_snapshot(test)).amount, 1500);
}

TEST(ShippingMethods, ASubtotalTableSeesWhatItemsCostAfterAllDiscounts) {
  for (const std::int64_t off : {0, 1, 2}) {
    PricingCase test = weighed(1);
    test.slice.products[0].variants[0].price = 5001;
    method(test, 0).table =
        table_of(TableMeasure::subtotal, TableEdge::up_to, rows_of({{5000, 300}, {9000, 200}}));
    if (off > 0) test.document.promotions = {fixed_off("off", PromotionTarget::order, off)};
    EXPECT_EQ(shown_method(priced_snapshot(test)).amount, off == 0 ? 200 : 300) << off;
  }
}

TEST(ShippingMethods, MinimumAndMaximumOfATableHoldForEachParcel) {
  PricingCase test = weighed(1000);
  method(test, 0).split = true;
  method(test, 0).table->sections[0].minimum = 700;
  method(test, 0).table->sections[0].maximum = 1200;
  test.line("B", 1000, 1).weight_g = 9000;
  EXPECT_EQ(shown_method(priced_snapshot(test)).amount, 1200);
  test.slice.products[1].variants[0].origin = "mill";
  EXPECT_EQ(shown_method(priced_snapshot(test)).amount, 700 + 1200);
}

// What is missing to free delivery, of the method in use: added to the cart, it is free.
TEST(ShippingMethods, TellWhatIsMissingToTheirThreshold) {
  PricingCase test = weighed(2500);
  method(test, 0).table->sections[0].free_from = 5000;
  method(test, 1).free_from = 100'000;
  EXPECT_EQ(test.totals().gaps[0].amount, 4000);
  EXPECT_EQ(test.totals().gaps[1].amount, 0);
  test.choose_method("van");
  EXPECT_EQ(test.totals().gaps[0].amount, 0);
  EXPECT_EQ(test.totals().gaps[1].amount, 99'000);
}

// --- parcels -------------------------------------------------------------------------------------
TEST(ShippingMethods, SplitByGroupAndOrigin) {
  PricingCase test = weighed(1500);  // group "", origin ""
  test.line("B", 1000, 2).weight_g = 250;
  test.line("C", 1000, 1).weight_g = 1001;
  test.slice.products[1].shipping_group = "cold";
  test.slice.products[2].variants[0].origin = "mill";
  test.line("D", 1000, 1).weight_g = 600;  // with A
  test.line("E", 1000, 9).ships = false;
  EXPECT_EQ(shown_method(priced_snapshot(test)).amount, 4 * 500);  // 3601 g at once
  EXPECT_EQ(shown_method(priced_snapshot(test)).parcels, 1);
  method(test, 0).split = true;
  EXPECT_EQ(shown_method(priced_snapshot(test)).amount, (3 + 1 + 2) * 500);
  EXPECT_EQ(shown_method(priced_snapshot(test)).parcels, 3);
  EXPECT_EQ(shown_method(priced_snapshot(test), "van").parcels, 1);
}

// The worked example of docs/PRICING.md.
TEST(ShippingMethods, TwoCratesAndAPlant) {
  PricingCase test = weighed(4800, 2);
  ShippingMethod& post = method(test, 0);
  post.amount = 90;
  post.per_item = 10;
  post.split = true;
  post.table->sections[0].rows = rows_of({{5000, 599}, {10'000, 749}, {31'500, 1399}});
  test.slice.products[0].variants[0].origin = "mill";
  test.line("PLANT", 1000, 1).weight_g = 1200;
  test.slice.products[1].shipping_group = "plants";
  EXPECT_EQ(shown_method(priced_snapshot(test)).amount, 1468);
  EXPECT_EQ(priced_snapshot(test).adjustments[0].base, 1468);
  method(test, 0).split = false;
  EXPECT_EQ(shown_method(priced_snapshot(test)).amount, 1519);
}

TEST(ShippingMethods, WithoutATableASplitIsTold) {
  PricingCase test = weighed(1500);
  method(test, 1).split = true;
  test.line("B", 1000, 1);
  test.slice.products[1].shipping_group = "cold";
  EXPECT_EQ(shown_method(priced_snapshot(test), "van").parcels, 2);
  EXPECT_EQ(shown_method(priced_snapshot(test), "van").amount, 9000);
}

// --- what can't be had ---------------------------------------------------------------------------
TEST(ShippingMethods, OneThatDoesNotCoverTheParcelIsNeitherFreeNorTheCheapest) {
  for (const std::int32_t grams : {9999, 10'000, 10'001}) {
    PricingCase test = weighed(grams);
    const bool fits = grams <= 10'000;
    EXPECT_EQ(told_cost(shown_method(priced_snapshot(test))),
              fits ? "5000" : "shipping_method_unavailable");
    EXPECT_EQ(chosen_in(test), fits ? "post" : "van") << grams;
    EXPECT_EQ(priced_snapshot(test).shipping_total, fits ? 5000 : 9000);
    EXPECT_EQ(problems_of(test), Lines{});
  }
}

TEST(ShippingMethods, NoThresholdMakesAnUncoveredParcelDeliverable) {
  PricingCase test = weighed(10'001);
  method(test, 0).free_from = 0;
  method(test, 0).table->sections[0].free_from = 0;
  EXPECT_FALSE(shown_method(priced_snapshot(test)).available);
}

TEST(ShippingMethods, AChosenOneThatCantTakeTheCartIsAProblemWithItsFigures) {
  PricingCase test = weighed(10'001);
  test.choose_method("post");
  EXPECT_EQ(problems_of(test), Lines{"shipping_method_unavailable at shippingMethod method=post "
                                     "measure=weightG given=10001 most=10000"});
  EXPECT_EQ(chosen_in(test), "van");
  EXPECT_EQ(priced_snapshot(test).shipping_total, 9000);
}

TEST(ShippingMethods, OneParcelTooHeavyIsEnough) {
  PricingCase test = weighed(1);
  method(test, 0).split = true;
  test.line("B", 1000, 1).weight_g = 10'001;
  test.slice.products[1].shipping_group = "cold";
  EXPECT_FALSE(shown_method(priced_snapshot(test)).available);
}

TEST(ShippingMethods, ATableThatDoesNotReachTheAddress) {
  PricingCase test = weighed(1);
  method(test, 0).table->sections[0].places = {region("US", "NV")};
  EXPECT_FALSE(shown_method(priced_snapshot(test)).available);
  EXPECT_EQ(chosen_in(test), "van");
  test.choose_method("post");
  EXPECT_EQ(problems_of(test), Lines{"shipping_method_unavailable at shippingMethod method=post"});
  ship_to(test, {"US", "NV", ""});
  EXPECT_EQ(shown_method(priced_snapshot(test)).amount, 500);
  EXPECT_EQ(problems_of(test), Lines{});
}

TEST(ShippingMethods, ACartNoMethodTakesIsAProblem) {
  PricingCase test = weighed(10'001);
  test.document.shipping_methods.pop_back();
  EXPECT_EQ(problems_of(test), Lines{"order_not_deliverable at shippingMethod"});
  EXPECT_EQ(chosen_in(test), "none");
  method(test, 0).table->sections[0].places = {region("US", "NV")};
  EXPECT_EQ(problems_of(test), Lines{"destination_not_served at destination.country country=US"});
}

// The cart of downloads needs no method, whatever the tables say.
TEST(ShippingMethods, DownloadsHaveNoParcels) {
  PricingCase test = weighed(10'001);
  test.slice.products[0].variants[0].ships = false;
  EXPECT_EQ(problems_of(test), Lines{});
  EXPECT_EQ(priced_snapshot(test).shipping_methods.size(), 0u);
}

TEST(ShippingMethods, ACostBeyondEveryAmountIsNotOffered) {
  PricingCase test = weighed(1, 9999);
  method(test, 1).per_item = limits::kUnitPrice;
  EXPECT_FALSE(shown_method(priced_snapshot(test), "van").available);
  test.choose_method("van");
  EXPECT_EQ(problems_of(test), Lines{"shipping_method_unavailable at shippingMethod method=van"});
}

TEST(ShippingMethods, ASessionRefusesToChooseWhatCantBeHad) {
  const PricingCase test = weighed(10'001);
  Session session = open_session(test);
  ASSERT_TRUE(session.open_cart({kMaker, 3, test.cart, {}}));
  EXPECT_EQ(submitted(session, method_command("post")),
            "shipping_method_unavailable at method method=post");
  EXPECT_EQ(submitted(session, method_command("van")), "ok");
}

// --- before a choice -----------------------------------------------------------------------------
std::vector<PickupLocation> one_shop() {
  PickupLocation shop{"mill", "Mill Lane", {}};
  shop.address.country = "US";
  return {shop};
}

TEST(ShippingMethods, PickupStandsInOnlyWhenNothingDelivers) {
  PricingCase test = weighed(1);
  test.document.shipping_methods.insert(test.document.shipping_methods.begin(),
                                        shipping_method("fetch", {"home"}, 0));
  method(test, 0).pickup = one_shop();
  EXPECT_EQ(chosen_in(test), "post");
  EXPECT_EQ(shown_method(priced_snapshot(test), "fetch").amount, 0);
  EXPECT_EQ(shown_method(priced_snapshot(test), "fetch").pickup.size(), 1u);
  EXPECT_EQ(shown_method(priced_snapshot(test), "fetch").pickup[0].id, "mill");
  test.choose_method("fetch");
  EXPECT_EQ(chosen_in(test), "fetch");
  test.choose_method("");
  test.document.shipping_methods.resize(1);
  EXPECT_EQ(chosen_in(test), "fetch");
}

TEST(ShippingMethods, TheFirstPlaceOfTheDefaultZoneStandsInForTheAddress) {
  PricingCase test = weighed(1);
  test.document.zones[0].places = {{"US", {"NV"}}, {"US", {}}};
  auto& sections = method(test, 0).table->sections;
  sections.push_back(section_of({region("US", "NV")}, rows_of({{10'000, 77}})));
  test.cart.destination = {};
  EXPECT_EQ(shown_method(priced_snapshot(test)).amount, 77);
  test.document.zones[0].places = {{"US", {}, "891", ""}, {"US", {}}};
  sections.push_back(section_of({postal("US", "891", "898")}, rows_of({{10'000, 66}})));
  EXPECT_EQ(shown_method(priced_snapshot(test)).amount, 66);
}

// --- the range -----------------------------------------------------------------------------------
std::string range_in(const PricingCase& test) {
  const auto range = shown_method(priced_snapshot(test)).range;
  if (!range) return "none";
  return std::to_string(range->least) + " to " + std::to_string(range->most) +
         (range->everywhere ? "" : " in places");
}

TEST(ShippingMethods, TellTheRangeWhileNoCountryIsKnown) {
  PricingCase test = weighed(2500);
  auto& sections = method(test, 0).table->sections;
  sections[0].places = {country("US")};
  sections.push_back(section_of({region("US", "AK")}, rows_of({{2000, 50}, {30'000, 4000}})));
  method(test, 0).zones = {"home", "away"};
  EXPECT_EQ(range_in(test), "none");  // the address is known
  test.cart.destination = {};
  EXPECT_EQ(range_in(test), "1500 to 4000 in places");  // not in Canada
  method(test, 0).zones = {"home"};
  EXPECT_EQ(range_in(test), "1500 to 4000");
  method(test, 0).amount = 5;
  method(test, 0).per_item = 1;
  EXPECT_EQ(range_in(test), "1506 to 4006");
  method(test, 0).free_from = 1001;
  EXPECT_EQ(range_in(test), "1506 to 4006");
  method(test, 0).free_from = 1000;
  EXPECT_EQ(range_in(test), "0 to 0");
  EXPECT_EQ(shown_method(priced_snapshot(test), "van").range, std::nullopt);
}

TEST(ShippingMethods, TheRangeAddsUpSplitParcels) {
  PricingCase test = weighed(2500);
  method(test, 0).split = true;
  method(test, 0).table->sections.push_back(
      section_of({region("US", "AK")}, rows_of({{30'000, 4000}})));
  test.line("B", 1000, 1).weight_g = 100;
  test.slice.products[1].variants[0].origin = "mill";
  test.cart.destination = {};
  EXPECT_EQ(range_in(test), "2000 to 8000");
}

// --- explained -----------------------------------------------------------------------------------
std::string explained(const PricingCase& test) {
  for (const Adjustment& change : priced_snapshot(test).adjustments) {
    if (change.kind != AdjustmentKind::shipping) continue;
    return change.rule + " " + std::to_string(change.base) + " " + std::to_string(change.amount);
  }
  return "none";
}

TEST(ShippingMethods, AreExplainedBySumOfPartsAndWhatIsCharged) {
  PricingCase test = weighed(2500);
  method(test, 0).amount = 7;
  method(test, 0).per_item = 11;
  TableRow& row = method(test, 0).table->sections[0].rows[0];
  row.amount = 100;
  row.per_item = 13;
  EXPECT_EQ(explained(test), "post 1631 1631");
  method(test, 0).table->sections[0].maximum = 1000;
  EXPECT_EQ(explained(test), "post 1631 1018");
  method(test, 0).free_from = 1000;
  EXPECT_EQ(explained(test), "post 1631 0");
}

// --- prices with tax in them ---------------------------------------------------------------------
TEST(ShippingMethods, TableAmountsArePricedForTheDestinationLikeOthers) {
  PricingCase test = weighed(2500);
  test.document.tax_rates = {tax_rate("home", "standard", 200'000, true),
                             tax_rate("away", "standard", 100'000, true)};
  test.document.tax_policy.gross_prices = GrossPrices::reprice;
  for (ShippingMethod& each : test.document.shipping_methods) {
    each.zones = {"home", "away"};
    each.tax_category = "standard";
  }
  const auto cost = [&](std::string_view id) {
    return shown_method(priced_snapshot(test), id).amount;
  };
  TableSection& section = method(test, 0).table->sections[0];
  section.rows[0].amount = 120;
  section.rows[0].per_item = 60;
  EXPECT_EQ(cost("post"), 120 + 60 + 3 * 500);
  ship_to(test, {"CA", "", ""});
  EXPECT_EQ(cost("post"), 110 + 55 + 3 * 458);  // each amount / 1.2 x 1.1
  EXPECT_EQ(cost("van"), 8250);
  section.minimum = 1800;
  EXPECT_EQ(cost("post"), 1650);
  section.minimum = 0;
  section.maximum = 1200;
  EXPECT_EQ(cost("post"), 1100);
}

}  // namespace
}  // namespace sealcart::tested_shipping_methods
