#include "services/shops.h"

#include <algorithm>
#include <utility>

#include "base/config_table.h"
#include "base/files.h"
#include "sealcart/limits.h"
#include "sealcart/wire.h"

namespace sealcart::server {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const Error& error) {
  std::string text = file.string() + ": ";
  if (!error.path.empty()) text += error.path + ": ";
  throw ConfigError(text + error_message(error) + "; " + std::string(error_fix(error.code)));
}

template <class T>
T read(const std::filesystem::path& file, std::size_t max_bytes) {
  const std::optional<std::string> text = read_file(file, max_bytes);
  if (!text) {
    throw ConfigError(file.string() + ": can't be read, or is larger than " +
                      std::to_string(max_bytes) + " bytes");
  }
  Result<T> value = read_json<T>(*text, max_bytes);
  if (!value) fail(file, value.error());
  return *std::move(value);
}

Store read_store(const std::filesystem::path& file) {
  Result<Store> store = Store::check(read<StoreDocument>(file, limits::kStoreJsonBytes));
  if (!store) fail(file, store.error());
  return *std::move(store);
}

std::int64_t largest_price_of(const Product& product) {
  std::int64_t largest = 0;
  for (const Variant& variant : product.variants) {
    largest = std::max(largest, variant.price);
    for (const ListPrice& listed : variant.prices) largest = std::max(largest, listed.amount);
  }
  return largest;
}

}  // namespace

Shop::Shop(const ShopFiles& files) : store_(read_store(files.document)) {
  for (const std::filesystem::path& file : files.catalogs) load_catalog(file);
  catalog_.close();
}

void Shop::load_catalog(const std::filesystem::path& file) {
  CatalogSlice slice = read<CatalogSlice>(file, limits::kCatalogJsonBytes);
  for (const Product& product : slice.products) {
    largest_price_ = std::max(largest_price_, largest_price_of(product));
    if (!positions_.emplace(product.id, shown_order_.size()).second) continue;
    shown_order_.push_back(product.id);
  }
  if (Status loaded = catalog_.load(std::move(slice), currency()); !loaded) {
    fail(file, loaded.error());
  }
}

std::size_t Shop::position(std::string_view product) const {
  const auto found = positions_.find(product);
  return found == positions_.end() ? shown_order_.size() : found->second;
}

bool Shop::surely_fits(const Cart& cart) const {
  constexpr std::int64_t kFarBelow = limits::kAmount / 1'000'000;
  std::int64_t units = 0;
  for (const LineItem& line : cart.lines) units += quantity_of(line.lots);
  return largest_price_ == 0 || units <= kFarBelow / largest_price_;
}

void Shop::set_stock(std::string_view sku, std::int64_t available) {
  const std::optional<Catalog::Entry> entry = catalog_.find(sku);
  if (!entry || !entry->variant->stock) return;
  const auto units =
      static_cast<std::int32_t>(std::clamp<std::int64_t>(available, 0, 1'000'000'000));
  if (*entry->variant->stock == units) return;
  CatalogSlice slice{currency(), {*entry->product}};
  for (Variant& variant : slice.products.front().variants) {
    if (variant.sku == sku) variant.stock = units;
  }
  // The product was checked when it was loaded; only a number in range differs.
  static_cast<void>(catalog_.load(std::move(slice), currency()));
}

Shops::Shops(const std::vector<ShopFiles>& files) {
  for (const ShopFiles& entry : files) {
    Shop shop(entry);
    const std::string id = shop.id();
    if (!shops_.emplace(id, std::move(shop)).second) {
      throw ConfigError(entry.document.string() + ": the store " + id + " is configured twice");
    }
    ids_.push_back(id);
  }
}

Shop* Shops::find(std::string_view id) {
  const auto found = shops_.find(id);
  return found == shops_.end() ? nullptr : &found->second;
}

}  // namespace sealcart::server
