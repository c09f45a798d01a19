// A promotion lowers prices by a rule. Line promotions come first, one for each line (the best for
// the shopper); then one order promotion (again the best) is allocated to the lines by largest
// remainder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/limits.h"

namespace sealcart {

enum class PromotionTarget : std::uint8_t { line, order };
enum class PromotionKind : std::uint8_t { percent, fixed };

// `percent`: rate_ppm of the base. `fixed`: `amount` off each unit (line) or off the order.
// With a code it applies only to carts that carry the code. `min_subtotal` is compared with the
// item subtotal after line discounts. A line promotion names SKUs, categories, or nothing (every
// line).
struct Promotion {
  std::string id;
  std::string name;
  PromotionTarget target = PromotionTarget::order;
  PromotionKind kind = PromotionKind::percent;
  std::int32_t rate_ppm = 0;
  std::int64_t amount = 0;
  std::string code;
  std::int64_t min_subtotal = 0;
  std::vector<std::string> skus;
  std::vector<std::string> categories;
};

template <>
struct Describe<PromotionTarget> {
  static constexpr std::string_view doc =
      "What a promotion lowers: the price of lines, or of the whole order.";
};

template <>
struct Describe<PromotionKind> {
  static constexpr std::string_view doc =
      "How a promotion lowers: by a share, or by a fixed amount.";
};

template <>
struct Describe<Promotion> : Fields<Promotion> {
  static constexpr std::string_view doc = "A rule that lowers prices.";
  static constexpr std::array fields{
      field<&T::id>(bytes(1, limits::kIdBytes), "stable, named in explanations"),
      field<&T::name>(bytes(1, limits::kNameBytes), "shown"),
      field<&T::target>("what is lowered"),
      field<&T::kind>("how"),
      field<&T::rate_ppm>(range(0, limits::kDiscountPpm), "for percent").optional(),
      field<&T::amount>(range(0, limits::kUnitPrice), "minor units, for fixed").optional(),
      field<&T::code>(bytes(0, limits::kCodeBytes), "asked for; empty: automatic").optional(),
      field<&T::min_subtotal>(range(0, limits::kAmount), "least item subtotal, minor units")
          .optional(),
      field<&T::skus>(bytes(1, limits::kSkuBytes), "lines of these SKUs")
          .items(limits::kSelectors)
          .optional(),
      field<&T::categories>(bytes(1, limits::kNameBytes), "lines of products in these categories")
          .items(limits::kSelectors)
          .optional(),
  };
};

}  // namespace sealcart
