#include "support/peers/peer_shop.h"

#include <algorithm>

#include "support/told.h"

namespace sealcart::peers {

PeerShop::PeerShop(CaseReader& reader) : read(reader) {
  request.store.emplace();
  request.catalog.emplace();
  store().id = store().name = "peer";
  store().currency = catalog().currency = reader.currency().text();
  store().default_zone = kHome;
  store().tax_categories = {kUntaxed};
  need_zone(kHome, {"US"});
}

Variant& PeerShop::add_line(std::string label, std::int64_t price, std::int64_t quantity,
                            std::vector<std::string> groups) {
  if (label.empty()) label = "L" + std::to_string(lines.size() + 1);
  std::string sku = label;
  for (int again = 2; std::ranges::count(lines, sku, &PeerLine::sku) > 0; ++again) {
    sku = label + " " + std::to_string(again);
  }
  lines.push_back({label, sku, quantity, false});
  if (quantity > 0) request.lines.push_back({sku, quantity});
  Product& product = catalog().products.emplace_back();
  product.id = product.title = sku;
  product.tags = std::move(groups);
  Variant& variant = product.variants.emplace_back();
  variant.sku = sku;
  variant.price = price;
  variant.tax_category = kUntaxed;
  if (price < 0 || price > limits::kUnitPrice) read.cannot("a price below 0 or beyond the limit");
  return variant;
}

const PeerLine* PeerShop::line(std::string_view label) const {
  const auto found = std::ranges::find(lines, label, &PeerLine::label);
  return found == lines.end() ? nullptr : &*found;
}

std::string PeerShop::category(const std::vector<std::int32_t>& rates_ppm, bool included) {
  if (rates_ppm.empty()) return kUntaxed;
  std::string name = included ? "with" : "plus";
  for (const std::int32_t ppm : rates_ppm) name += " " + std::to_string(ppm);
  if (std::ranges::count(store().tax_categories, name) > 0) return name;
  need_category(name);
  for (const std::int32_t ppm : rates_ppm) add_rate(home, name, ppm, included);
  return name;
}

void PeerShop::need_category(const std::string& name) {
  auto& known = store().tax_categories;
  if (std::ranges::count(known, name) == 0) known.push_back(name);
}

TaxRate& PeerShop::add_rate(std::string zone, std::string category, std::int32_t ppm,
                            bool included) {
  need_category(category);
  TaxRate& rate = store().tax_rates.emplace_back();
  rate.id = category + " #" + std::to_string(store().tax_rates.size());
  rate.name = rate.id;
  rate.zone = std::move(zone);
  rate.category = std::move(category);
  rate.rate_ppm = ppm;
  rate.included = included;
  return rate;
}

void PeerShop::need_zone(const std::string& id, std::vector<std::string> countries) {
  if (std::ranges::count(store().zones, id, &TaxZone::id) > 0) return;
  TaxZone& zone = store().zones.emplace_back();
  zone.id = zone.name = id;
  for (std::string& country : countries) zone.places.emplace_back().country = std::move(country);
}

Promotion& PeerShop::add_promotion(PromotionTarget target, PromotionKind kind) {
  Promotion& promotion = store().promotions.emplace_back();
  promotion.id = promotion.name = "promotion " + std::to_string(store().promotions.size());
  promotion.target = target;
  promotion.kind = kind;
  promotion.combines_with = PromotionCombines{true, true, true};
  return promotion;
}

void PeerShop::set_value(Promotion& promotion, const Json& value) {
  if (promotion.kind != PromotionKind::percent) {
    promotion.amount = read.amount_of(value);
    return;
  }
  promotion.rate_ppm = read.ppm_of(value);
  if (promotion.rate_ppm > limits::kDiscountPpm) read.cannot("a discount of more than 100 %");
}

ShippingMethod& PeerShop::add_method(std::string id, std::int64_t amount, std::string category) {
  ShippingMethod& method = store().shipping_methods.emplace_back();
  method.id = method.name = std::move(id);
  method.amount = amount;
  method.tax_category = std::move(category);
  for (const TaxZone& zone : store().zones) method.zones.push_back(zone.id);
  if (request.shipping_method.empty()) request.shipping_method = method.id;
  return method;
}

std::optional<Snapshot> ask(CaseReader& read, PriceRequest request) {
  // Of a shop that delivers nothing nothing has to be delivered.
  if (request.store->shipping_methods.empty()) {
    for (Product& product : request.catalog->products) product.variants[0].ships = false;
  }
  Result<Snapshot> priced = Pricer().price(std::move(request));
  if (!priced) {
    read.cannot("refused: " + told(priced.error()));
    return std::nullopt;
  }
  return std::move(*priced);
}

}  // namespace sealcart::peers
