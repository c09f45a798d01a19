// An adjustment is a signed change of money with its reason: every stage of the pricing pipe emits
// them.
#pragma once

#include <string>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/ids.h"
#include "sealcart/limits.h"

namespace sealcart {

enum class AdjustmentKind : std::uint8_t {
  unit_price,
  line_discount,
  order_discount,
  shipping,
  shipping_discount,
  fee,
  included_tax,
  additional_tax,
  tender,
};

// `rule` is the id of the promotion, shipping method, fee, tax rate or tender; `base` the amount
// the rule was applied to. A tax that is included in the price changes nothing and is told all the
// same. `unit_price`: a list, volume or sale price is in force (`name`; `rule` is empty); base is
// what the units would cost at the variant's own price.
struct Adjustment {
  AdjustmentKind kind = AdjustmentKind::line_discount;
  std::string rule;
  std::string name;
  std::optional<LineId> line;  // absent: the order as a whole
  std::int64_t base = 0;
  std::int64_t amount = 0;
};

template <>
struct Describe<AdjustmentKind> {
  static constexpr std::string_view doc = "What an adjustment is for.";
};

template <>
struct Describe<Adjustment> : Fields<Adjustment> {
  static constexpr std::string_view doc = "A signed change of money with its reason.";
  static constexpr std::array fields{
      field<&T::kind>("which stage"),
      field<&T::rule>(bytes(0, limits::kIdBytes), "id of the rule"),
      field<&T::name>(bytes(0, limits::kNameBytes), "shown name of the rule"),
      field<&T::line>("the line; absent: the order as a whole"),
      field<&T::base>(range(-limits::kAmount, limits::kAmount), "minor units"),
      field<&T::amount>(range(-limits::kAmount, limits::kAmount), "minor units"),
  };
};

}  // namespace sealcart
