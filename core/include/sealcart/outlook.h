// What may become of a price: what is missing to the next saving, when a rule or price changes, why
// a code does nothing, what became dearer since it was put in, what may be had for nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/ids.h"
#include "sealcart/limits.h"
#include "sealcart/time.h"
#include "sealcart/totals.h"

namespace sealcart {

// `amount` and `units` as in GoalGap. `spend`: the least that further goods have to cost, before
// promotions, to get there; they are one unit, untaxed, that the promotion asks for and that no
// other promotion of lines lowers. Absent: nothing is missing, units are, no spending gets there,
// or it would take too long to find out.
struct SnapshotGap {
  GoalKind kind = GoalKind::promotion;
  std::string rule;
  std::string name;
  std::int64_t amount = 0;
  std::int64_t units = 0;
  std::optional<std::int64_t> spend;
};

// `promotion` empty: a price, a tax rate or a tender begins or ends.
struct NextChange {
  Timestamp at;
  std::string promotion;
};

// Units that a promotion gives away and the cart lacks.
struct SnapshotGift {
  std::string promotion;
  std::string sku;
  std::int64_t units = 0;
};

struct PriceChange {
  LineId line;
  std::string sku;
  std::int64_t was = 0;
  std::int64_t now = 0;
};

// Shopify's vocabulary (its DISCOUNT_* warnings), one to one. incompatible_purchase_type is never
// given here: everything is bought once. code_not_honoured: it would count, but another promotion
// lowers the price more.
enum class CodeReason : std::uint8_t {
  applied,
  currently_inactive,
  customer_not_eligible,
  customer_usage_limit_reached,
  incompatible_purchase_type,
  not_found,
  no_entitled_line_items,
  no_entitled_shipping_lines,
  purchase_not_in_range,
  quantity_not_in_range,
  usage_limit_reached,
  code_not_honoured,
};

// `beaten_by`: index into the store's promotions; none: no single one is to name.
struct CodeStanding {
  CodeReason reason = CodeReason::applied;
  std::int32_t beaten_by = kNone;
};

// Beside PriceInput::goals.
std::vector<SnapshotGap> gaps_of(const StoreDocument& doc, const Priced& priced);

std::optional<NextChange> next_change_of(const StoreDocument& doc, const Priced& priced);

std::vector<SnapshotGift> gifts_of(const Cart& cart, const StoreDocument& doc,
                                   const Priced& priced);

// The price of a SKU among those seen; looked for first at the place of its line.
const SeenPrice* find_seen(const std::vector<SeenPrice>& seen, std::string_view sku,
                           std::size_t line);

// Whether a line costs another price than the shopper saw. A price that another quantity of the
// same line still has is none that changed.
std::optional<PriceChange> price_change_of(const Cart& cart, const Priced& priced, std::size_t line,
                                           const std::vector<SeenPrice>& seen);

// What a code of the cart does now; `trace` is that of the price.
CodeStanding standing_of(std::string_view code, const Cart& cart, const Store& store,
                         const Catalog& catalog, const Priced& priced, const PriceContext& context,
                         const Trace& trace);

// Differs when another quantity changed more of the above than amounts.
std::uint64_t outlook_mark(const Cart& cart, const StoreDocument& doc, const Priced& priced);

template <>
struct Describe<GoalKind> {
  static constexpr std::string_view doc = "What a shopper may still reach.";
};

template <>
struct Describe<CodeReason> {
  static constexpr std::string_view doc =
      "What a code does now, in Shopify's words: applied, or why it lowers nothing.";
};

template <>
struct Describe<SnapshotGap> : Fields<SnapshotGap> {
  static constexpr std::string_view doc =
      "What is missing to a promotion, to free shipping, or to "
      "the end of a fee; all 0: reached.";
  static constexpr std::array fields{
      field<&T::kind>("of what"),
      field<&T::rule>(bytes(1, limits::kIdBytes), "id of the promotion, method or fee"),
      field<&T::name>(bytes(1, limits::kNameBytes), "shown"),
      field<&T::amount>(range(0, limits::kAmount), "of the items after discounts, minor units"),
      field<&T::units>(range(0, limits::kAmount), "units"),
      field<&T::spend>(range(0, limits::kAmount),
                       "least that further goods have to cost before discounts; absent: no amount "
                       "alone gets there"),
  };
};

template <>
struct Describe<NextChange> : Fields<NextChange> {
  static constexpr std::string_view doc = "When another rule or price begins or ends.";
  static constexpr std::array fields{
      field<&T::at>("the moment"),
      field<&T::promotion>(bytes(0, limits::kIdBytes), "id; empty: a price, a tax or a tender"),
  };
};

template <>
struct Describe<SnapshotGift> : Fields<SnapshotGift> {
  static constexpr std::string_view doc = "Units that are free and not yet in the cart.";
  static constexpr std::array fields{
      field<&T::promotion>(bytes(1, limits::kIdBytes), "id"),
      field<&T::sku>(bytes(1, limits::kSkuBytes), "what to add"),
      field<&T::units>(range(1, limits::kQuantity), "how many more"),
  };
};

template <>
struct Describe<PriceChange> : Fields<PriceChange> {
  static constexpr std::string_view doc = "A unit price that is not the one the shopper agreed to.";
  static constexpr std::array fields{
      field<&T::line>("the line"),
      field<&T::sku>(bytes(1, limits::kSkuBytes), "variant"),
      field<&T::was>(range(0, limits::kUnitPrice), "seen, minor units"),
      field<&T::now>(range(0, limits::kUnitPrice), "minor units"),
  };
};

}  // namespace sealcart
