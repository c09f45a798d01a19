// Mistakes of promotions, each planted alone in a good document.
#include <gtest/gtest.h>

#include "support/planted.h"

namespace sealcart {
namespace {

using Told = std::vector<std::string>;

// The good document has promotions 0 tiered (order), 1 code (line), 2 units (line), 3 gift (line),
// 4 post (shipping).
struct Planted {
  const char* name;
  void (*plant)(std::vector<Promotion>&);
  Told expected;
};

void expect_told(const std::vector<Planted>& all) {
  for (const Planted& one : all) {
    StoreDocument document = good_shop().document;
    one.plant(document.promotions);
    EXPECT_EQ(told(store_findings(document, kJudged)), one.expected) << one.name;
    const bool refused = !one.expected.empty() && one.expected.front().starts_with("error");
    EXPECT_EQ(Store::check(document).has_value(), !refused) << one.name;
  }
}

TEST(PromotionFindings, FieldsOfTheKind) {
  const Told first{"error store_value_conflict at promotions[0]"};
  const Told second{"error store_value_conflict at promotions[1]"};
  expect_told({
      {"percent without a rate", [](auto& p) { p[0].tiers.clear(); }, first},
      {"percent with an amount", [](auto& p) { p[0].amount = 1; }, first},
      {"fixed without an amount", [](auto& p) { p[1].amount = 0; }, second},
      {"fixed with a rate", [](auto& p) { p[1].rate_ppm = 1; }, second},
      {"price with a rate",
       [](auto& p) {
         p[1].kind = PromotionKind::price;
         p[1].rate_ppm = 1;
       },
       second},
      {"price of 0",
       [](auto& p) {
         p[1].kind = PromotionKind::price;
         p[1].amount = 0;
       },
       {}},
      {"amount in a tier of percent",
       [](auto& p) { p[0].tiers[1].amount = 1; },
       {"error store_value_conflict at promotions[0].tiers[1]"}},
      {"rate in a tier of a price",
       [](auto& p) {
         p[0].kind = PromotionKind::price;
         p[0].tiers = {{1, 0, 100}, {2, 1, 0}};
       },
       {"error store_value_conflict at promotions[0].tiers[1]"}},
      {"tiers that do not rise",
       [](auto& p) { p[0].tiers[1].from = p[0].tiers[0].from; },
       {"error store_value_conflict at promotions[0].tiers[1].from"}},
      {"units of each line of an order",
       [](auto& p) { p[0].tier_by = TierBy::line_quantity; },
       {"error store_value_conflict at promotions[0].tierBy"}},
      {"buy X get Y of an order",
       [](auto& p) { p[0].units = PromotionUnits{}; },
       {"error store_value_conflict at promotions[0].units"}},
      {"further amount of a percentage",
       [](auto& p) { p[2].further_amount = 100; },
       {"error store_value_conflict at promotions[2].furtherAmount"}},
      {"ends before it starts",
       [](auto& p) { p[1].starts_at = days_from_judged(10); },
       {"error store_value_conflict at promotions[1].endsAt"}},
  });
}

TEST(PromotionFindings, Gifts) {
  const Told gift{"error store_value_conflict at promotions[3].gift"};
  expect_told({
      {"no SKU", [](auto& p) { p[3].skus.clear(); }, gift},
      {"two SKUs", [](auto& p) { p[3].skus.push_back("CUP"); }, gift},
      {"a category too", [](auto& p) { p[3].categories = {"Tea"}; }, gift},
      {"as many as wanted", [](auto& p) { p[3].max_units = 0; }, gift},
      {"half the price", [](auto& p) { p[3].rate_ppm = 500'000; }, gift},
      {"for nothing",
       [](auto& p) {
         p[3].kind = PromotionKind::price;
         p[3].rate_ppm = 0;
       },
       {}},
  });
}

TEST(PromotionFindings, Codes) {
  expect_told({
      {"one code in two spellings",
       [](auto& p) { p[0].code = "TWO-OFF"; },
       {"error store_duplicate_id at promotions[1].code"}},
  });
}

TEST(PromotionFindings, NeverCounts) {
  expect_told({
      {"over",
       [](auto& p) { p[1].ends_at = kJudged; },
       {"warning promotion_ended at promotions[1].endsAt"}},
      {"crossed bounds of the subtotal",
       [](auto& p) { p[4].max_subtotal = 4'999; },
       {"warning promotion_never at promotions[4].maxSubtotal"}},
      {"crossed bounds of the price",
       [](auto& p) {
         p[1].min_unit_price = 2;
         p[1].max_unit_price = 1;
       },
       {"warning promotion_never at promotions[1].maxUnitPrice"}},
      {"no use",
       [](auto& p) { p[1].usage_limit = 0; },
       {"warning promotion_never at promotions[1].usageLimit"}},
      {"no use for a shopper",
       [](auto& p) { p[1].shopper_limit = 0; },
       {"warning promotion_never at promotions[1].shopperLimit"}},
      {"all it names excepted",
       [](auto& p) { p[1].except_skus = {"POT", "CUP"}; },
       {"warning promotion_never at promotions[1].exceptSkus"}},
      {"zone its method does not reach",
       [](auto& p) {
         p[4].shipping_methods = {"pickup"};
         p[4].zones = {"away"};
       },
       {"warning promotion_never at promotions[4].zones"}},
  });
}

TEST(PromotionFindings, WithoutEffect) {
  expect_told({
      {"at most nothing",
       [](auto& p) { p[1].max_amount = 0; },
       {"warning promotion_takes_nothing at promotions[1].maxAmount"}},
      {"limit beside units",
       [](auto& p) { p[2].max_units = 3; },
       {"warning promotion_no_effect at promotions[2].maxUnits"}},
      {"bought lines of a group",
       [](auto& p) {
         p[2].units->get = 0;
         p[2].units->skus = {"CUP"};
       },
       {"warning promotion_no_effect at promotions[2].units.skus"}},
      {"tiers of a group price",
       [](auto& p) {
         p[2].units->get = 0;
         p[2].kind = PromotionKind::price;
         p[2].rate_ppm = 0;
         p[2].amount = 1'500;
         p[2].tiers = {{1, 0, 1'200}};
       },
       {"warning promotion_no_effect at promotions[2].tiers"}},
      {"lines of a delivery",
       [](auto& p) { p[4].skus = {"CUP"}; },
       {"warning promotion_no_effect at promotions[4].skus"}},
      {"units of a delivery",
       [](auto& p) { p[4].max_units_per_line = 1; },
       {"warning promotion_no_effect at promotions[4].maxUnitsPerLine"}},
      {"each line of an order",
       [](auto& p) { p[0].per = PromotionPer::line; },
       {"warning promotion_no_effect at promotions[0].per"}},
      {"each line of a percentage",
       [](auto& p) { p[2].per = PromotionPer::line; },
       {"warning promotion_no_effect at promotions[2].per"}},
      {"measure of no tiers",
       [](auto& p) { p[1].tier_by = TierBy::quantity; },
       {"warning promotion_no_effect at promotions[1].tierBy"}},
  });
}

TEST(PromotionFindings, Together) {
  expect_told({
      {"group of one",
       [](auto& p) { p[2].exclusive_group = "other"; },
       {"warning exclusive_alone at promotions[1].exclusiveGroup",
        "warning exclusive_alone at promotions[2].exclusiveGroup"}},
      {"one says yes, the other no",
       [](auto& p) {
         p[0].combines_with = PromotionCombines{true, false, true};
         p[2].combines_with = PromotionCombines{false, false, true};
       },
       {"warning combines_one_sided at promotions[0].combinesWith"}},
      {"one says no, the other nothing",
       [](auto& p) { p[2].combines_with = PromotionCombines{false, false, true}; },
       {}},
  });
}

void exclude_in_pairs(std::vector<Promotion>& promotions, int pairs) {
  for (int i = 0; i < 2 * pairs; ++i) {
    Promotion more = percent_off("more-" + std::to_string(i), PromotionTarget::order, 10'000);
    more.exclusive_group = "pair-" + std::to_string(i / 2);
    promotions.push_back(more);
  }
}

// Each pair has three choices: this one, that one, neither; the good document has one pair.
TEST(PromotionFindings, MoreCombinationsThanAreTried) {
  expect_told({
      {"3^7 = 2,187", [](auto& p) { exclude_in_pairs(p, 6); }, {}},
      {"3^8 = 6,561",
       [](auto& p) { exclude_in_pairs(p, 7); },
       {"warning deals_not_proven at promotions"}},
      {"not all at the same time",
       [](auto& p) {
         exclude_in_pairs(p, 7);
         p[5].ends_at = p[6].starts_at = days_from_judged(5);
       },
       {}},
      {"over",
       [](auto& p) {
         exclude_in_pairs(p, 6);
         p[1].code.clear();
       },
       {}},
  });
  StoreDocument document = good_shop().document;
  exclude_in_pairs(document.promotions, 100);
  document.conflicts = DealChoice::priority;
  EXPECT_EQ(told(store_findings(document, kJudged)), Told{});
}

}  // namespace
}  // namespace sealcart
