// How many units of a variant a line may hold: its own least, most and step, the stock, which it
// shares with the other lines of the variant, and the limits of its product for one order and one
// customer, which it shares with the other lines of the product.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sealcart/cart.h"
#include "sealcart/catalog.h"
#include "sealcart/limits.h"
#include "sealcart/price_context.h"
#include "sealcart/result.h"

namespace sealcart {

// What counts beside the units of one line.
struct Beside {
  std::int64_t of_variant = 0;  // in the other lines
  std::int64_t of_product = 0;  // in the other lines, those of the variant among them
  std::int64_t had = 0;         // of the product, in the customer's orders before
};

// What each line of a cart is; both null: the catalogue does not have it.
std::vector<Catalog::Entry> goods_of(const Cart& cart, const Catalog& catalog);

// `goods` are the cart's. `line` may be one past the last: a line that is not in the cart yet.
Beside beside(const Cart& cart, std::span<const Catalog::Entry> goods,
              const std::vector<ProductUse>& bought, const Catalog::Entry& entry, std::size_t line);

// Whether what a line may hold depends on more than its variant.
inline bool shares_limits(const Product& product) {
  return product.max_per_order || product.max_per_customer;
}

// The least multiple of the step that is not below the least quantity.
inline std::int64_t least_units(const Variant& variant) {
  const std::int64_t step = variant.step;
  return (variant.min_quantity + step - 1) / step * step;
}
// Stock is counted and nothing is sold beyond it.
inline bool ends_with_stock(const Variant& variant) { return variant.stock && !variant.backorder; }
// Not even the least quantity can be had.
inline bool is_sold_out(const Variant& variant) {
  return ends_with_stock(variant) && *variant.stock < least_units(variant);
}

// What a line may hold at most, and the quantity nearest to what is wanted that it may hold, of
// equally near ones the smaller; 0: none.
std::int64_t most_units(const Catalog::Entry& entry, const Beside& beside);
std::int64_t nearest_units(const Catalog::Entry& entry, const Beside& beside, std::int64_t wanted);

// What the variant has against a line's quantity: quantity_too_small, sold_out, quantity_too_large,
// quantity_step, stock_insufficient. `others`: units of the variant in other lines.
inline std::optional<ErrorCode> quantity_fault(const Variant& variant, std::int64_t quantity,
                                               std::int64_t others = 0) {
  if (quantity < 1) return ErrorCode::quantity_too_small;
  if (is_sold_out(variant)) return ErrorCode::sold_out;
  if (quantity < variant.min_quantity) return ErrorCode::quantity_too_small;
  if (quantity > variant.max_quantity) return ErrorCode::quantity_too_large;
  const auto units = static_cast<std::int32_t>(quantity);
  if (variant.step != 1 && units % variant.step != 0) return ErrorCode::quantity_step;
  if (ends_with_stock(variant) && units > *variant.stock - others) {
    return ErrorCode::stock_insufficient;
  }
  return std::nullopt;
}
// The same as a refusal, at path "quantity".
Status check_quantity(const Variant& variant, std::int64_t quantity, std::int64_t others = 0);

// What the product has against so many units of it in one order: order_limit {max}, customer_limit
// {max, had}; at path "quantity".
Status check_limits(const Product& product, std::int64_t units, std::int64_t had);

}  // namespace sealcart
