// Reading what a store sells.
#pragma once

#include <string>
#include <vector>

#include "services/work.h"

namespace sealcart::server {

// One of: the products of some SKUs, some products, or the products after one in shown order.
struct CatalogQuery {
  std::vector<std::string> skus;
  std::vector<std::string> products;
  std::string after;     // product id; empty: from the first
  std::string category;  // empty: all
  std::size_t limit = 100;
};

inline constexpr std::size_t kCatalogNames = 256;  // SKUs or products one query names
inline constexpr std::size_t kCatalogPage = 100;   // products of one page

// Unknown names are left out. A page ends early when its products have very many variants.
CatalogSlice read_catalog(const Shop& shop, const CatalogQuery& query);

// Fills the stock table from the catalogue (variants it does not know yet), then tells the
// catalogue what the table says.
void seed_stock(Storage& storage, Shop& shop);

}  // namespace sealcart::server
