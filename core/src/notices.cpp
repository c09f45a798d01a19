#include <algorithm>

#include "path.h"
#include "sealcart/calendar.h"
#include "troubles.h"

namespace sealcart {
namespace {

// What is sold beyond the stock waits; else a little that is left is said, while it is enough.
std::optional<Error> stock_notice(const Catalog::Entry& entry, std::int64_t units,
                                  std::int64_t others, std::optional<std::int32_t> low) {
  const Variant& variant = *entry.variant;
  if (!variant.stock) return {};
  const std::int64_t left = std::max<std::int64_t>(*variant.stock - others, 0);
  if (units > left) {
    if (!variant.backorder) return {};  // a problem tells it
    return Error(ErrorCode::on_backorder).with("units", units - left);
  }
  if (!low || *variant.stock > *low) return {};
  return Error(ErrorCode::low_stock).with("available", std::int64_t{*variant.stock});
}

std::optional<Error> conflict_notice(const std::vector<Lot>& lots) {
  const Choices chosen = choices_of(lots);
  if (!chosen.differ()) return {};
  return Error(ErrorCode::quantity_conflict)
      .with("least", std::int64_t{chosen.least})
      .with("most", std::int64_t{chosen.most});
}

std::optional<Error> preorder_notice(const Product& product, const PriceContext& context) {
  if (!product.preorder_from || !(context.now < *product.preorder_from)) return {};
  const std::int64_t day = local_time(product.preorder_from->ms, context.utc_offset_min).day;
  if (day > kLastDay) return {};
  return Error(ErrorCode::on_preorder).with("date", format_date(day));
}

}  // namespace

std::vector<Error> notices(const Cart& cart, const Store& store,
                           std::span<const Catalog::Entry> goods, const PriceContext& context) {
  std::vector<Error> found;
  const auto tell = [&](std::optional<Error> notice, std::size_t line) {
    if (notice) found.push_back(std::move(*notice).inside(at("lines", line)));
  };
  const auto store_low = store.document().low_stock_at;
  for (std::size_t i = 0; i < goods.size(); ++i) {
    tell(conflict_notice(cart.lines[i].lots), i);
    if (goods[i].variant == nullptr) continue;
    const Product& product = *goods[i].product;
    tell(preorder_notice(product, context), i);
    // Lines before this one are served first.
    std::int64_t before = 0;
    for (std::size_t k = 0; k < i && goods[i].variant->stock; ++k) {
      if (goods[k].variant == goods[i].variant) before += quantity_of(cart.lines[k].lots);
    }
    const auto low = product.low_stock_at ? product.low_stock_at : store_low;
    tell(stock_notice(goods[i], quantity_of(cart.lines[i].lots), before, low), i);
  }
  return found;
}

}  // namespace sealcart
