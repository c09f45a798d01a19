// What a store document must hold together about delivery, and zones by postal codes.
#include <gtest/gtest.h>

#include "support/rate_tables.h"
#include "support/shop.h"
#include "support/told.h"

namespace sealcart::tested_shipping_store {
namespace {

StoreDocument good() {
  StoreDocument document = Shop().document;
  ShippingMethod post = shipping_method("post", {"home"}, 0);
  post.table = table_of(TableMeasure::weight_g, TableEdge::up_to, rows_of({{2000, 500}}));
  post.delivery = DeliveryRule{14 * 60, 0, {}, {}};
  document.shipping_methods = {shipping_method("van", {"home"}, 900), post};
  return document;
}

template <class Change>
std::string checked(Change change) {
  StoreDocument document = good();
  change(document);
  return told(Store::check(std::move(document)));
}

TEST(ShippingStore, AcceptsWhatHoldsTogether) {
  EXPECT_EQ(checked([](auto&) {}), "ok");
}

TEST(ShippingStore, RefusesATableThatContradictsItself) {
  EXPECT_EQ(
      checked([](auto& d) { d.shipping_methods[1].table->sections.clear(); }),
      "store_value_conflict at shippingMethods[1].table.sections what=a table needs a section");
  EXPECT_EQ(checked([](auto& d) {
              d.shipping_methods[1].table->sections[0].rows = rows_of({{2000, 1}, {1000, 2}});
            }),
            "store_value_conflict at shippingMethods[1].table.sections[0].rows[1].bound what=rows "
            "must rise: lower than the bound of the row before");
  EXPECT_EQ(checked([](auto& d) {
              d.shipping_methods[1].table->sections[0].places = {postal("US", "9", "85")};
            }),
            "store_value_conflict at shippingMethods[1].table.sections[0].places[0].postalTo "
            "what=needs as many characters as postalFrom");
}

TEST(ShippingStore, AGapInATableIsNotRefused) {
  EXPECT_EQ(
      checked([](auto& d) { d.shipping_methods[1].table->sections[0].rows[0].other_end = 500; }),
      "ok");
}

TEST(ShippingStore, RefusesADeliveryRuleThatContradictsItself) {
  EXPECT_EQ(checked([](auto& d) { d.shipping_methods[1].delivery->carrier.working_days = 64; }),
            "store_value_conflict at shippingMethods[1].delivery.carrier.workingDays what=the "
            "carrier collects on no day the warehouse works");
  EXPECT_EQ(
      checked([](auto& d) { d.shipping_methods[1].delivery->warehouse.holidays = {"2026-02-30"}; }),
      "store_value_conflict at shippingMethods[1].delivery.warehouse.holidays[0] what=no such "
      "day: write it as 2026-12-25");
}

TEST(ShippingStore, RefusesPickupLocationsThatContradictThemselves) {
  PickupLocation mill{"mill", "Mill Lane", {}};
  mill.address.country = "GB";
  EXPECT_EQ(checked([&](auto& d) { d.shipping_methods[0].pickup = {mill}; }), "ok");
  EXPECT_EQ(checked([&](auto& d) { d.shipping_methods[0].pickup = {mill, mill}; }),
            "store_duplicate_id at shippingMethods[0].pickup[1].id id=mill");
  mill.address.country = "UK";
  EXPECT_EQ(checked([&](auto& d) { d.shipping_methods[0].pickup = {mill}; }),
            "country_unknown at shippingMethods[0].pickup[0].address.country");
}

// --- zones by postal codes -----------------------------------------------------------------------
TEST(ShippingStore, APlaceOfAZoneIsWrittenAsInATable) {
  const auto placed = [](Place place) {
    return checked([&](auto& d) { d.zones[1].places = {place}; });
  };
  EXPECT_EQ(placed({"CA", {}, "A1", "B2"}), "ok");
  EXPECT_EQ(placed({"CA", {}, "", "B2"}),
            "store_value_conflict at zones[1].places[0].postalTo what=needs a postalFrom");
  EXPECT_EQ(placed({"CA", {"YT"}, "A1", ""}),
            "store_value_conflict at zones[1].places[0] what=names regions or postal codes, not "
            "both");
  EXPECT_EQ(placed({"CA", {}, "a1", ""}),
            "store_value_conflict at zones[1].places[0].postalFrom what=write capitals and digits "
            "alone, without spaces");
  EXPECT_EQ(placed({"CA", {}, "B2", "A1"}),
            "store_value_conflict at zones[1].places[0].postalTo what=comes before postalFrom");
}

std::string zone(const StoreDocument& document, const Destination& destination) {
  const auto store = Store::check(document);
  must(store);
  const auto found = store->zone_of(destination);
  return found ? document.zones[*found].id : "none";
}

StoreDocument canaries() {
  StoreDocument document = Shop().document;
  document.zones = {{"home", "", {{"ES", {}}}},
                    {"canaries", "", {{"ES", {}, "35", ""}, {"ES", {}, "380", "389"}}},
                    {"madrid", "", {{"ES", {"MD"}}}},
                    {"islands", "", {{"ES", {}, "07", "38"}}}};
  return document;
}

TEST(ZoneByPostalCode, ComesBeforeTheWholeCountry) {
  EXPECT_EQ(zone(canaries(), {"ES", "", "35001"}), "canaries");
  EXPECT_EQ(zone(canaries(), {"ES", "", "34999"}), "islands");
  EXPECT_EQ(zone(canaries(), {"ES", "", "06999"}), "home");
  EXPECT_EQ(zone(canaries(), {"ES", "", "39000"}), "home");
  EXPECT_EQ(zone(canaries(), {"ES", "", ""}), "home");
  EXPECT_EQ(zone(canaries(), {"PT", "", "35001"}), "none");
}

TEST(ZoneByPostalCode, HoldsBothEndsByLeadingCharacters) {
  EXPECT_EQ(zone(canaries(), {"ES", "", "37999"}), "islands");
  EXPECT_EQ(zone(canaries(), {"ES", "", "38000"}), "canaries");
  EXPECT_EQ(zone(canaries(), {"ES", "", "38999"}), "canaries");
  EXPECT_EQ(zone(canaries(), {"ES", "", "38"}), "islands");  // too short for 380 to 389
}

TEST(ZoneByPostalCode, IsReadWithoutSpacesAndHyphens) {
  EXPECT_EQ(zone(canaries(), {"ES", "", "3 50-01"}), "canaries");
  StoreDocument document = canaries();
  document.zones[1].places = {{"GB", {}, "IV", "IV"}};
  EXPECT_EQ(zone(document, {"GB", "", "iv2 3bw"}), "canaries");
}

TEST(ZoneByPostalCode, TheFirstZoneThatNamesRegionOrCodeWins) {
  EXPECT_EQ(zone(canaries(), {"ES", "MD", "28001"}), "madrid");
  EXPECT_EQ(zone(canaries(), {"ES", "MD", "35001"}), "canaries");
  EXPECT_EQ(zone(canaries(), {"ES", "MD", "07001"}), "madrid");
}

}  // namespace
}  // namespace sealcart::tested_shipping_store
