#include "support/planted.h"

namespace sealcart {
namespace {

TaxRate span_of_rate(std::string id, std::string zone, std::int32_t ppm,
                     std::optional<Timestamp> from, std::optional<Timestamp> to) {
  TaxRate rate = tax_rate(std::move(zone), "standard", ppm, true);
  rate.id = std::move(id);
  rate.starts_at = from;
  rate.ends_at = to;
  return rate;
}

void add_taxes(StoreDocument& document) {
  TaxRate state = tax_rate("west", "standard", 70'000, false);
  TaxRate city = tax_rate("west", "standard", 10'000, false);
  city.id = "west-city";
  city.name = "City tax";
  city.compound = true;
  document.tax_rates = {
      tax_rate("home", "standard", 200'000, true),
      tax_rate("home", "reduced", 50'000, true),
      state,
      city,
      span_of_rate("away-old", "away", 190'000, {}, days_from_judged(-30)),
      span_of_rate("away-now", "away", 160'000, days_from_judged(-30), days_from_judged(30)),
      span_of_rate("away-next", "away", 190'000, days_from_judged(30), {}),
  };
  document.tax_policy.reverse_charge_zones = {"away"};
}

void add_promotions(StoreDocument& document) {
  Promotion tiered = percent_off("tiered", PromotionTarget::order, 0);
  tiered.tiers = {{10'000, 50'000, 0}, {20'000, 100'000, 0}};
  Promotion code = fixed_off("code", PromotionTarget::line, 200);
  code.code = "Two-Off";
  code.skus = {"CUP"};
  code.starts_at = days_from_judged(-10);
  code.ends_at = days_from_judged(10);
  Promotion units = percent_off("units", PromotionTarget::line, 500'000);
  units.categories = {"Tea"};
  units.units = PromotionUnits{2, 1, {}, {}, 0};
  Promotion gift = percent_off("gift", PromotionTarget::line, 1'000'000);
  gift.gift = true;
  gift.skus = {"POT"};
  gift.max_units = 1;
  gift.needs = {{{"CUP"}, {}, 2, 0}};
  Promotion post = fixed_off("post", PromotionTarget::shipping, 0);
  post.kind = PromotionKind::price;
  post.zones = {"home", "west"};
  post.shipping_methods = {"table"};
  post.min_subtotal = 5'000;
  document.promotions = {tiered, code, units, gift, post};
  document.promotions[1].exclusive_group = document.promotions[2].exclusive_group = "one";
}

void add_shipping(StoreDocument& document) {
  ShippingMethod table = shipping_method("table", {"home", "west", "north", "away"}, 500);
  table.table = ShippingTable{};
  table.table->sections = {{{{"US", {"CA"}, {}, {}}}, {{1'000, {}, 300, 0, 0, 0}}, 0, {}, {}},
                           {{}, {{1'000, {}, 500, 0, 0, 0}, {5'000, {}, 900, 0, 0, 0}}, 0, {}, {}}};
  table.delivery = DeliveryRule{};
  ShippingMethod pickup = shipping_method("pickup", {"home"}, 0);
  pickup.pickup = {{"mill", "Mill", {}}};
  pickup.pickup[0].address.country = "US";
  document.shipping_methods = {table, pickup};
  document.fees = {fee_of("wrap", 300)};
}

}  // namespace

Shop good_shop() {
  Shop shop;
  StoreDocument& document = shop.document;
  document.zones.push_back({"west", "West", {{"US", {"CA", "NV"}}}});
  document.zones.push_back({"north", "North", {{"US", {}, "995", "999"}}});
  add_taxes(document);
  add_promotions(document);
  add_shipping(document);
  shop.sell("CUP", 900).weight_g = 300;
  shop.sell("POT", 3'400).weight_g = 900;
  shop.slice.products[0].category = "Tea";
  shop.slice.products[1].tags = {"Tea"};
  shop.slice.products[0].variants[0].prices = {{"Ten cups", {}, 10, 860, {}, {}}};
  return shop;
}

std::string told(const StoreFinding& finding) {
  const char* level = finding.level == FindingLevel::error ? "error " : "warning ";
  return level + finding.code + " at " + finding.path;
}

std::vector<std::string> told(const std::vector<StoreFinding>& findings) {
  std::vector<std::string> lines;
  for (const StoreFinding& finding : findings) lines.push_back(told(finding));
  return lines;
}

}  // namespace sealcart
