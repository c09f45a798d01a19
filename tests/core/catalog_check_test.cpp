// Mistakes of a catalogue, by itself and against its store, each planted alone.
#include <gtest/gtest.h>

#include "support/planted.h"

namespace sealcart {
namespace {

using Told = std::vector<std::string>;

struct Planted {
  const char* name;
  void (*plant)(Shop&);
  Told expected;
};

// The good shop sells CUP at 9.00 (ten for 8.60) and POT at 34.00.
void expect_told(const std::vector<Planted>& all) {
  for (const Planted& one : all) {
    Shop shop = good_shop();
    one.plant(shop);
    EXPECT_EQ(told(catalog_findings(shop.document, shop.slice, kJudged)), one.expected) << one.name;
  }
}

Variant& cup(Shop& shop) { return shop.slice.products[0].variants[0]; }

TEST(CatalogFindings, NothingIsToldOfAGoodCatalogue) {
  expect_told({{"good", [](Shop&) {}, {}}});
}

TEST(CatalogFindings, Errors) {
  expect_told({
      {"currency",
       [](Shop& s) { s.slice.currency = "EUR"; },
       {"error currency_mismatch at currency"}},
      {"SKU twice",
       [](Shop& s) { s.slice.products[1].variants[0].sku = "CUP"; },
       {"error catalog_duplicate_sku at products[1].variants[0].sku",
        "warning sku_not_sold at promotions[3].skus[0]",
        "warning promotion_never at promotions[3]"}},
      {"tax category",
       [](Shop& s) { cup(s).tax_category = "x"; },
       {"error store_reference_unknown at products[0].variants[0].taxCategory"}},
  });
}

TEST(CatalogFindings, Prices) {
  const std::string variant = "products[0].variants[0]";
  expect_told({
      {"not lower than the price",
       [](Shop& s) { cup(s).prices[0].amount = 900; },
       {"warning price_never_used at products[0].variants[0].prices[0]"}},
      {"not lower than another",
       [](Shop& s) { cup(s).prices.push_back({"Twenty cups", {}, 20, 870, {}, {}}); },
       {"warning price_never_used at products[0].variants[0].prices[1]"}},
      {"the same twice",
       [](Shop& s) { cup(s).prices.push_back(cup(s).prices[0]); },
       {"warning price_never_used at products[0].variants[0].prices[1]"}},
      {"lower for a group alone",
       [](Shop& s) { cup(s).prices.push_back({"Trade", "trade", 10, 850, {}, {}}); },
       {}},
      {"ten cost less than nine",
       [](Shop& s) { cup(s).prices[0].amount = 800; },
       {"warning more_units_cheaper at products[0].variants[0].prices[0].minQuantity"}},
      {"ten cost as much as nine", [](Shop& s) { cup(s).prices[0].amount = 810; }, {}},
      {"sale without an end",
       [](Shop& s) { cup(s).prices.push_back({"Sale", {}, 1, 880, kJudged, {}}); },
       {"warning sale_without_end at products[0].variants[0].prices[1].endsAt"}},
      {"sale that is over",
       [](Shop& s) { cup(s).prices.push_back({"Sale", {}, 1, 880, {}, kJudged}); },
       {"warning sale_ended at products[0].variants[0].prices[1].endsAt"}},
      {"price below the floor",
       [](Shop& s) { cup(s).min_price = 880; },
       {"warning price_below_floor at products[0].variants[0].prices[0].amount"}},
      {"former price",
       [](Shop& s) { cup(s).compare_at = 900; },
       {"warning former_price_lower at products[0].variants[0].compareAt"}},
      {"no weight",
       [](Shop& s) { cup(s).weight_g = 0; },
       {"warning weight_missing at products[0].variants[0].weightG"}},
      {"no weight, nothing to deliver",
       [](Shop& s) {
         cup(s).weight_g = 0;
         cup(s).ships = false;
       },
       {}},
      {"no volume",
       [](Shop& s) {
         s.document.shipping_methods[0].table->measure = TableMeasure::volume_cm3;
         s.slice.products[1].variants[0].volume_cm3 = 1;
       },
       {"warning volume_missing at products[0].variants[0].volumeCm3"}},
  });
}

TEST(CatalogFindings, Promotions) {
  expect_told({
      {"SKU of a need",
       [](Shop& s) { s.document.promotions[3].needs[0].skus = {"CUP", "LID"}; },
       {"warning sku_not_sold at promotions[3].needs[0].skus[1]"}},
      {"category",
       [](Shop& s) { s.document.promotions[2].categories.push_back("Coffee"); },
       {"warning category_not_sold at promotions[2].categories[1]"}},
      {"tag of units",
       [](Shop& s) { s.document.promotions[2].units->categories = {"Coffee"}; },
       {"warning category_not_sold at promotions[2].units.categories[0]"}},
      {"more off than it costs",
       [](Shop& s) { s.document.promotions[1].amount = 901; },
       {"warning promotion_above_price at promotions[1].amount"}},
      {"as much off as it costs", [](Shop& s) { s.document.promotions[1].amount = 900; }, {}},
      {"more off an order than it may cost",
       [](Shop& s) { s.document.promotions[0] = fixed_off("big", PromotionTarget::order, 1'000); },
       {"warning promotion_above_price at promotions[0].amount"}},
      {"off an order that costs enough",
       [](Shop& s) {
         s.document.promotions[0] = fixed_off("big", PromotionTarget::order, 1'000);
         s.document.promotions[0].min_subtotal = 1'000;
       },
       {}},
      {"nothing at that price",
       [](Shop& s) { s.document.promotions[1].min_unit_price = 901; },
       {"warning promotion_never at promotions[1]"}},
      {"price nothing exceeds",
       [](Shop& s) {
         s.document.promotions[1].kind = PromotionKind::price;
         s.document.promotions[1].amount = 900;
       },
       {"warning promotion_takes_nothing at promotions[1].amount"}},
  });
}

}  // namespace
}  // namespace sealcart
