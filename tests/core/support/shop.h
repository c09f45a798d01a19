// Stores, catalogues and carts under construction. Each function sets up one fact of a case.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sealcart/cart.h"
#include "sealcart/catalog.h"
#include "sealcart/op.h"
#include "sealcart/store.h"
#include "sealcart/totals.h"

namespace sealcart {

inline constexpr ReplicaId kMaker = 7;

// A CartId that ends in `last`.
CartId cart_id(std::uint8_t last = 1);
Cart empty_cart();

Variant variant_of(std::string sku, std::int64_t price);
Product product_of(std::string id, std::vector<Variant> variants);

Promotion percent_off(std::string id, PromotionTarget target, std::int32_t rate_ppm);
Promotion fixed_off(std::string id, PromotionTarget target, std::int64_t amount);
TaxRate tax_rate(std::string zone, std::string category, std::int32_t ppm, bool included);
ShippingMethod shipping_method(std::string id, std::vector<std::string> zones, std::int64_t amount);
Fee fee_of(std::string id, std::int64_t amount);

// A shop in USD with the zones "home" (US, the default) and "away" (CA), the tax categories
// standard, reduced and none, and nothing else.
struct Shop {
  StoreDocument document;
  CatalogSlice slice;

  Shop();
  Variant& sell(std::string sku, std::int64_t price, std::string tax_category = "standard");
  Store store() const;
  Catalog catalog() const;
};

// A cart of that shop: lines in the order they were put in.
struct PricingCase : Shop {
  Cart cart = empty_cart();

  // Sells it and puts it in.
  Variant& line(std::string sku, std::int64_t price, std::int32_t quantity,
                std::string tax_category = "standard");
  void put(std::string_view sku, std::int32_t quantity);
  void code(std::string_view code);
  void ship_to(std::string country, std::string region = {});
  void choose_method(std::string_view method);

  Priced priced() const;
  Totals totals() const { return priced().totals; }
};

}  // namespace sealcart
