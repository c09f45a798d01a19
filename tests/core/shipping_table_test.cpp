// What a parcel costs by a rate table: rows, steps, handling, bounds and places.
#include "sealcart/shipping_table.h"

#include <gtest/gtest.h>

#include "support/random.h"
#include "support/rate_tables.h"

namespace sealcart {
namespace {

constexpr const char* kTableRefused = "shipping_method_unavailable";

TEST(ShippingTable, AnUpToRowIncludesItsBound) {
  const ShippingTable table =
      table_of(TableMeasure::weight_g, TableEdge::up_to, rows_of({{1000, 400}, {5000, 700}}));
  EXPECT_EQ(cost_to(table, {}, 0), "400");
  EXPECT_EQ(cost_to(table, {}, 1000), "400");
  EXPECT_EQ(cost_to(table, {}, 1001), "700");
  EXPECT_EQ(cost_to(table, {}, 5000), "700");
  EXPECT_EQ(cost_to(table, {}, 5001), kTableRefused);
}

TEST(ShippingTable, AFromRowIncludesItsBoundAndTheLastOneIsOpen) {
  ShippingTable table =
      table_of(TableMeasure::subtotal, TableEdge::from, rows_of({{100, 1500}, {5000, 1000}}));
  EXPECT_EQ(cost_to(table, {}, 99), kTableRefused);
  EXPECT_EQ(cost_to(table, {}, 100), "1500");
  EXPECT_EQ(cost_to(table, {}, 4999), "1500");
  EXPECT_EQ(cost_to(table, {}, 5000), "1000");
  EXPECT_EQ(cost_to(table, {}, limits::kAmount), "1000");
  table.sections[0].rows[1].other_end = 9000;
  EXPECT_EQ(cost_to(table, {}, 9000), "1000");
  EXPECT_EQ(cost_to(table, {}, 9001), kTableRefused);
}

TEST(ShippingTable, AStatedOtherEndLeavesAGap) {
  ShippingTable table =
      table_of(TableMeasure::quantity, TableEdge::up_to, rows_of({{5, 100}, {20, 200}}));
  table.sections[0].rows[1].other_end = 10;
  EXPECT_EQ(cost_to(table, {}, 5), "100");
  EXPECT_EQ(cost_to(table, {}, 6), kTableRefused);
  EXPECT_EQ(cost_to(table, {}, 9), kTableRefused);
  EXPECT_EQ(cost_to(table, {}, 10), "200");
}

TEST(ShippingTable, CountsWhatItMeasures) {
  const Parcel parcel{.weight_g = 4, .volume_cm3 = 3, .quantity = 2, .subtotal = 1};
  const std::vector<std::pair<TableMeasure, std::int64_t>> sizes{{TableMeasure::weight_g, 4},
                                                                 {TableMeasure::volume_cm3, 3},
                                                                 {TableMeasure::quantity, 2},
                                                                 {TableMeasure::subtotal, 1}};
  for (const auto& [measure, size] : sizes) {
    const ShippingTable table =
        table_of(measure, TableEdge::from, rows_of({{0, 10}, {1, 11}, {2, 12}, {3, 13}, {4, 14}}));
    EXPECT_EQ(shipment_cost(table, {}, one_parcel(parcel))->amount, 10 + size);
  }
}

// 10.00 up to 5 kg, then 1.50 for each started kilogram.
TEST(ShippingTable, AStartedStepCountsWhole) {
  for (const TableEdge edge : {TableEdge::up_to, TableEdge::from}) {
    const bool from = edge == TableEdge::from;
    ShippingTable table = table_of(
        TableMeasure::weight_g, edge,
        from ? rows_of({{0, 1000}, {5000, 1000}}) : rows_of({{5000, 1000}, {31'500, 1000}}));
    table.sections[0].rows[1].step = 1000;
    table.sections[0].rows[1].step_amount = 150;
    const std::vector<std::pair<std::int64_t, const char*>> expected{
        {4999, "1000"}, {5000, "1000"}, {5001, "1150"}, {6000, "1150"}, {6001, "1300"}};
    for (const auto& [grams, cost] : expected) EXPECT_EQ(cost_to(table, {}, grams), cost) << grams;
  }
}

TEST(ShippingTable, StepsOfTheFirstRowCountFromNothing) {
  ShippingTable table = table_of(TableMeasure::quantity, TableEdge::up_to, rows_of({{10, 300}}));
  table.sections[0].rows[0].step = 1;
  table.sections[0].rows[0].step_amount = 50;
  EXPECT_EQ(cost_to(table, {}, 1), "350");
  EXPECT_EQ(cost_to(table, {}, 10), "800");
}

struct OneParcel {
  ShippingTable table = table_of(TableMeasure::weight_g, TableEdge::up_to, rows_of({{9000, 400}}));
  Parcel parcel{.weight_g = 1, .quantity = 3, .subtotal = 5000};
  TableCost cost() const { return shipment_cost(table, {}, one_parcel(parcel))->parcels[0]; }
};

TEST(ShippingTable, EachItemIsHandled) {
  OneParcel test;
  test.table.sections[0].rows[0].per_item = 75;
  EXPECT_EQ(test.cost().item_total, 225);
  EXPECT_EQ(test.cost().amount(), 625);
}

TEST(ShippingTable, TheMinimumAndMaximumBindAndSaySo) {
  OneParcel test;
  TableSection& section = test.table.sections[0];
  section.minimum = 400;
  section.maximum = 400;
  EXPECT_EQ(test.cost().bound, TableBound::none);
  section.minimum = 401;
  section.maximum.reset();
  EXPECT_EQ(test.cost().amount(), 401);
  EXPECT_EQ(test.cost().correction, 1);
  EXPECT_EQ(test.cost().bound, TableBound::minimum);
  section.minimum = 0;
  section.maximum = 399;
  EXPECT_EQ(test.cost().amount(), 399);
  EXPECT_EQ(test.cost().correction, -1);
  EXPECT_EQ(test.cost().bound, TableBound::maximum);
}

TEST(ShippingTable, IsFreeFromItsThresholdOnWhateverTheMinimum) {
  for (const std::int64_t subtotal : {4999, 5000, 5001}) {
    OneParcel test;
    test.parcel.subtotal = subtotal;
    test.table.sections[0].minimum = 500;
    test.table.sections[0].free_from = 5000;
    EXPECT_EQ(test.cost().amount(), subtotal < 5000 ? 500 : 0) << subtotal;
    EXPECT_EQ(test.cost().bound, subtotal < 5000 ? TableBound::minimum : TableBound::free);
  }
}

// --- places --------------------------------------------------------------------------------------
ShippingTable places_table() {
  const auto flat = [](std::int64_t amount) { return rows_of({{0, amount}}); };
  return {TableMeasure::weight_g,
          TableEdge::from,
          {section_of({}, flat(1)), section_of({country("US"), country("GB")}, flat(2)),
           section_of({region("US", "AK"), region("US", "HI")}, flat(3)),
           section_of({postal("US", "995", "997")}, flat(4)),
           section_of({postal("US", "9955")}, flat(5)),
           section_of({postal("GB", "BT"), postal("GB", "IV41", "IV56")}, flat(6))}};
}

TEST(ShippingTable, TheMostSpecificPlaceDecides) {
  const ShippingTable table = places_table();
  const std::vector<std::pair<Destination, const char*>> expected{
      {{"FR", "", ""}, "1"},         {{"", "", ""}, "1"},           {{"US", "", ""}, "2"},
      {{"US", "CA", "90210"}, "2"},  {{"US", "AK", ""}, "3"},       {{"US", "AK", "99401"}, "3"},
      {{"US", "AK", "99501"}, "4"},  {{"US", "", "99799"}, "4"},    {{"US", "", "99801"}, "2"},
      {{"US", "AK", "99550"}, "5"},  {{"GB", "", "bt1 1aa"}, "6"},  {{"GB", "", "IV41 8PW"}, "6"},
      {{"GB", "", "IV40 8BH"}, "2"}, {{"GB", "", "IV57 1AA"}, "2"}, {{"US", "", "99"}, "2"},
      {{"FR", "", "99501"}, "1"},
  };
  for (const auto& [destination, cost] : expected) {
    EXPECT_EQ(cost_to(table, destination, 1), cost)
        << destination.country << destination.region << destination.postal_code;
  }
}

// Fixed characters first, then longer bounds, then the earlier section.
TEST(ShippingTable, TheCloserPostalRangeDecides) {
  const auto winner = [](const TablePlace& first, const TablePlace& second, const char* code) {
    const ShippingTable table{
        TableMeasure::weight_g,
        TableEdge::from,
        {section_of({first}, rows_of({{0, 1}})), section_of({second}, rows_of({{0, 2}}))}};
    return cost_to(table, {"US", "", code}, 1);
  };
  EXPECT_EQ(winner(postal("US", "190", "250"), postal("US", "10", "19"), "19500"), "2");
  EXPECT_EQ(winner(postal("US", "190", "250"), postal("US", "10", "19"), "20500"), "1");
  EXPECT_EQ(winner(postal("US", "19"), postal("US", "195", "199"), "19500"), "2");
  EXPECT_EQ(winner(postal("US", "195"), postal("US", "195"), "19500"), "1");
  EXPECT_EQ(winner(postal("US", "1951"), postal("US", "195"), "1950"), "2");
  EXPECT_EQ(winner(postal("US", "185", "199"), postal("US", "1"), "19"), "2") << "too short";
}

TEST(ShippingTable, APostalCodeIsReadWithoutSpacesHyphensAndCase) {
  const ShippingTable table{TableMeasure::weight_g,
                            TableEdge::from,
                            {section_of({postal("GB", "SW1A1")}, rows_of({{0, 9}}))}};
  for (const char* code : {"SW1A1AA", "SW1A 1AA", "sw1a 1aa", "SW1-A1-AA"}) {
    EXPECT_EQ(cost_to(table, {"GB", "", code}, 1), "9") << code;
  }
  EXPECT_EQ(cost_to(table, {"GB", "", "SW1A 2AA"}, 1), kTableRefused);
}

TEST(ShippingTable, TheChosenSectionDecidesAlone) {
  ShippingTable table = places_table();
  table.sections[2].rows = rows_of({{500, 3}});
  EXPECT_EQ(cost_to(table, {"US", "AK", ""}, 499), kTableRefused);
  EXPECT_EQ(cost_to(table, {"US", "AK", ""}, 500), "3");
}

TEST(ShippingTable, WhereNoSectionReachesItIsNotDelivered) {
  ShippingTable table = places_table();
  table.sections.erase(table.sections.begin());
  EXPECT_EQ(cost_to(table, {"FR", "", ""}, 1), kTableRefused);
  EXPECT_FALSE(section_for(table, {"FR", "", ""}));
  EXPECT_EQ(section_for(table, {"US", "", ""}), 0u);
}

// --- parcels -------------------------------------------------------------------------------------
TEST(ShippingTable, AddsUpTheParcelsAndNamesTheOneThatIsTooHeavy) {
  ShippingTable table =
      table_of(TableMeasure::weight_g, TableEdge::up_to, rows_of({{1000, 400}, {5000, 700}}));
  Packing packing{{parcel_of(table.measure, 1000), parcel_of(table.measure, 1001)}, {0, 1}, 0};
  EXPECT_EQ(shipment_cost(table, {}, packing)->amount, 1100);
  packing.parcels[1].weight_g = 5001;
  EXPECT_EQ(told(shipment_cost(table, {}, packing)),
            "shipping_method_unavailable at parcels[1] measure=weightG given=5001 most=5000");
  EXPECT_EQ(shipment_cost(table, {}, {})->amount, 0);
}

TEST(ShippingTable, TheFreeThresholdIsThatOfTheWholeOrder) {
  ShippingTable table = table_of(TableMeasure::quantity, TableEdge::from, rows_of({{1, 400}}));
  table.sections[0].free_from = 5000;
  Packing packing{
      {{.quantity = 1, .subtotal = 2500}, {.quantity = 1, .subtotal = 2499}}, {0, 1}, 4999};
  EXPECT_EQ(shipment_cost(table, {}, packing)->amount, 800);
  packing.subtotal = 5000;
  EXPECT_EQ(shipment_cost(table, {}, packing)->amount, 0);
}

TEST(ShippingTable, FiguresThatAreTooLargeAreRefusedNotWrapped) {
  ShippingTable table = table_of(TableMeasure::weight_g, TableEdge::from, rows_of({{0, 0}}));
  TableRow& row = table.sections[0].rows[0];
  row.step = 1;
  row.step_amount = 1;
  EXPECT_EQ(cost_to(table, {}, limits::kAmount), std::to_string(limits::kAmount));
  row.amount = 1;
  EXPECT_EQ(cost_to(table, {}, limits::kAmount), "amount_overflow");
  TableCost part;
  EXPECT_EQ(
      charge_parcel(table, table.sections[0], parcel_of(table.measure, limits::kAmount), 0, part),
      TableAnswer::overflow);
  row.step_amount = limits::kUnitPrice;
  EXPECT_EQ(cost_to(table, {}, limits::kAmount), "amount_overflow");
  row.step_amount = 1;
  row.amount = 0;
  const Parcel largest = parcel_of(table.measure, limits::kAmount);
  EXPECT_EQ(told(shipment_cost(table, {}, {{largest, largest}, {0, 1}, 0})),
            "amount_overflow at parcels[1]");
}

// --- drawn tables --------------------------------------------------------------------------------
// The rule as it reads: look at each row, count the steps one by one.
std::string slow_cost(const ShippingTable& table, std::int64_t size) {
  const auto& rows = table.sections[0].rows;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const bool from = table.edge == TableEdge::from;
    std::int64_t least = rows[r].bound, most = rows[r].bound, start = rows[r].bound;
    if (from) {
      most = r + 1 < rows.size() ? rows[r + 1].bound - 1 : size;
    } else {
      least = r > 0 ? rows[r - 1].bound + 1 : 0;
      start = r > 0 ? rows[r - 1].bound : 0;
    }
    if (size < least || size > most) continue;
    std::int64_t cost = rows[r].amount + rows[r].per_item;  // one unit
    if (table.measure == TableMeasure::quantity) cost += rows[r].per_item * (size - 1);
    if (rows[r].step > 0) {
      for (std::int64_t reached = start; reached < size; reached += rows[r].step) {
        cost += rows[r].step_amount;
      }
    }
    return std::to_string(cost);
  }
  return kTableRefused;
}

TEST(ShippingTable, EqualsTheRuleOnDrawnTables) {
  Random random(20304);
  for (int i = 0; i < rounds(20'000); ++i) {
    ShippingTable table =
        table_of(random.one_in(2) ? TableMeasure::weight_g : TableMeasure::quantity,
                 random.one_in(2) ? TableEdge::from : TableEdge::up_to, {});
    std::int64_t bound = random.between(0, 9);
    for (std::size_t r = 0; r < 1 + random.below(6); ++r) {
      TableRow row{.bound = bound, .other_end = {}, .amount = random.of_bits(20)};
      row.per_item = random.of_bits(8);
      row.step = random.between(0, 5);
      row.step_amount = random.of_bits(10);
      table.sections[0].rows.push_back(row);
      bound += random.between(1, 30);
    }
    for (std::int64_t size = 0; size < bound + 3; ++size) {
      ASSERT_EQ(cost_to(table, {}, size), slow_cost(table, size)) << json(table) << size;
    }
  }
}

TEST(ShippingTable, IsReadAndWrittenAsJson) {
  const std::string text =
      R"({"measure":"weightG","edge":"upTo","sections":[{"places":[{"country":"US",)"
      R"("regions":["AK"],"postalFrom":"","postalTo":""}],"rows":[{"bound":1000,"otherEnd":1,)"
      R"("amount":400,"step":0,"stepAmount":0,"perItem":0}],"minimum":0,"freeFrom":5000}]})";
  const auto table = read_json<ShippingTable>(text);
  must(table);
  EXPECT_EQ(json(*table), text);
  EXPECT_EQ(told(read_json<TableRow>(R"({"bound":-1,"amount":1})")),
            "number_out_of_range at bound min=0 max=9007199254740991");
}

}  // namespace
}  // namespace sealcart
