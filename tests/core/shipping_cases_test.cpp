// Rate tables of real shops and carriers at each of their bounds, and one step on either side:
// asked of the table, and of the snapshot of a cart in a store with that table.
//
// Embedded: DHL Paket (prices are facts) and the sample shops of Solidus, Spree and Saleor
// (BSD-3-Clause). Tables that may not be passed on are read from beside the repository when there.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "support/piped_shipping.h"
#include "support/rate_tables.h"

namespace sealcart {
namespace {

using Json = nlohmann::json;
constexpr const char* kRefused = "shipping_method_unavailable";

// "14.78" -> 1478, "5" -> 500
std::int64_t cents(const std::string& text) {
  const std::size_t point = text.find('.');
  std::string digits = text.substr(0, point);
  std::string decimals = point == std::string::npos ? "" : text.substr(point + 1);
  decimals.resize(2, '0');
  return std::stoll(digits + decimals);
}

std::string cost_both_ways(const ShippingTable& table, const Destination& destination,
                           std::int64_t size) {
  const std::string cost = cost_to(table, destination, size);
  EXPECT_EQ(piped_cost(table, destination, size), cost) << json(table) << size;
  return cost;
}

void expect_costs(const ShippingTable& table, const Destination& destination,
                  const std::vector<std::pair<std::int64_t, const char*>>& expected) {
  EXPECT_TRUE(std::ranges::none_of(table_findings(table), &TableFinding::refused));
  for (const auto& [size, cost] : expected)
    EXPECT_EQ(cost_both_ways(table, destination, size), cost);
}

TEST(RateTables, DhlPaketOnline) {
  ShippingTable table =
      table_of(TableMeasure::weight_g, TableEdge::up_to,
               rows_of({{2000, 499}, {5000, 599}, {10'000, 749}, {31'500, 1399}}));
  table.sections[0].places = {country("DE")};
  expect_costs(table, {"DE", "", ""},
               {{1, "499"},
                {1999, "499"},
                {2000, "499"},
                {2001, "599"},
                {4999, "599"},
                {5000, "599"},
                {5001, "749"},
                {9999, "749"},
                {10'000, "749"},
                {10'001, "1399"},
                {31'499, "1399"},
                {31'500, "1399"},
                {31'501, kRefused}});
  expect_costs(table, {"AT", "", ""}, {{1, kRefused}});
}

// At the counter the smallest parcel is not sold: a gap, told and not refused.
TEST(RateTables, DhlPaketOutlet) {
  ShippingTable table = table_of(TableMeasure::weight_g, TableEdge::up_to,
                                 rows_of({{5000, 699}, {10'000, 849}, {31'500, 1499}}));
  table.sections[0].rows[0].other_end = 2001;
  expect_costs(table, {},
               {{2000, kRefused},
                {2001, "699"},
                {5000, "699"},
                {5001, "849"},
                {10'001, "1499"},
                {31'500, "1499"},
                {31'501, kRefused}});
  EXPECT_EQ(findings_of(table),
            std::vector<std::string>{"told store_value_conflict at sections[0].rows[0] what=no row "
                                     "covers 0 to 2000: not delivered"});
}

TEST(RateTables, SolidusSample) {
  for (const std::int64_t amount : {500, 1000, 1500, 800}) {
    ShippingTable table = table_of(TableMeasure::quantity, TableEdge::from, rows_of({{1, amount}}));
    table.sections[0].places = {country("US"), country("CA")};
    const std::string cost = std::to_string(amount);
    expect_costs(table, {"CA", "", ""}, {{1, cost.c_str()}, {9999, cost.c_str()}});
    expect_costs(table, {"DE", "", ""}, {{1, kRefused}});
  }
}

TEST(RateTables, SpreeSample) {
  const ShippingTable international =
      table_of(TableMeasure::subtotal, TableEdge::from, rows_of({{0, 2000}}));
  const ShippingTable free =
      table_of(TableMeasure::subtotal, TableEdge::from, rows_of({{10'000, 0}}));
  expect_costs(international, {}, {{0, "2000"}, {9999, "2000"}, {10'000, "2000"}});
  expect_costs(free, {}, {{0, kRefused}, {9999, kRefused}, {10'000, "0"}, {10'001, "0"}});
}

TEST(RateTables, SaleorSample) {
  ShippingTable table =
      table_of(TableMeasure::subtotal, TableEdge::up_to, rows_of({{20'000, 7140}}));
  for (const char* code : {"US", "CA", "BR", "AR", "MX", "UY", "CL", "PE", "VE"}) {
    table.sections[0].places.push_back(country(code));
  }
  for (const TablePlace& place : table.sections[0].places) {
    expect_costs(table, {place.country, "", ""},
                 {{0, "7140"}, {19'999, "7140"}, {20'000, "7140"}, {20'001, kRefused}});
  }
  expect_costs(table, {"PL", "", ""}, {{0, kRefused}});
}

// --- tables beside the repository
// ------------------------------------------------------------------
// Nothing when the file is not there, and in Wasm, which brings its own data.
std::vector<Json> read_beside(const std::string& name) {
  std::vector<Json> documents;
#ifndef __EMSCRIPTEN__
  std::ifstream file(SEALCART_SOURCE_DIR "/../shared/data/shipping/" + name);
  if (!file) return documents;
  if (name.ends_with(".json")) {
    const Json list = Json::parse(file);
    return {list.begin(), list.end()};
  }
  for (std::string row; std::getline(file, row);) documents.push_back(Json::parse(row));
#else
  (void)name;
#endif
  return documents;
}

// A service of weight bands: a section for each zone.
ShippingTable banded(const Json& source, const std::string& service) {
  ShippingTable table;
  for (const Json& zone : source["zones"]) {
    TableSection section;
    std::int64_t below = 0;
    for (const Json& band : zone["bands"]) {
      const auto most = band["max_g"].get<std::int64_t>();
      if (band.contains(service)) {
        TableRow row{.bound = most, .other_end = {}, .amount = cents(band[service])};
        if (below > 0 && section.rows.empty()) row.other_end = below + 1;
        section.rows.push_back(row);
      }
      below = most;
    }
    for (const Json& code : zone["countries"]) section.places.push_back(country(code));
    table.sections.push_back(section);
  }
  return table;
}

// The first band that holds the parcel.
std::string slow_band(const Json& zone, const std::string& service, std::int64_t grams) {
  for (const Json& band : zone["bands"]) {
    if (grams > band["max_g"].get<std::int64_t>()) continue;
    return band.contains(service) ? std::to_string(cents(band[service])) : kRefused;
  }
  return kRefused;
}

int check_bands(const Json& source, const std::string& service) {
  const ShippingTable table = banded(source, service);
  int cases = 0;
  for (const Json& zone : source["zones"]) {
    for (const Json& code : zone["countries"]) {
      std::vector<std::int64_t> sizes{1};
      for (const Json& band : zone["bands"]) {
        const auto most = band["max_g"].get<std::int64_t>();
        sizes.insert(sizes.end(), {most - 1, most, most + 1});
      }
      for (const std::int64_t grams : sizes) {
        EXPECT_EQ(cost_both_ways(table, {code, "", ""}, grams), slow_band(zone, service, grams))
            << source["id"] << code << service << grams;
        ++cases;
      }
    }
  }
  return cases;
}

TEST(RateTablesBeside, EveryBoundaryCaseHasItsExpectedCost) {
  const std::vector<Json> cases = read_beside("cases.jsonl");
  if (cases.empty()) GTEST_SKIP() << "no ../shared/data/shipping";
  std::map<std::string, Json> sources;
  for (const Json& source : read_beside("tables.json")) sources[source["id"]] = source;
  for (const Json& test : cases) {
    const ShippingTable table = banded(sources.at(test["table"]), test["service"]);
    const std::string expected =
        test["expected"].is_null() ? kRefused : std::to_string(cents(test["expected"]));
    EXPECT_EQ(cost_both_ways(table, {test["country"], "", ""}, test["grams"]), expected) << test;
  }
  RecordProperty("cases", static_cast<int>(cases.size()));
}

TEST(RateTablesBeside, EveryWeightBandHoldsAtItsBounds) {
  const std::vector<Json> sources = read_beside("tables.json");
  if (sources.empty()) GTEST_SKIP() << "no ../shared/data/shipping";
  int cases = 0;
  for (const Json& source : sources) {
    if (source["kind"] != "weight-bands") continue;
    const bool dhl = source["id"] == "dhl-paket-de";
    for (const char* service : {"pickup", "standard", "express", "online", "outlet"}) {
      const bool own = dhl == (service[0] == 'o');
      if (own) cases += check_bands(source, service);
    }
  }
  EXPECT_EQ(cases, 5 * 3 * 25 + 2 * 13);
  RecordProperty("cases", cases);
}

// Magento: rows of country, region and least subtotal; the most specific destination first.
TEST(RateTablesBeside, SubtotalRowsByRegionHoldAtTheirBounds) {
  int cases = 0;
  for (const Json& source : read_beside("tables.json")) {
    if (source["kind"] != "subtotal-vs-destination") continue;
    ShippingTable table{TableMeasure::subtotal, TableEdge::from, {}};
    std::map<std::string, std::vector<std::pair<std::int64_t, std::int64_t>>> by_region;
    for (const Json& row : source["rows"]) {
      by_region[row["region"]].emplace_back(cents(row["min_subtotal"]), cents(row["price"]));
    }
    for (const auto& [name, rows] : by_region) {
      const TablePlace place = name == "*" ? country("US") : region("US", name);
      table.sections.push_back(section_of({place}, rows_of(rows)));
    }
    EXPECT_EQ(findings_of(table), std::vector<std::string>{});
    by_region["CA"] = by_region.at("*");
    by_region[""] = by_region.at("*");
    by_region.erase("*");
    for (const auto& [name, rows] : by_region) {
      for (std::size_t r = 0; r < rows.size(); ++r, cases += 3) {
        const auto& [least, price] = rows[r];
        const std::string own = std::to_string(price);
        const std::string before = r == 0 ? own : std::to_string(rows[r - 1].second);
        EXPECT_EQ(cost_both_ways(table, {"US", name, ""}, least), own);
        EXPECT_EQ(cost_both_ways(table, {"US", name, ""}, least + 1), own);
        EXPECT_EQ(cost_both_ways(table, {"US", name, ""}, std::max<std::int64_t>(least - 1, 0)),
                  before);
      }
    }
  }
  if (cases == 0) GTEST_SKIP() << "no ../shared/data/shipping";
  EXPECT_EQ(cases, 36);
}

}  // namespace
}  // namespace sealcart
