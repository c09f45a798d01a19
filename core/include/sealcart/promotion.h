// A promotion lowers prices by a rule: of lines, of the order as a whole, or of its shipping.
//
// Who is lowered first. Classes come in the order line, order, shipping; within a class the lanes
// pre, main, post; within a lane the higher priority, then the earlier in the store document. Each
// promotion sees what is left when its turn comes, and never takes more than that.
//
// Who is lowered at all. Promotions of one class and lane compete, line promotions for each line:
// the one that takes most off wins. A promotion that says `combinesWith` its own class does not
// compete. Promotions that exclude each other (one `exclusiveGroup`, or one does not combine with
// the class of the other) are chosen between by the store's `conflicts`: the cheapest total, or
// the higher priority.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/time.h"

namespace sealcart {

enum class PromotionTarget : std::uint8_t { line, order, shipping };
enum class PromotionKind : std::uint8_t { percent, fixed, price };
enum class PromotionLane : std::uint8_t { pre, main, post };
enum class PromotionPer : std::uint8_t { unit, line };
enum class TierBy : std::uint8_t { subtotal, quantity, line_quantity };
enum class UnitChoice : std::uint8_t { cheapest, dearest };

// From a threshold on another rate or amount; below the first one those of the promotion itself.
struct PromotionTier {
  std::int64_t from = 0;
  std::int32_t rate_ppm = 0;
  std::int64_t amount = 0;
};

// Lines that have to be in the cart: at least `quantity` units that cost at least `subtotal` before
// discounts. Names SKUs, categories or both; nothing: any line.
struct PromotionNeed {
  std::vector<std::string> skus;
  std::vector<std::string> categories;
  std::int32_t quantity = 1;
  std::int64_t subtotal = 0;
};

// Which units are lowered, counted in whole groups. Buy X get Y: for each `buy` units of the
// named lines (none named: the promotion's own), `get` other units of the promotion's own lines are
// lowered, the cheapest or the dearest of them. Quantity group (`get` 0): the `buy` units
// themselves are; a fixed amount or price is then that of the group. A unit counts once, over all
// promotions of this kind.
struct PromotionUnits {
  std::int32_t buy = 1;
  std::int32_t get = 0;
  std::vector<std::string> skus;
  std::vector<std::string> categories;
  std::int32_t max_times = 0;
};

// The classes a promotion goes together with.
struct PromotionCombines {
  bool line = false;
  bool order = false;
  bool shipping = false;
};

// `percent`: rate_ppm of the base. `fixed`: `amount` off each unit, each line (`per`), the order or
// its shipping. `price`: a unit, the named lines together, or the shipping cost `amount` instead,
// if that is less.
struct Promotion {
  std::string id;
  std::string name;
  PromotionTarget target = PromotionTarget::order;
  PromotionKind kind = PromotionKind::percent;
  std::int32_t rate_ppm = 0;
  std::int64_t amount = 0;

  // When it counts.
  std::string code;
  std::int64_t min_subtotal = 0;
  std::optional<std::int64_t> max_subtotal;
  std::int32_t min_quantity = 0;
  std::vector<PromotionNeed> needs;
  std::vector<std::string> zones;
  std::vector<std::string> shipping_methods;
  std::vector<std::string> customer_groups;
  bool first_order = false;
  std::optional<Timestamp> starts_at;
  std::optional<Timestamp> ends_at;
  std::optional<std::int64_t> usage_limit;
  std::optional<std::int64_t> shopper_limit;

  // Which lines; nothing named: all.
  std::vector<std::string> skus;
  std::vector<std::string> categories;
  std::vector<std::string> except_skus;
  std::vector<std::string> except_categories;
  std::optional<std::int64_t> min_unit_price;
  std::optional<std::int64_t> max_unit_price;

  // How much.
  TierBy tier_by = TierBy::subtotal;
  std::vector<PromotionTier> tiers;
  PromotionPer per = PromotionPer::unit;
  std::optional<std::int64_t> further_amount;
  std::int32_t max_units = 0;
  std::int32_t max_units_per_line = 0;
  UnitChoice choose = UnitChoice::cheapest;
  std::optional<PromotionUnits> units;
  bool gift = false;
  std::optional<std::int64_t> max_amount;

  // Together with what.
  PromotionLane lane = PromotionLane::main;
  std::int32_t priority = 0;
  std::string exclusive_group;
  std::optional<PromotionCombines> combines_with;
};

template <>
struct Describe<PromotionTarget> {
  static constexpr std::string_view doc =
      "What a promotion lowers: the price of lines, of the order as a whole, or of shipping.";
};

template <>
struct Describe<PromotionKind> {
  static constexpr std::string_view doc =
      "How a promotion lowers: by a share, by a fixed amount, or to a price.";
};

template <>
struct Describe<PromotionLane> {
  static constexpr std::string_view doc =
      "When its turn comes within its class; promotions of one lane compete, lanes add up.";
};

template <>
struct Describe<PromotionPer> {
  static constexpr std::string_view doc = "A fixed amount is off each unit, or off each line.";
};

template <>
struct Describe<TierBy> {
  static constexpr std::string_view doc =
      "What the tiers of a promotion count: the value of the items, their units, or the units of "
      "each line.";
};

template <>
struct Describe<UnitChoice> {
  static constexpr std::string_view doc = "Which units a limited promotion lowers.";
};

template <>
struct Describe<PromotionTier> : Fields<PromotionTier> {
  static constexpr std::string_view doc = "Another rate or amount from a threshold on.";
  static constexpr std::array fields{
      field<&T::from>(range(1, limits::kAmount), "minor units or units, see tierBy"),
      field<&T::rate_ppm>(range(0, limits::kDiscountPpm), "for percent").optional(),
      field<&T::amount>(range(0, limits::kUnitPrice), "minor units, for fixed and price")
          .optional(),
  };
};

template <>
struct Describe<PromotionNeed> : Fields<PromotionNeed> {
  static constexpr std::string_view doc = "Lines that have to be in the cart.";
  static constexpr std::array fields{
      field<&T::skus>(bytes(1, limits::kSkuBytes), "any of these SKUs")
          .items(limits::kSelectors)
          .optional(),
      field<&T::categories>(bytes(1, limits::kNameBytes), "or of these categories or tags")
          .items(limits::kSelectors)
          .optional(),
      field<&T::quantity>(range(1, limits::kQuantity), "least units of them together").optional(),
      field<&T::subtotal>(range(0, limits::kAmount), "least value before discounts, minor units")
          .optional(),
  };
};

template <>
struct Describe<PromotionUnits> : Fields<PromotionUnits> {
  static constexpr std::string_view doc = "Buy X get Y, or groups of units.";
  static constexpr std::array fields{
      field<&T::buy>(range(1, limits::kQuantity), "units of a group"),
      field<&T::get>(range(0, limits::kQuantity),
                     "units lowered for each group; 0: those of the group itself")
          .optional(),
      field<&T::skus>(bytes(1, limits::kSkuBytes), "what is to be bought")
          .items(limits::kSelectors)
          .optional(),
      field<&T::categories>(bytes(1, limits::kNameBytes), "or of these categories or tags")
          .items(limits::kSelectors)
          .optional(),
      field<&T::max_times>(range(0, limits::kQuantity), "groups at most; 0: as many as there are")
          .optional(),
  };
};

template <>
struct Describe<PromotionCombines> : Fields<PromotionCombines> {
  static constexpr std::string_view doc = "The classes a promotion goes together with.";
  static constexpr std::array fields{
      field<&T::line>("with promotions of lines").optional(),
      field<&T::order>("with promotions of the order").optional(),
      field<&T::shipping>("with promotions of shipping").optional(),
  };
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
      field<&T::amount>(range(0, limits::kUnitPrice), "minor units, for fixed and price")
          .optional(),
      field<&T::code>(bytes(0, limits::kCodeBytes), "asked for; empty: automatic").optional(),
      field<&T::min_subtotal>(range(0, limits::kAmount),
                              "least value of the items when its turn comes, minor units")
          .optional(),
      field<&T::max_subtotal>(range(0, limits::kAmount), "most value of the items, minor units"),
      field<&T::min_quantity>(range(0, limits::kQuantity), "least units in the cart").optional(),
      field<&T::needs>("each has to be met").items(limits::kNeeds).optional(),
      field<&T::zones>(bytes(1, limits::kIdBytes), "destinations in these zones; empty: all")
          .items(limits::kZones)
          .optional(),
      field<&T::shipping_methods>(bytes(1, limits::kIdBytes),
                                  "one of these is chosen; empty: any or none")
          .items(limits::kShippingMethods)
          .optional(),
      field<&T::customer_groups>(bytes(1, limits::kIdBytes), "shoppers of these; empty: all")
          .items(limits::kSelectors)
          .optional(),
      field<&T::first_order>("true: for the first order of a shopper").optional(),
      field<&T::starts_at>("counts from this moment on"),
      field<&T::ends_at>("counts before this moment"),
      field<&T::usage_limit>(range(0, limits::kCounter), "orders at most"),
      field<&T::shopper_limit>(range(0, limits::kCounter), "orders of one shopper at most"),
      field<&T::skus>(bytes(1, limits::kSkuBytes), "lines of these SKUs")
          .items(limits::kSelectors)
          .optional(),
      field<&T::categories>(bytes(1, limits::kNameBytes),
                            "lines of products in these categories or with these tags")
          .items(limits::kSelectors)
          .optional(),
      field<&T::except_skus>(bytes(1, limits::kSkuBytes), "but not these SKUs")
          .items(limits::kSelectors)
          .optional(),
      field<&T::except_categories>(bytes(1, limits::kNameBytes), "nor these categories or tags")
          .items(limits::kSelectors)
          .optional(),
      field<&T::min_unit_price>(range(0, limits::kUnitPrice), "lines that cost at least this"),
      field<&T::max_unit_price>(range(0, limits::kUnitPrice), "lines that cost at most this"),
      field<&T::tier_by>("what the tiers count").optional(),
      field<&T::tiers>("by rising threshold").items(limits::kTiers).optional(),
      field<&T::per>("what a fixed amount is off").optional(),
      field<&T::further_amount>(range(0, limits::kUnitPrice),
                                "off each unit of a line after its first, for fixed"),
      field<&T::max_units>(range(0, limits::kQuantity), "units at most; 0: all").optional(),
      field<&T::max_units_per_line>(range(0, limits::kQuantity), "of each line; 0: all").optional(),
      field<&T::choose>("which units, when not all").optional(),
      field<&T::units>("buy X get Y, quantity groups"),
      field<&T::gift>("true: the one SKU named is offered, maxUnits of it free").optional(),
      field<&T::max_amount>(range(0, limits::kAmount), "off at most, minor units"),
      field<&T::lane>("when its turn comes").optional(),
      field<&T::priority>(range(-1'000'000, 1'000'000), "higher first").optional(),
      field<&T::exclusive_group>(bytes(0, limits::kIdBytes), "one of a group counts; empty: none")
          .optional(),
      field<&T::combines_with>("absent: with the other two classes"),
  };
};

}  // namespace sealcart
