// What a store document must hold together, and what is looked up in it.
#include "sealcart/store.h"

#include <gtest/gtest.h>

#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

StoreDocument good() {
  StoreDocument document = Shop().document;
  document.zones.push_back({"california", "", {{"US", {"CA", "NV"}}}});
  document.tax_rates = {tax_rate("home", "standard", 70'000, false),
                        tax_rate("away", "standard", 50'000, true)};
  document.promotions = {percent_off("ten", PromotionTarget::order, 100'000),
                         fixed_off("two", PromotionTarget::line, 200)};
  document.promotions[1].code = "Two-Off";
  document.shipping_methods = {shipping_method("post", {"home", "away"}, 500)};
  document.fees = {fee_of("gift", 300)};
  return document;
}

template <class Change>
std::string checked(Change change) {
  StoreDocument document = good();
  change(document);
  return told(Store::check(std::move(document)));
}

TEST(StoreCheck, AcceptsADocumentThatHoldsTogether) {
  EXPECT_EQ(checked([](auto&) {}), "ok");
}

TEST(StoreCheck, RefusesAnUnknownCurrency) {
  EXPECT_EQ(checked([](auto& d) { d.currency = "XQQ"; }), "currency_unknown at currency");
}

TEST(StoreCheck, RefusesReferencesToNothing) {
  EXPECT_EQ(checked([](auto& d) { d.default_zone = "x"; }),
            "store_reference_unknown at defaultZone id=x");
  EXPECT_EQ(checked([](auto& d) { d.tax_rates[1].zone = "x"; }),
            "store_reference_unknown at taxRates[1].zone id=x");
  EXPECT_EQ(checked([](auto& d) { d.tax_rates[0].category = "x"; }),
            "store_reference_unknown at taxRates[0].category id=x");
  EXPECT_EQ(checked([](auto& d) { d.shipping_methods[0].zones[1] = "x"; }),
            "store_reference_unknown at shippingMethods[0].zones[1] id=x");
  EXPECT_EQ(checked([](auto& d) { d.shipping_methods[0].tax_category = "x"; }),
            "store_reference_unknown at shippingMethods[0].taxCategory id=x");
  EXPECT_EQ(checked([](auto& d) { d.fees[0].tax_category = "x"; }),
            "store_reference_unknown at fees[0].taxCategory id=x");
}

TEST(StoreCheck, RefusesAnIdTwice) {
  EXPECT_EQ(checked([](auto& d) { d.zones[2].id = "home"; }),
            "store_duplicate_id at zones[2].id id=home");
  EXPECT_EQ(checked([](auto& d) { d.tax_rates[1].id = d.tax_rates[0].id; }),
            "store_duplicate_id at taxRates[1].id id=home-standard");
  EXPECT_EQ(checked([](auto& d) { d.promotions[1].id = "ten"; }),
            "store_duplicate_id at promotions[1].id id=ten");
  EXPECT_EQ(checked([](auto& d) { d.shipping_methods.push_back(d.shipping_methods[0]); }),
            "store_duplicate_id at shippingMethods[1].id id=post");
  EXPECT_EQ(checked([](auto& d) { d.fees.push_back(d.fees[0]); }),
            "store_duplicate_id at fees[1].id id=gift");
}

TEST(StoreCheck, CodesDifferByMoreThanCase) {
  EXPECT_EQ(checked([](auto& d) { d.promotions[0].code = "TWO-OFF"; }),
            "store_duplicate_id at promotions[1].code id=Two-Off");
}

TEST(StoreCheck, RefusesACountryThatDoesNotExist) {
  EXPECT_EQ(checked([](auto& d) { d.zones[2].places[0].country = "UK"; }),
            "country_unknown at zones[2].places[0].country");
}

std::string zone(const Store& store, Destination destination) {
  const auto found = store.zone_of(destination);
  return found ? store.document().zones[*found].id : "none";
}

TEST(ZoneOf, PrefersTheRegionThenTheWholeCountryThenNothing) {
  const Store store = *Store::check(good());
  EXPECT_EQ(zone(store, {"US", "NV", ""}), "california");
  EXPECT_EQ(zone(store, {"US", "NY", ""}), "home");
  EXPECT_EQ(zone(store, {"US", "", ""}), "home");
  EXPECT_EQ(zone(store, {"CA", "", ""}), "away");
  EXPECT_EQ(zone(store, {"DE", "", ""}), "none");
}

TEST(ZoneOf, APostalCodeIsComparedByTheLeadingCharactersOfTheBounds) {
  StoreDocument document = good();
  document.zones.push_back({"alaska", "", {{"US", {}, "995", "999"}, {"US", {}, "0100"}}});
  document.zones.push_back({"london", "", {{"GB", {}, "SW1A"}}});
  const Store store = *Store::check(document);
  EXPECT_EQ(zone(store, {"US", "", "99501"}), "alaska");
  EXPECT_EQ(zone(store, {"US", "", "99950-0001"}), "alaska");
  EXPECT_EQ(zone(store, {"US", "", "99499"}), "home");
  EXPECT_EQ(zone(store, {"US", "", "995"}), "alaska");
  EXPECT_EQ(zone(store, {"US", "", "99"}), "home");
  EXPECT_EQ(zone(store, {"US", "", "01001"}), "alaska");
  EXPECT_EQ(zone(store, {"GB", "", "sw1a 2aa"}), "london");
  EXPECT_EQ(zone(store, {"GB", "", "SW1P 2AA"}), "none");
  EXPECT_EQ(zone(store, {"US", "NV", "99501"}), "california");
}

TEST(ZoneOf, IsTheDefaultZoneBeforeTheAddressIsKnown) {
  const Store store = *Store::check(good());
  EXPECT_EQ(zone(store, {"", "", ""}), "home");
  EXPECT_EQ(zone(store, {"", "NV", ""}), "home");
}

TEST(ZoneOf, ACountryServedInRegionsAloneHasNoOtherZone) {
  StoreDocument document = good();
  document.zones[0].places = {{"US", {"NY"}}};
  const Store store = *Store::check(document);
  EXPECT_EQ(zone(store, {"US", "TX", ""}), "none");
  EXPECT_EQ(zone(store, {"US", "", ""}), "none");
}

TEST(ZoneOf, TheFirstZoneOfTheDocumentWins) {
  StoreDocument document = good();
  document.zones.push_back({"second", "", {{"US", {"NV"}}, {"US", {}}}});
  const Store store = *Store::check(document);
  EXPECT_EQ(zone(store, {"US", "NV", ""}), "california");
  EXPECT_EQ(zone(store, {"US", "NY", ""}), "home");
}

TEST(RateOf, IsThatOfZoneAndCategory) {
  const Store store = *Store::check(good());
  EXPECT_EQ(store.rates_of(0, "standard", {}), std::vector<std::size_t>{0});
  EXPECT_EQ(store.rates_of(1, "standard", {}), std::vector<std::size_t>{1});
  EXPECT_TRUE(store.rates_of(1, "reduced", {}).empty());
}

TEST(PromotionWithCode, ComparesWithoutRegardToAsciiCase) {
  const Store store = *Store::check(good());
  EXPECT_EQ(store.promotion_with_code("two-OFF"), 1u);
  EXPECT_EQ(store.promotion_with_code("two_off"), std::nullopt);
  EXPECT_EQ(store.promotion_with_code(""), std::nullopt);
}

}  // namespace
}  // namespace sealcart
