// Each mistake is planted alone in a good document; exactly it is told.
#include "sealcart/store_check.h"

#include <gtest/gtest.h>

#include "support/planted.h"
#include "support/told.h"

namespace sealcart {
namespace {

using Told = std::vector<std::string>;

struct Planted {
  const char* name;
  void (*plant)(StoreDocument&);
  Told expected;
};

void expect_told(const std::vector<Planted>& all) {
  for (const Planted& one : all) {
    StoreDocument document = good_shop().document;
    one.plant(document);
    EXPECT_EQ(told(store_findings(document, kJudged)), one.expected) << one.name;
    const bool refused = !one.expected.empty() && one.expected.front().starts_with("error");
    EXPECT_EQ(Store::check(document).has_value(), !refused) << one.name;
  }
}

TEST(StoreFindings, NothingIsToldOfAGoodDocument) {
  expect_told({{"good", [](StoreDocument&) {}, {}}});
}

TEST(StoreFindings, TheFirstErrorIsWhatTheStoreRefuses) {
  StoreDocument document = good_shop().document;
  document.fees[0].tax_category = "x";
  document.zones[1].places[0].country = "UK";
  document.tax_rates[0].zone = "y";
  const auto findings = store_findings(document);
  ASSERT_GE(findings.size(), 3u);
  const auto store = Store::check(document);
  ASSERT_FALSE(store.has_value());
  EXPECT_EQ(findings[0].code, error_name(store.error().code));
  EXPECT_EQ(findings[0].path, store.error().path);
  EXPECT_EQ(findings[0].what, error_message(store.error()));
}

TEST(StoreFindings, EveryFindingHasASentenceAndAHint) {
  StoreDocument document = good_shop().document;
  document.promotions[0].tiers[1].from = 1;
  document.promotions[3].usage_limit = 0;
  const auto findings = store_findings(document, kJudged);
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[0].what, "tiers must rise: not above the tier before");
  EXPECT_EQ(findings[0].hint, "sort the tiers by `from`, each threshold once");
  EXPECT_EQ(findings[1].what, "can never count: no order may use it");
  EXPECT_EQ(findings[1].hint, "correct the condition, or remove the promotion");
}

TEST(StoreFindings, WithoutAMomentNothingIsOver) {
  StoreDocument document = good_shop().document;
  for (TaxRate& rate : document.tax_rates) rate.ends_at = Timestamp{1};
  for (TaxRate& rate : document.tax_rates) rate.starts_at.reset();
  document.tax_rates.resize(2);
  EXPECT_EQ(told(store_findings(document)), Told{});
  EXPECT_EQ(told(store_findings(document, kJudged)),
            (Told{"warning rates_expired at taxRates[1].endsAt",
                  "warning rates_expired at taxRates[0].endsAt"}));
}

TEST(StoreFindings, References) {
  expect_told({
      {"currency", [](auto& d) { d.currency = "XQQ"; }, {"error currency_unknown at currency"}},
      {"default zone",
       [](auto& d) { d.default_zone = "x"; },
       {"error store_reference_unknown at defaultZone"}},
      {"zone twice",
       [](auto& d) { d.zones.push_back({"home", "", {{"FR", {}}}}); },
       {"error store_duplicate_id at zones[4].id"}},
      {"rate twice",
       [](auto& d) { d.tax_rates[1].id = d.tax_rates[0].id; },
       {"error store_duplicate_id at taxRates[1].id"}},
      {"zone of a promotion",
       [](auto& d) { d.promotions[4].zones[1] = "x"; },
       {"error store_reference_unknown at promotions[4].zones[1]"}},
      {"method of a promotion",
       [](auto& d) { d.promotions[4].shipping_methods = {"table", "x"}; },
       {"error store_reference_unknown at promotions[4].shippingMethods[1]"}},
      {"reverse charge",
       [](auto& d) { d.tax_policy.reverse_charge_zones.push_back("x"); },
       {"error store_reference_unknown at taxPolicy.reverseChargeZones[1]"}},
      {"category of a rate",
       [](auto& d) { d.tax_rates[1].category = "x"; },
       {"error store_reference_unknown at taxRates[1].category"}},
      {"category of a fee",
       [](auto& d) { d.fees[0].tax_category = "x"; },
       {"error store_reference_unknown at fees[0].taxCategory"}},
  });
}

TEST(StoreFindings, Zones) {
  expect_told({
      {"country",
       [](auto& d) { d.zones[1].places[0].country = "UK"; },
       {"error country_unknown at zones[1].places[0].country"}},
      {"postalTo alone",
       [](auto& d) { d.zones[3].places.push_back({"FR", {}, "", "95"}); },
       {"error store_value_conflict at zones[3].places[1].postalTo"}},
      {"postal codes with spaces",
       [](auto& d) { d.zones[3].places.push_back({"GB", {}, "SW1 1", ""}); },
       {"error store_value_conflict at zones[3].places[1].postalFrom"}},
      {"ends of two lengths",
       [](auto& d) { d.zones[3].places[0].postal_to = "9999"; },
       {"error store_value_conflict at zones[3].places[0].postalTo"}},
      {"ends the wrong way round",
       [](auto& d) { d.zones[3].places[0].postal_to = "990"; },
       {"error store_value_conflict at zones[3].places[0].postalTo"}},
      {"regions and codes",
       [](auto& d) { d.zones[3].places[0].regions = {"AK"}; },
       {"error store_value_conflict at zones[3].places[0]"}},
      {"country of an earlier zone",
       [](auto& d) { d.zones[3].places.push_back({"US", {}}); },
       {"warning place_taken at zones[3].places[1]"}},
      {"region of an earlier zone",
       [](auto& d) { d.zones[3].places.push_back({"US", {"OR", "NV"}}); },
       {"warning place_taken at zones[3].places[1].regions[1]"}},
      {"codes within an earlier range",
       [](auto& d) { d.zones[1].places.push_back({"US", {}, "99"}); },
       {"warning place_taken at zones[3].places[0]", "warning zone_unreachable at zones[3]"}},
      {"no place",
       [](auto& d) { d.zones[2].places.clear(); },
       {"warning zone_unreachable at zones[2]"}},
  });
}

TEST(StoreFindings, TaxRates) {
  expect_told({
      {"ends before it starts",
       [](auto& d) { d.tax_rates[5].ends_at = days_from_judged(-40); },
       {"error store_value_conflict at taxRates[5].endsAt",
        "warning rate_gap at taxRates[6].startsAt"}},
      {"in the price and on top",
       [](auto& d) { d.tax_rates[3].included = true; },
       {"error store_value_conflict at taxRates[3].included"}},
      {"in the price and on top, one after the other",
       [](auto& d) { d.tax_rates[6].included = false; },
       {}},
      {"nine at once",
       [](auto& d) {
         for (int i = 0; i < 7; ++i) {
           d.tax_rates.push_back(d.tax_rates[2]);
           d.tax_rates.back().id = d.tax_rates.back().name = "more-" + std::to_string(i);
         }
       },
       {"error store_value_conflict at taxRates[2]"}},
      {"three compound ones",
       [](auto& d) {
         for (int i = 0; i < 2; ++i) {
           d.tax_rates.push_back(d.tax_rates[3]);
           d.tax_rates.back().id = d.tax_rates.back().name = "more-" + std::to_string(i);
         }
       },
       {"error store_value_conflict at taxRates[2].compound"}},
      {"one name twice",
       [](auto& d) { d.tax_rates[3].name = d.tax_rates[2].name; },
       {"warning rates_same_name at taxRates[3].name"}},
      {"overlap by a day",
       [](auto& d) { d.tax_rates[5].ends_at = days_from_judged(31); },
       {"warning rates_same_name at taxRates[6].name"}},
      {"gap of a day",
       [](auto& d) { d.tax_rates[5].ends_at = days_from_judged(29); },
       {"warning rate_gap at taxRates[6].startsAt"}},
      {"all over",
       [](auto& d) {
         d.tax_rates[5].ends_at = kJudged;
         d.tax_rates.pop_back();
       },
       {"warning rates_expired at taxRates[5].endsAt"}},
      {"over 100 %",
       [](auto& d) { d.tax_rates[0].rate_ppm = 1'000'001; },
       {"warning rate_above_100 at taxRates[0].ratePpm"}},
      {"100 %", [](auto& d) { d.tax_rates[0].rate_ppm = 1'000'000; }, {}},
  });
}

TEST(StoreFindings, Shipping) {
  expect_told({
      {"least days above the most",
       [](auto& d) { d.shipping_methods[0].min_days = 3; },
       {"error store_value_conflict at shippingMethods[0].minDays"}},
      {"overlapping rows",
       [](auto& d) { d.shipping_methods[0].table->sections[1].rows[1].other_end = 900; },
       {"error store_value_conflict at shippingMethods[0].table.sections[1].rows[1]"}},
      {"gap in a table",
       [](auto& d) { d.shipping_methods[0].table->sections[1].rows[1].other_end = 1'200; },
       {"warning table_gap at shippingMethods[0].table.sections[1].rows[1]"}},
      {"section no address of its zones falls in",
       [](auto& d) { d.shipping_methods[0].zones = {"home", "north", "away"}; },
       {"warning zone_not_delivered at zones[2]",
        "warning table_section_unused at shippingMethods[0].table.sections[0]"}},
      {"places without a section",
       [](auto& d) { d.shipping_methods[0].table->sections[1].places = {{"US", {}, {}, {}}}; },
       {"warning table_places_missing at shippingMethods[0].table"}},
      {"no such holiday",
       [](auto& d) { d.shipping_methods[0].delivery->carrier.holidays = {"2026-02-30"}; },
       {"error store_value_conflict at shippingMethods[0].delivery.carrier.holidays[0]"}},
      {"pickup location twice",
       [](auto& d) { d.shipping_methods[1].pickup.push_back(d.shipping_methods[1].pickup[0]); },
       {"error store_duplicate_id at shippingMethods[1].pickup[1].id"}},
      {"method for no zone",
       [](auto& d) { d.shipping_methods[1].zones.clear(); },
       {"warning method_unreachable at shippingMethods[1].zones"}},
      {"method for a zone nobody is in",
       [](auto& d) {
         d.zones.push_back({"gone", "", {{"US", {}}}});
         d.shipping_methods[1].zones = {"gone"};
       },
       {"warning place_taken at zones[4].places[0]", "warning zone_unreachable at zones[4]",
        "warning method_unreachable at shippingMethods[1].zones"}},
      {"no method",
       [](auto& d) {
         d.shipping_methods.clear();
         d.promotions.pop_back();
       },
       {"warning nothing_delivered at shippingMethods"}},
      {"fee of nothing",
       [](auto& d) { d.fees[0].amount = 0; },
       {"warning fee_of_nothing at fees[0]"}},
  });
}

}  // namespace
}  // namespace sealcart
