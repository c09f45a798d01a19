#include "services/catalogue.h"

#include <set>

namespace sealcart::server {
namespace {

// About 2 MB of JSON.
constexpr std::size_t kVariantsOfPage = 8'000;

CatalogSlice page_of(const Shop& shop, const CatalogQuery& query) {
  CatalogSlice slice{shop.currency(), {}};
  std::size_t variants = 0;
  std::size_t at = query.after.empty() ? 0 : shop.position(query.after) + 1;
  for (; at < shop.shown_order().size() && slice.products.size() < query.limit; ++at) {
    const Product* product = shop.catalog().product(shop.shown_order()[at]);
    if (!product || (!query.category.empty() && product->category != query.category)) continue;
    variants += product->variants.size();
    if (variants > kVariantsOfPage && !slice.products.empty()) break;
    slice.products.push_back(*product);
  }
  return slice;
}

}  // namespace

CatalogSlice read_catalog(const Shop& shop, const CatalogQuery& query) {
  if (query.skus.empty() && query.products.empty()) return page_of(shop, query);
  CatalogSlice slice{shop.currency(), {}};
  std::set<std::string_view> taken;
  const auto take = [&](const Product* product) {
    if (product && taken.insert(product->id).second) slice.products.push_back(*product);
  };
  for (const std::string& sku : query.skus) {
    if (const auto entry = shop.catalog().find(sku)) {
      take(entry->product);
    } else {
      slice.gone.push_back(sku);
    }
  }
  for (const std::string& id : query.products) take(shop.catalog().product(id));
  return slice;
}

void seed_stock(Storage& storage, Shop& shop) {
  for (const auto& [id, product] : shop.catalog().products()) {
    for (const Variant& variant : product.variants) {
      if (!variant.stock) continue;
      storage.seed_stock(shop.id(), variant.sku, *variant.stock, variant.backorder);
    }
  }
  for (const StockRecord& record : storage.stock(shop.id())) {
    shop.set_stock(record.sku, record.available);
  }
}

}  // namespace sealcart::server
