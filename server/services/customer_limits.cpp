#include "services/customer_limits.h"

#include <algorithm>
#include <map>

namespace sealcart::server {
namespace {

struct TakenOfProduct {
  std::int64_t units = 0;
  std::size_t last_line = 0;
};

}  // namespace

std::vector<ProductUse> bought_by(Work& work, const Shop& shop, const Hash32& shopper) {
  std::vector<ProductUse> bought = work.storage.units_taken(shop.id(), shopper);
  std::erase_if(bought, [&](const ProductUse& use) {
    const Product* product = shop.catalog().product(use.product);
    return product == nullptr || !product->max_per_customer;
  });
  return bought;
}

Status take_units(Work& work, const Shop& shop, const Snapshot& snapshot, const Hash32& shopper) {
  // In sorted order, so that two orders never wait for each other's rows.
  std::map<std::string_view, TakenOfProduct> products;
  for (std::size_t i = 0; i < snapshot.lines.size(); ++i) {
    TakenOfProduct& taken = products[snapshot.lines[i].product];
    taken.units += snapshot.lines[i].quantity;
    taken.last_line = i;
  }
  for (const auto& [id, taken] : products) {
    const Product* product = shop.catalog().product(id);
    const auto limit = product == nullptr ? std::nullopt : product->max_per_customer;
    if (work.storage.take_units({shop.id(), std::string(id), shopper, taken.units, limit})) {
      continue;
    }
    const std::vector<ProductUse> bought = bought_by(work, shop, shopper);
    const auto use = std::ranges::find(bought, id, &ProductUse::product);
    return refuse(
        Error(ErrorCode::customer_limit, "lines[" + std::to_string(taken.last_line) + "].quantity")
            .with("max", limit.value_or(0))
            .with("had", use == bought.end() ? 0 : use->units));
  }
  return {};
}

}  // namespace sealcart::server
