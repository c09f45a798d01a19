#include "rule_work.h"

#include <algorithm>
#include <numeric>

#include "../index_sort.h"
#include "../rate.h"
#include "../rounding.h"

namespace sealcart::pricing {
namespace {

std::int64_t percent_in(std::int64_t base, std::int32_t rate_ppm, Rounding mode) {
  if (mode == Rounding::half_up) return percent_of(base, rate_ppm);
  const auto product = static_cast<unsigned __int128>(base) * static_cast<unsigned>(rate_ppm);
  return divide_rounded(product, kMillion, mode);
}

}  // namespace

std::int64_t RuleWork::share_of(std::int64_t base, std::int32_t rate_ppm,
                                std::int64_t units) const {
  const Rounding mode = input.rounding.discount;
  if (input.rounding.discount_scope == RoundingScope::line || units == 0) {
    return percent_in(base, rate_ppm, mode);
  }
  const std::int64_t each = base / units;
  const std::int64_t dearer = base % units;
  return percent_in(each, rate_ppm, mode) * (units - dearer) +
         percent_in(each + 1, rate_ppm, mode) * dearer;
}

std::int64_t RuleWork::room_of(std::uint32_t line) const {
  if (input.floors.empty()) return scratch.left[line];
  return std::max(std::int64_t{0}, scratch.left[line] - input.floors[line] * quantity(line));
}

std::int64_t RuleWork::base_of(const Rule& rule, std::uint32_t line, std::int64_t units) const {
  // Units of one buy X get Y are none of another's: what the other took off says nothing of them.
  const std::int64_t left = scratch.left[line] + (rule.buy > 0 ? scratch.unit_off[line] : 0);
  const std::int64_t all = quantity(line);
  const bool of_list =
      input.discount_base == DiscountBase::list ||
      (input.discount_base == DiscountBase::list_lines && rule.target == PromotionTarget::line);
  if (of_list) return unit_price(line) * units;
  if (units == all || all == 0) return left;
  if (input.discount_base == DiscountBase::charged) {
    const std::int64_t taken = out.lines[line].subtotal - left;
    return std::max(std::int64_t{0}, unit_price(line) * units - taken);
  }
  return divide_rounded(static_cast<unsigned __int128>(left) * static_cast<unsigned>(units),
                        static_cast<unsigned>(all), Rounding::half_up);
}

bool RuleWork::counts(const Rule& rule, std::int64_t base) const {
  GoalGap gap;
  gap.amount = std::max(std::int64_t{0}, rule.min_subtotal - base);
  gap.units = std::max(std::int64_t{0}, rule.min_quantity - out.unit_count);
  for (std::uint32_t n = 0; n < rule.needs.count; ++n) {
    const RuleNeed& need = input.needs[rule.needs.first + n];
    std::int64_t units = 0;
    std::int64_t subtotal = 0;
    for (std::uint32_t k = 0; k < need.lines.count; ++k) {
      const std::uint32_t line = input.rule_lines[need.lines.first + k];
      units += quantity(line);
      subtotal += out.lines[line].subtotal;
    }
    gap.units = std::max(gap.units, need.quantity - units);
    gap.amount = std::max(gap.amount, need.subtotal - subtotal);
  }
  if (rule.goal != kNone) out.gaps[index_of(rule.goal)] = gap;
  RuleState& state = out.states[static_cast<std::size_t>(&rule - input.rules.data())];
  state = RuleState::holds;
  if (gap.units > 0 || out.unit_count == 0) state = RuleState::units;
  if (gap.amount > 0 || base > rule.max_subtotal) state = RuleState::amount;
  return state == RuleState::holds;
}

PromotionTier RuleWork::value_of(const Rule& rule, std::uint32_t line, std::int64_t all) const {
  PromotionTier value{0, rule.rate_ppm, rule.amount};
  if (rule.tiers.count == 0) return value;
  std::int64_t reached = 0;
  const bool by_line = has_tier_of_line(rule);
  const bool by_value = rule.tier_by == TierBy::subtotal;
  if (by_line) {
    reached = quantity(line);
  } else if (rule.all_lines) {
    reached = by_value ? all : out.unit_count;
  } else {
    each_line(rule, [&](std::uint32_t i) { reached += by_value ? scratch.left[i] : quantity(i); });
  }
  std::int64_t missing = 0;
  for (std::uint32_t t = 0; t < rule.tiers.count; ++t) {
    const PromotionTier& tier = input.tiers[rule.tiers.first + t];
    if (tier.from > reached) {
      missing = tier.from - reached;
      break;
    }
    value = tier;
  }
  if (rule.goal != kNone && !by_line) {
    GoalGap& gap = out.gaps[index_of(rule.goal)];
    (rule.tier_by == TierBy::subtotal ? gap.amount : gap.units) = missing;
  }
  return value;
}

bool RuleWork::limits_units(const Rule& rule) const {
  if (rule.max_units == 0 && rule.max_units_per_line == 0) return false;
  auto& reserved = scratch.reserved;
  reserved.assign(input.lines.size(), 0);
  auto& order = scratch.order;
  order.clear();
  each_line(rule, [&](std::uint32_t i) { order.push_back(i); });
  const bool dearest = rule.choose == UnitChoice::dearest;
  sort_positions(order, [&](std::uint32_t a, std::uint32_t b) {
    const std::int64_t pa = unit_price(a);
    const std::int64_t pb = unit_price(b);
    if (pa != pb) return dearest ? pa > pb : pa < pb;
    return input.rank[a] < input.rank[b];
  });
  std::int32_t open = rule.max_units == 0 ? limits::kQuantity : rule.max_units;
  const bool ends = rule.max_units != 0;
  for (const std::uint32_t i : order) {
    std::int32_t units = input.lines[i].quantity;
    if (rule.max_units_per_line != 0) units = std::min(units, rule.max_units_per_line);
    if (ends) units = std::min(units, open);
    reserved[i] = units;
    if (ends) open -= units;
  }
  return true;
}

}  // namespace sealcart::pricing
