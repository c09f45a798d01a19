#include "sealcart/allowance.h"

#include <algorithm>

namespace sealcart {
namespace {

// What the stock and the product's limits leave for one line.
std::int64_t room_beside(const Catalog::Entry& entry, const Beside& beside) {
  std::int64_t room = entry.variant->max_quantity;
  const auto leave = [&](std::int64_t units) { room = std::min(room, units); };
  if (ends_with_stock(*entry.variant)) leave(*entry.variant->stock - beside.of_variant);
  const Product& product = *entry.product;
  if (product.max_per_order) leave(*product.max_per_order - beside.of_product);
  if (product.max_per_customer) {
    leave(*product.max_per_customer - beside.had - beside.of_product);
  }
  return room;
}

}  // namespace

std::vector<Catalog::Entry> goods_of(const Cart& cart, const Catalog& catalog) {
  std::vector<Catalog::Entry> goods;
  goods.reserve(cart.lines.size());
  for (const LineItem& line : cart.lines) {
    goods.push_back(catalog.find(line.sku).value_or(Catalog::Entry{}));
  }
  return goods;
}

Beside beside(const Cart& cart, std::span<const Catalog::Entry> goods,
              const std::vector<ProductUse>& bought, const Catalog::Entry& entry,
              std::size_t line) {
  Beside found;
  for (std::size_t i = 0; i < goods.size(); ++i) {
    if (i == line || goods[i].product != entry.product) continue;
    const std::int64_t units = quantity_of(cart.lines[i].lots);
    found.of_product += units;
    if (goods[i].variant == entry.variant) found.of_variant += units;
  }
  const auto use = std::ranges::find(bought, entry.product->id, &ProductUse::product);
  if (use != bought.end()) found.had = use->units;
  return found;
}

std::int64_t most_units(const Catalog::Entry& entry, const Beside& beside) {
  const std::int64_t room = room_beside(entry, beside);
  const std::int64_t most = room - room % entry.variant->step;
  return most < least_units(*entry.variant) ? 0 : most;
}

std::int64_t nearest_units(const Catalog::Entry& entry, const Beside& beside, std::int64_t wanted) {
  const std::int64_t most = most_units(entry, beside);
  if (wanted >= most) return most;
  const std::int64_t step = entry.variant->step;
  const std::int64_t over = wanted % step;
  const std::int64_t near = over * 2 > step ? wanted - over + step : wanted - over;
  return std::max(near, least_units(*entry.variant));
}

Status check_quantity(const Variant& variant, std::int64_t quantity, std::int64_t others) {
  const auto fault = quantity_fault(variant, quantity, others);
  if (!fault) return {};
  const auto refuse_with = [&](const char* name, std::int64_t value) {
    return refuse(Error(*fault, "quantity").with("given", quantity).with(name, value));
  };
  switch (*fault) {
    case ErrorCode::quantity_too_small:
      return refuse_with("min", variant.min_quantity);
    case ErrorCode::quantity_too_large:
      return refuse_with("max", variant.max_quantity);
    case ErrorCode::quantity_step:
      return refuse_with("step", variant.step);
    case ErrorCode::sold_out:
      return refuse(Error(*fault, "quantity"));
    default:
      return refuse_with("available", std::max<std::int64_t>(*variant.stock - others, 0));
  }
}

Status check_limits(const Product& product, std::int64_t units, std::int64_t had) {
  if (product.max_per_order && units > *product.max_per_order) {
    return refuse(Error(ErrorCode::order_limit, "quantity").with("max", *product.max_per_order));
  }
  if (product.max_per_customer && units > *product.max_per_customer - had) {
    return refuse(Error(ErrorCode::customer_limit, "quantity")
                      .with("max", *product.max_per_customer)
                      .with("had", had));
  }
  return {};
}

}  // namespace sealcart
