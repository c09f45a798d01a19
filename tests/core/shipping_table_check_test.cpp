// Every mistake in a rate table is told with its path; a table without one is told nothing.
#include <gtest/gtest.h>

#include "support/rate_tables.h"

namespace sealcart {
namespace {

using Lines = std::vector<std::string>;

ShippingTable weights(std::vector<TableRow> rows, TableEdge edge = TableEdge::up_to) {
  return table_of(TableMeasure::weight_g, edge, std::move(rows));
}

std::string conflict(std::string_view path, std::string_view what) {
  return "refused store_value_conflict at " + std::string(path) + " what=" + std::string(what);
}
std::string gap(std::string_view path, std::string_view sizes) {
  return "told store_value_conflict at " + std::string(path) + " what=no row covers " +
         std::string(sizes) + ": not delivered";
}

TEST(TableCheck, ATableWithoutMistakesIsToldNothing) {
  EXPECT_EQ(findings_of(weights(rows_of({{1000, 4}, {5000, 7}}))), Lines{});
  EXPECT_EQ(findings_of(weights(rows_of({{0, 4}, {5000, 7}}), TableEdge::from)), Lines{});
  EXPECT_EQ(findings_of(table_of(TableMeasure::quantity, TableEdge::from, rows_of({{1, 4}}))),
            Lines{});
}

TEST(TableCheck, EmptyTablesAndSectionsAreNone) {
  EXPECT_EQ(findings_of({}), Lines{conflict("sections", "a table needs a section")});
  EXPECT_EQ(findings_of(weights({})), Lines{conflict("sections[0].rows", "a section needs a row")});
}

TEST(TableCheck, RowsMustRise) {
  EXPECT_EQ(findings_of(weights(rows_of({{5000, 7}, {1000, 4}}))),
            Lines{conflict("sections[0].rows[1].bound",
                           "rows must rise: lower than the bound of the row before")});
  EXPECT_EQ(
      findings_of(weights(rows_of({{1000, 4}, {1000, 7}}))),
      Lines{conflict("sections[0].rows[1].bound", "the row before has this bound: never used")});
}

TEST(TableCheck, GapsAreToldAndNotRefused) {
  ShippingTable table = weights(rows_of({{1000, 4}, {5000, 7}, {9000, 9}}));
  table.sections[0].rows[0].other_end = 1;
  table.sections[0].rows[1].other_end = 1002;
  table.sections[0].rows[2].other_end = 6001;
  EXPECT_EQ(findings_of(table),
            (Lines{gap("sections[0].rows[0]", "0"), gap("sections[0].rows[1]", "1001"),
                   gap("sections[0].rows[2]", "5001 to 6000")}));
  EXPECT_EQ(findings_of(weights(rows_of({{100, 4}}), TableEdge::from)),
            Lines{gap("sections[0].rows[0]", "0 to 99")});
}

TEST(TableCheck, OverlapsAreRefused) {
  ShippingTable table = weights(rows_of({{1000, 4}, {5000, 7}}));
  table.sections[0].rows[1].other_end = 1000;
  EXPECT_EQ(findings_of(table), Lines{conflict("sections[0].rows[1]", "overlaps the row before")});
  table = weights(rows_of({{0, 4}, {1000, 7}}), TableEdge::from);
  table.sections[0].rows[0].other_end = 1000;
  EXPECT_EQ(findings_of(table), Lines{conflict("sections[0].rows[1]", "overlaps the row before")});
  table.sections[0].rows[0].other_end = 999;
  EXPECT_EQ(findings_of(table), Lines{});
}

TEST(TableCheck, AnOtherEndLiesAtTheOtherSide) {
  const Lines expected{
      conflict("sections[0].rows[0].otherEnd", "lies on the wrong side of the bound")};
  ShippingTable table = weights(rows_of({{0, 4}}), TableEdge::from);
  table.sections[0].rows[0].bound = 1000;
  table.sections[0].rows[0].other_end = 999;
  EXPECT_EQ(findings_of(table)[0], expected[0]);
  table.edge = TableEdge::up_to;
  table.sections[0].rows[0].other_end = 1001;
  EXPECT_EQ(findings_of(table)[0], expected[0]);
}

TEST(TableCheck, StepAndMinimumContradictionsAreRefused) {
  ShippingTable table = weights(rows_of({{1000, 4}}));
  table.sections[0].rows[0].step = 1;
  table.sections[0].minimum = 5;
  table.sections[0].maximum = 4;
  EXPECT_EQ(findings_of(table),
            (Lines{conflict("sections[0].rows[0].step", "step and stepAmount go together"),
                   conflict("sections[0].maximum", "lower than the minimum")}));
}

TEST(TableCheck, ARowBeyondTheFreeThresholdIsNeverUsed) {
  ShippingTable table =
      table_of(TableMeasure::subtotal, TableEdge::from, rows_of({{0, 400}, {5000, 200}}));
  table.sections[0].free_from = 5001;
  EXPECT_EQ(findings_of(table), Lines{});
  table.sections[0].free_from = 5000;
  EXPECT_EQ(findings_of(table), Lines{conflict("sections[0].rows[1]",
                                               "never used: delivery is free from freeFrom on")});
}

// --- places --------------------------------------------------------------------------------------
ShippingTable placed(std::vector<std::vector<TablePlace>> sections) {
  ShippingTable table;
  for (auto& places : sections) {
    table.sections.push_back(section_of(std::move(places), rows_of({{1000, 4}})));
  }
  return table;
}

TEST(TableCheck, PlacesOfAllClosenessesLiveTogether) {
  EXPECT_EQ(findings_of(placed({{},
                                {country("US")},
                                {region("US", "AK")},
                                {postal("US", "99")},
                                {postal("US", "995", "999")},
                                {postal("US", "9955")}})),
            Lines{});
}

TEST(TableCheck, ASecondSectionForOnePlaceIsRefused) {
  EXPECT_EQ(findings_of(placed({{country("US")}, {country("CA"), country("US")}})),
            Lines{conflict("sections[1].places[1]", "overlaps a place of sections[0]")});
  EXPECT_EQ(findings_of(placed({{{"US", {"AK", "HI"}, {}, {}}}, {{"US", {"CA", "HI"}, {}, {}}}})),
            Lines{conflict("sections[1].places[0]", "overlaps a place of sections[0]")});
  EXPECT_EQ(findings_of(placed({{region("US", "HI")},
                                {region("US", "AK")},
                                {country("US"), {"US", {"HI", "AK"}, {}, {}}}})),
            Lines{conflict("sections[2].places[1]", "overlaps a place of sections[0]")});
  EXPECT_EQ(findings_of(placed({{postal("US", "190", "196")}, {postal("US", "195", "199")}})),
            Lines{conflict("sections[1].places[0]", "overlaps a place of sections[0]")});
  EXPECT_EQ(findings_of(placed({{postal("US", "190", "194")}, {postal("US", "195", "199")}})),
            Lines{});
  EXPECT_EQ(findings_of(placed({{postal("US", "10", "19")}, {postal("US", "190", "250")}})),
            Lines{})
      << "10 to 19 fixes a character, 190 to 250 none";
}

TEST(TableCheck, ASectionThatIsNeverReachedIsRefused) {
  EXPECT_EQ(findings_of(placed({{}, {}})),
            Lines{conflict("sections[1]", "never used: other sections name each of its places")});
  EXPECT_EQ(findings_of(placed({{postal("DE", "0", "4")},
                                {postal("DE", "5", "9")},
                                {region("DE", "BY"), country("DE")}})),
            Lines{conflict("sections[2]", "never used: other sections name each of its places")});
  EXPECT_EQ(
      findings_of(placed({{postal("DE", "0", "4")}, {postal("DE", "6", "9")}, {country("DE")}})),
      Lines{});
}

TEST(TableCheck, PlacesAreWellFormed) {
  TablePlace both = postal("US", "99");
  both.regions = {"AK"};
  TablePlace alone = country("US");
  alone.postal_to = "99";
  const ShippingTable table = placed({{country("XX")},
                                      {both},
                                      {alone},
                                      {postal("GB", "sw1")},
                                      {postal("US", "10", "199")},
                                      {postal("CA", "B", "A")}});
  Lines lines = findings_of(table);
  lines.resize(6);
  EXPECT_EQ(
      lines,
      (Lines{"refused country_unknown at sections[0].places[0].country",
             conflict("sections[1].places[0]", "names regions or postal codes, not both"),
             conflict("sections[2].places[0].postalTo", "needs a postalFrom"),
             conflict("sections[3].places[0].postalFrom",
                      "write capitals and digits alone, without spaces"),
             conflict("sections[4].places[0].postalTo", "needs as many characters as postalFrom"),
             conflict("sections[5].places[0].postalTo", "comes before postalFrom")}));
}

}  // namespace
}  // namespace sealcart
