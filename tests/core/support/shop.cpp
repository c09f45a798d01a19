#include "support/shop.h"

#include "support/told.h"

namespace sealcart {

CartId cart_id(std::uint8_t last) {
  CartId id;
  id.bytes.back() = last;
  return id;
}

Cart empty_cart() {
  Cart cart;
  cart.id = cart_id();
  return cart;
}

Variant variant_of(std::string sku, std::int64_t price) {
  Variant variant;
  variant.sku = std::move(sku);
  variant.price = price;
  variant.tax_category = "standard";
  return variant;
}

Product product_of(std::string id, std::vector<Variant> variants) {
  Product product;
  product.title = "Title of " + id;
  product.id = std::move(id);
  product.variants = std::move(variants);
  return product;
}

Promotion percent_off(std::string id, PromotionTarget target, std::int32_t rate_ppm) {
  Promotion promotion;
  promotion.name = "Name of " + id;
  promotion.id = std::move(id);
  promotion.target = target;
  promotion.kind = PromotionKind::percent;
  promotion.rate_ppm = rate_ppm;
  return promotion;
}

Promotion fixed_off(std::string id, PromotionTarget target, std::int64_t amount) {
  Promotion promotion = percent_off(std::move(id), target, 0);
  promotion.kind = PromotionKind::fixed;
  promotion.amount = amount;
  return promotion;
}

TaxRate tax_rate(std::string zone, std::string category, std::int32_t ppm, bool included) {
  std::string id = zone + "-" + category;
  TaxRate rate;
  rate.id = id;
  rate.zone = std::move(zone);
  rate.category = std::move(category);
  rate.name = "Tax " + id;
  rate.rate_ppm = ppm;
  rate.included = included;
  return rate;
}

ShippingMethod shipping_method(std::string id, std::vector<std::string> zones,
                               std::int64_t amount) {
  ShippingMethod method;
  method.name = "Name of " + id;
  method.id = std::move(id);
  method.zones = std::move(zones);
  method.amount = amount;
  method.tax_category = "none";
  return method;
}

Fee fee_of(std::string id, std::int64_t amount) {
  Fee fee;
  fee.name = "Name of " + id;
  fee.id = std::move(id);
  fee.amount = amount;
  fee.tax_category = "none";
  return fee;
}

Shop::Shop() {
  document.id = "shop";
  document.name = "Shop";
  document.currency = "USD";
  document.default_zone = "home";
  document.tax_categories = {"standard", "reduced", "none"};
  document.zones = {{"home", "Home", {{"US", {}}}}, {"away", "Away", {{"CA", {}}}}};
  slice.currency = "USD";
}

Variant& Shop::sell(std::string sku, std::int64_t price, std::string tax_category) {
  Variant variant = variant_of(sku, price);
  variant.tax_category = std::move(tax_category);
  slice.products.push_back(product_of("product-" + sku, {std::move(variant)}));
  return slice.products.back().variants.front();
}

Store Shop::store() const {
  auto store = Store::check(document);
  must(store);
  return std::move(*store);
}

Catalog Shop::catalog() const {
  Catalog catalog;
  must(catalog.load(slice, slice.currency));
  return catalog;
}

Variant& PricingCase::line(std::string sku, std::int64_t price, std::int32_t quantity,
                           std::string tax_category) {
  put(sku, quantity);
  return sell(std::move(sku), price, std::move(tax_category));
}

void PricingCase::put(std::string_view sku, std::int32_t quantity) {
  must(apply(cart, make_add(cart, {kMaker, 0}, sku, quantity)));
}

void PricingCase::code(std::string_view code) {
  must(apply(cart, make_code(cart, {kMaker, 0}, code, true)));
}

void PricingCase::ship_to(std::string country, std::string region) {
  const Destination destination{std::move(country), std::move(region), {}};
  must(apply(cart, make_destination(cart, {kMaker, 0}, destination)));
}

void PricingCase::choose_method(std::string_view method) {
  must(apply(cart, make_shipping_method(cart, {kMaker, 0}, method)));
}

Priced PricingCase::priced() const { return price_cart(cart, store(), catalog(), {}); }

}  // namespace sealcart
