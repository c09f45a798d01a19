#include "replay/price_book.h"

#include <algorithm>
#include <map>

#include "sealcart/format.h"

namespace sealcart::replay {
namespace {

Product product_of(const std::string& code, const std::vector<std::string>& prices) {
  Product product;
  product.id = code;
  product.title = code;
  product.options.push_back({"Price", prices});
  for (const std::string& price : prices) {
    Variant variant;
    variant.sku = sku_of({code, 1, price});
    variant.price = *price_of({code, 1, price});
    variant.options = {price};
    variant.tax_category = "standard";
    variant.ships = false;
    product.variants.push_back(std::move(variant));
  }
  return product;
}

}  // namespace

std::string sku_of(const SoldLine& line) { return line.code + "@" + line.price; }

Result<std::int64_t> price_of(const SoldLine& line) {
  return parse_decimal(line.price, *find_currency("GBP"));
}

StoreDocument replay_store() {
  StoreDocument store;
  store.id = "replay";
  store.name = "Replayed carts";
  store.currency = "GBP";
  store.default_zone = "anywhere";
  store.tax_categories = {"standard"};
  store.zones = {{"anywhere", "Anywhere", {{"GB", {}}}}};
  return store;
}

CatalogSlice price_book(const std::vector<SoldCart>& carts) {
  std::map<std::string, std::vector<std::string>> prices;
  for (const SoldCart& cart : carts) {
    for (const SoldLine& line : cart.lines) {
      if (!price_of(line)) continue;
      auto& known = prices[line.code];
      if (std::ranges::find(known, line.price) == known.end()) known.push_back(line.price);
    }
  }
  CatalogSlice slice{"GBP", {}};
  for (auto& [code, known] : prices) {
    std::ranges::sort(known);
    slice.products.push_back(product_of(code, known));
  }
  return slice;
}

}  // namespace sealcart::replay
