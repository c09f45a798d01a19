// The stores of this server: rules and catalogue as loaded at the start, with stock as it stands.
// Touched by the storage thread alone.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/cart.h"
#include "sealcart/catalog.h"
#include "sealcart/store.h"

namespace sealcart::server {

struct ShopFiles {
  std::filesystem::path document;
  std::vector<std::filesystem::path> catalogs;
};

class Shop {
 public:
  // Throws ConfigError, which names file, path and fix.
  explicit Shop(const ShopFiles& files);

  const Store& store() const { return store_; }
  const Catalog& catalog() const { return catalog_; }
  const std::string& id() const { return store_.document().id; }
  const std::string& currency() const { return store_.document().currency; }
  // Product ids in the order of the catalogue files.
  const std::vector<std::string>& shown_order() const { return shown_order_; }
  // Position of a product in shown_order(); its size when there is none of that id.
  std::size_t position(std::string_view product) const;

  // The goods are worth so little that no sum of the cart can come near limits::kAmount, without
  // pricing it: a charge would have to be a million times the goods.
  bool surely_fits(const Cart& cart) const;

  // Tells the catalogue how many units of a counted variant can be sold now.
  void set_stock(std::string_view sku, std::int64_t available);

 private:
  void load_catalog(const std::filesystem::path& file);

  Store store_;
  Catalog catalog_;
  std::vector<std::string> shown_order_;
  std::map<std::string, std::size_t, std::less<>> positions_;
  std::int64_t largest_price_ = 0;  // of one unit, on any price list
};

// By store id; the first of the configuration is the default.
class Shops {
 public:
  explicit Shops(const std::vector<ShopFiles>& files);

  Shop* find(std::string_view id);
  const std::vector<std::string>& ids() const { return ids_; }

 private:
  std::map<std::string, Shop, std::less<>> shops_;
  std::vector<std::string> ids_;
};

}  // namespace sealcart::server
