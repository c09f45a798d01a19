// The shipping range before an address is known, against every address there is.
#include "sealcart/shipping_range.h"

#include <gtest/gtest.h>

#include <set>

#include "support/random.h"
#include "support/rate_tables.h"
#include "support/shop.h"

namespace sealcart {
namespace {

std::vector<TableRow> flat(std::int64_t amount) { return rows_of({{0, amount}}); }

// "2 to 5", with " in places" when some address is left out.
std::string range_of(const ShippingTable& table, const std::vector<ServedPlace>& served,
                     std::int64_t size = 1) {
  const Packing packing = one_parcel(parcel_of(table.measure, size));
  const auto range = shipping_range(table, reach_of(table, served), packing);
  if (!range) return told(range);
  return std::to_string(range->least) + " to " + std::to_string(range->most) +
         (range->everywhere ? "" : " in places");
}

ShippingTable world() {
  return {TableMeasure::weight_g,
          TableEdge::from,
          {section_of({country("US")}, flat(500)), section_of({region("US", "AK")}, flat(900)),
           section_of({postal("US", "967", "968")}, flat(1200)),
           section_of({country("CA")}, flat(700))}};
}

TEST(ShippingRange, SpansTheServedPlacesAlone) {
  EXPECT_EQ(range_of(world(), {{"CA", {}, {}}}), "700 to 700");
  EXPECT_EQ(range_of(world(), {{"US", {}, {}}}), "500 to 1200");
  EXPECT_EQ(range_of(world(), {{"US", {}, {}}, {"CA", {}, {}}}), "500 to 1200");
  EXPECT_EQ(range_of(world(), {}), "shipping_method_unavailable");
}

TEST(ShippingRange, RegionsCountWhereTheyAreServed) {
  ShippingTable table = world();
  table.sections.erase(table.sections.begin() + 2);
  EXPECT_EQ(range_of(table, {{"US", {}, {}}}), "500 to 900");
  EXPECT_EQ(range_of(table, {{"US", {"AK"}, {}}}), "900 to 900");
  EXPECT_EQ(range_of(table, {{"US", {"CA", "NY"}, {}}}), "500 to 500");
  EXPECT_EQ(range_of(table, {{"US", {}, {"AK"}}}), "500 to 500");
}

TEST(ShippingRange, PlacesThatCantBeReachedAreTold) {
  EXPECT_EQ(range_of(world(), {{"CA", {}, {}}, {"FR", {}, {}}}), "700 to 700 in places");
  ShippingTable table = world();
  table.sections[3].rows = rows_of({{2, 700}});
  EXPECT_EQ(range_of(table, {{"US", {}, {}}, {"CA", {}, {}}}, 1), "500 to 1200 in places");
  EXPECT_EQ(range_of(table, {{"CA", {}, {}}}, 1), "shipping_method_unavailable");
}

// Postal codes that leave nothing over hide the price of the country.
TEST(ShippingRange, APriceNoAddressHasDoesNotCount) {
  ShippingTable table{
      TableMeasure::weight_g,
      TableEdge::from,
      {section_of({country("DE")}, flat(1)), section_of({postal("DE", "0", "6")}, flat(5)),
       section_of({postal("DE", "70", "99")}, flat(6))}};
  EXPECT_EQ(range_of(table, {{"DE", {}, {}}}), "5 to 6");
  table.sections[2].places[0].postal_to = "98";
  EXPECT_EQ(range_of(table, {{"DE", {}, {}}}), "1 to 6");
  table.sections.push_back(section_of({postal("DE", "99")}, flat(7)));
  EXPECT_EQ(range_of(table, {{"DE", {}, {}}}), "5 to 7");
}

TEST(ShippingRange, LettersFollowDigits) {
  const ShippingTable table{TableMeasure::weight_g,
                            TableEdge::from,
                            {section_of({country("GB")}, flat(1)),
                             section_of({postal("GB", "0", "9"), postal("GB", "A", "M")}, flat(5)),
                             section_of({postal("GB", "N", "Z")}, flat(6))}};
  EXPECT_EQ(range_of(table, {{"GB", {}, {}}}), "5 to 6");
}

TEST(ShippingRange, AddsUpTheParcels) {
  const ShippingTable table = world();
  const Parcel parcel = parcel_of(table.measure, 1);
  const TableReach reach = reach_of(table, std::vector<ServedPlace>{{"US", {}, {}}});
  const auto range = shipping_range(table, reach, {{parcel, parcel}, {0, 1}, 0});
  EXPECT_EQ(*range, (ShippingRange{1000, 2400, true}));
}

TEST(ShippingRange, FiguresThatAreTooLargeAreRefused) {
  ShippingTable table = world();
  table.sections[0].rows[0].step = 1;
  table.sections[0].rows[0].step_amount = 2;
  EXPECT_EQ(range_of(table, {{"US", {}, {}}}, limits::kAmount), "amount_overflow");
}

std::vector<std::string> served_by(const PricingCase& test) {
  std::vector<std::string> lines;
  for (const ServedPlace& place :
       served_places(test.store(), test.document.shipping_methods.at(0))) {
    std::string line = place.country;
    for (const std::string& region : place.regions) line += " +" + region;
    for (const std::string& region : place.except) line += " -" + region;
    for (const PostalRange& range : place.postal) line += " +" + range.first + ".." + range.last;
    for (const PostalRange& range : place.except_postal) {
      line += " -" + range.first + ".." + range.last;
    }
    lines.push_back(line);
  }
  return lines;
}

TEST(ServedPlaces, FollowTheZonesOfTheMethod) {
  PricingCase test;
  test.document.zones.push_back({"north", "", {{"US", {"AK", "HI"}}, {"CA", {"YT"}}}});
  test.document.zones.push_back({"late", "", {{"US", {"HI", "PR"}}, {"US", {}}}});
  test.document.shipping_methods = {shipping_method("post", {"home"}, 500)};
  EXPECT_EQ(served_by(test), std::vector<std::string>{"US -AK -HI -PR"});
  test.document.shipping_methods[0].zones = {"north", "away"};
  EXPECT_EQ(served_by(test), (std::vector<std::string>{"CA +YT", "CA -YT", "US +AK +HI"}));
  test.document.shipping_methods[0].zones = {"late"};
  EXPECT_EQ(served_by(test), std::vector<std::string>{"US +PR"});
}

TEST(ServedPlaces, PostalCodesOfEarlierZonesAreLeftOut) {
  PricingCase test;
  test.document.zones = {{"islands", "", {{"US", {"HI"}}, {"US", {}, "968", ""}}},
                         {"home", "", {{"US", {}}}},
                         {"north", "", {{"US", {"AK"}}, {"US", {}, "995", "999"}}}};
  test.document.shipping_methods = {shipping_method("post", {"home"}, 500)};
  EXPECT_EQ(served_by(test), std::vector<std::string>{"US -AK -HI -968..968 -995..999"});
  test.document.shipping_methods[0].zones = {"north"};
  EXPECT_EQ(served_by(test),
            (std::vector<std::string>{"US -HI +995..999 -968..968", "US +AK -968..968"}));
}

// --- drawn tables against all addresses of a small country
// -----------------------------------------
constexpr std::int64_t kCodes = 1000;

std::string code_of(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return std::string(3 - digits.size(), '0') + digits;
}

TablePlace draw_place(Random& random) {
  if (random.one_in(6)) return country("US");
  if (random.one_in(3))
    return region("US", std::string(1, static_cast<char>('A' + random.below(3))));
  const std::size_t length = 1 + random.below(3);
  std::string from = code_of(random.between(0, kCodes - 1)).substr(0, length);
  std::string to = code_of(random.between(0, kCodes - 1)).substr(0, length);
  if (to < from) std::swap(from, to);
  return random.one_in(2) ? postal("US", from) : postal("US", from, to);
}

ShippingTable draw_table(Random& random) {
  ShippingTable table{TableMeasure::weight_g, TableEdge::from, {}};
  const std::size_t sections = 1 + random.below(8);
  for (std::size_t s = 0; s < sections; ++s) {
    std::vector<TablePlace> places;
    for (std::size_t p = random.one_in(8) ? 0 : 1 + random.below(3); p > 0; --p) {
      places.push_back(draw_place(random));
    }
    table.sections.push_back(section_of(std::move(places), flat(random.of_bits(10))));
    if (random.one_in(9)) table.sections.back().rows[0].bound = 2;  // a parcel of 1 is too small
  }
  return table;
}

TEST(ShippingRange, EqualsTheRangeOverAllAddresses) {
  Random random(20305);
  const std::vector<std::string> all{"A", "B", "C", "other"};
  const std::vector<std::pair<ServedPlace, std::vector<std::string>>> places{
      {{"US", {}, {}}, all}, {{"US", {"A"}, {}}, {"A"}}, {{"US", {}, {"B"}}, {"A", "C", "other"}}};
  for (int i = 0; i < rounds(300); ++i) {
    const ShippingTable table = draw_table(random);
    const auto& [served, regions] = random.pick(places);
    std::set<std::int64_t> costs;
    bool everywhere = true;
    for (std::int64_t code = 0; code < kCodes; ++code) {
      for (const std::string& name : regions) {
        const auto cost = shipment_cost(table, {"US", name, code_of(code)},
                                        one_parcel(parcel_of(table.measure, 1)));
        everywhere &= cost.has_value();
        if (cost) costs.insert(cost->amount);
      }
    }
    const std::string expected = costs.empty() ? "shipping_method_unavailable"
                                               : std::to_string(*costs.begin()) + " to " +
                                                     std::to_string(*costs.rbegin()) +
                                                     (everywhere ? "" : " in places");
    ASSERT_EQ(range_of(table, {served}), expected) << json(table);
  }
}

StoreDocument draw_zones(Random& random) {
  StoreDocument document = Shop().document;
  document.zones.clear();
  for (const char* id : {"z0", "z1", "z2", "home"}) {
    TaxZone& zone = document.zones.emplace_back();
    zone.id = id;
    for (std::size_t p = random.below(4); p > 0; --p) {
      const TablePlace place = draw_place(random);
      zone.places.push_back({place.country, place.regions, place.postal_from, place.postal_to});
    }
  }
  document.shipping_methods = {shipping_method("post", {}, 0)};
  for (const char* id : {"z0", "z1", "z2", "home"}) {
    if (random.one_in(2)) document.shipping_methods[0].zones.emplace_back(id);
  }
  document.shipping_methods[0].table = draw_table(random);
  return document;
}

// Addresses are told apart by zone_of() and section_for() alone.
TEST(ShippingRange, OfAMethodFollowsTheZonesOfTheStore) {
  int drawn = 0;
  for (int seed = 0; drawn < rounds(300); ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    const auto store = Store::check(draw_zones(random));
    if (!store) continue;
    ++drawn;
    const ShippingMethod& method = store->document().shipping_methods[0];
    std::set<std::size_t> sections;
    bool everywhere = true;
    for (std::int64_t code = 0; code < kCodes; ++code) {
      for (const char* name : {"A", "B", "C", "other"}) {
        const Destination destination{"US", name, code_of(code)};
        const auto zone = store->zone_of(destination);
        if (!zone || !store->method_serves(method, *zone)) continue;
        const auto section = section_for(*method.table, destination);
        everywhere &= section.has_value();
        if (section) sections.insert(*section);
      }
    }
    const TableReach& reach = store->reach(0);
    ASSERT_EQ(reach.sections, std::vector(sections.begin(), sections.end())) << "seed " << seed;
    ASSERT_EQ(reach.everywhere, everywhere) << "seed " << seed << json(store->document());
  }
}

}  // namespace
}  // namespace sealcart
