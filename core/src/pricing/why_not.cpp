#include "why_not.h"

#include <algorithm>

#include "conflicts.h"
#include "resolving.h"
#include "rule_lines.h"
#include "stages.h"

namespace sealcart {
namespace pricing {
namespace {

bool admits(const std::vector<std::string>& list, std::string_view value) {
  return list.empty() || std::ranges::find(list, value) != list.end();
}

std::optional<CodeReason> used_up(const Promotion& promotion, const PriceContext& context) {
  std::int64_t orders = 0;
  std::int64_t by_shopper = 0;
  const auto use = std::ranges::find(context.uses, promotion.id, &PromotionUse::promotion);
  if (use != context.uses.end()) {
    orders = use->orders;
    by_shopper = use->by_shopper;
  }
  if (promotion.shopper_limit && by_shopper >= *promotion.shopper_limit) {
    return CodeReason::customer_usage_limit_reached;
  }
  if (promotion.usage_limit && orders >= *promotion.usage_limit) {
    return CodeReason::usage_limit_reached;
  }
  return {};
}

bool lowers(const TraceEntry& entry) {
  return entry.kind == AdjustmentKind::line_discount ||
         entry.kind == AdjustmentKind::order_discount ||
         entry.kind == AdjustmentKind::shipping_discount;
}

class WhyNot {
 public:
  WhyNot(std::int32_t promotion, const Cart& cart, const Store& store, const Catalog& catalog,
         const Priced& priced, const Trace& trace)
      : doc_(store.document()),
        promotion_(doc_.promotions[index_of(promotion)]),
        cart_(cart),
        catalog_(catalog),
        input_(priced.input),
        totals_(priced.totals),
        trace_(trace) {
    const auto& rules = input_.rules;
    const auto found = std::ranges::find(rules, promotion, &Rule::promotion);
    if (found != rules.end()) rule_ = static_cast<std::size_t>(found - rules.begin());
  }

  // Of a promotion that nothing bars and that lowers nothing.
  CodeStanding standing() const {
    const bool shipping = promotion_.target == PromotionTarget::shipping;
    if (!shipping && !entitles_some_line()) return {CodeReason::no_entitled_line_items};
    if (rule_) {
      if (const auto missing = missing_of_rule()) return {*missing};
    }
    if (shipping && totals_.shipping_total + totals_.shipping_discount_total == 0) {
      return {CodeReason::no_entitled_shipping_lines};
    }
    return {CodeReason::code_not_honoured, winner()};
  }

 private:
  bool entitles(std::size_t line) const {
    const auto entry = catalog_.find(cart_.lines[line].sku);
    return entry && RuleLines::entitles(promotion_, *entry, input_.lines[line].unit_price);
  }

  bool entitles_some_line() const {
    for (std::size_t i = 0; i < cart_.lines.size(); ++i) {
      if (entitles(i)) return true;
    }
    return false;
  }

  std::optional<CodeReason> missing_of_rule() const {
    const Rule& rule = input_.rules[*rule_];
    const RuleState state = totals_.states[*rule_];
    if (state == RuleState::amount) return CodeReason::purchase_not_in_range;
    if (state == RuleState::units || !has_a_group(rule)) return CodeReason::quantity_not_in_range;
    const bool from_tier = rule.tiers.count > 0 && rule.rate_ppm == 0 && rule.amount == 0;
    if (!from_tier || rule.kind == PromotionKind::price || rule.goal == kNone) return {};
    const GoalGap& gap = totals_.gaps[index_of(rule.goal)];
    const std::int64_t lowest = input_.tiers[rule.tiers.first].from;
    if (gap.amount > 0 && reached_by(rule) < lowest) return CodeReason::purchase_not_in_range;
    if (gap.units > 0 && reached_by(rule) < lowest) return CodeReason::quantity_not_in_range;
    return {};
  }

  // What the tiers of a rule count, at most.
  std::int64_t reached_by(const Rule& rule) const {
    std::int64_t reached = 0;
    each(rule.all_lines, rule.lines, [&](std::uint32_t i) {
      reached += rule.tier_by == TierBy::subtotal ? totals_.lines[i].taxable()
                                                  : std::int64_t{input_.lines[i].quantity};
    });
    return reached;
  }

  bool has_a_group(const Rule& rule) const {
    if (rule.buy == 0) return true;
    std::int64_t own = 0;
    std::int64_t bought = 0;
    each(rule.all_lines, rule.lines, [&](std::uint32_t i) { own += input_.lines[i].quantity; });
    each(false, rule.buy_lines, [&](std::uint32_t i) { bought += input_.lines[i].quantity; });
    if (rule.buy_own_lines) return own >= std::int64_t{rule.buy} + rule.get;
    return bought >= rule.buy && own > 0;
  }

  template <class Use>
  void each(bool all, Span lines, Use use) const {
    const auto count = all ? static_cast<std::uint32_t>(input_.lines.size()) : lines.count;
    for (std::uint32_t k = 0; k < count; ++k) {
      use(all ? k : input_.rule_lines[lines.first + k]);
    }
  }

  // The promotion that lowers the price instead: one that excludes it, else one it competes with.
  std::int32_t winner() const {
    for (const Conflict& conflict : input_.conflicts) {
      if (!rule_ || (conflict.a != *rule_ && conflict.b != *rule_)) continue;
      const std::size_t other = conflict.a == *rule_ ? conflict.b : conflict.a;
      const std::int32_t promotion = input_.rules[other].promotion;
      if (is_in_force(promotion)) return promotion;
    }
    for (const TraceEntry& entry : trace_) {
      if (!lowers(entry) || !competes_with(doc_.promotions[index_of(entry.rule)])) continue;
      if (entry.kind != AdjustmentKind::line_discount || entitles(index_of(entry.line))) {
        return entry.rule;
      }
    }
    return kNone;
  }

  bool is_in_force(std::int32_t promotion) const {
    return std::ranges::any_of(
        trace_, [&](const TraceEntry& entry) { return lowers(entry) && entry.rule == promotion; });
  }

  bool competes_with(const Promotion& other) const {
    return other.target == promotion_.target && other.lane == promotion_.lane &&
           !combines(other, other.target) && !combines(promotion_, promotion_.target);
  }

  const StoreDocument& doc_;
  const Promotion& promotion_;
  const Cart& cart_;
  const Catalog& catalog_;
  const PriceInput& input_;
  const Totals& totals_;
  const Trace& trace_;
  std::optional<std::size_t> rule_;  // index into input_.rules
};

}  // namespace

std::optional<CodeReason> barred(const Promotion& promotion, const Cart& cart,
                                 const PriceContext& context, std::string_view zone) {
  if (!counts_at(context.now, promotion.starts_at, promotion.ends_at)) {
    return CodeReason::currently_inactive;
  }
  const bool welcome = (!promotion.first_order || context.shopper.first_order) &&
                       admits(promotion.customer_groups, context.shopper.group);
  if (!welcome) return CodeReason::customer_not_eligible;
  if (auto reason = used_up(promotion, context)) return reason;
  const bool goes_there =
      admits(promotion.zones, zone) && admits(promotion.shipping_methods, cart.shipping_method);
  if (!goes_there) return CodeReason::no_entitled_shipping_lines;
  return {};
}

}  // namespace pricing

CodeStanding standing_of(std::string_view code, const Cart& cart, const Store& store,
                         const Catalog& catalog, const Priced& priced, const PriceContext& context,
                         const Trace& trace) {
  const auto found = store.promotion_with_code(code);
  if (!found) return {CodeReason::not_found};
  const auto index = static_cast<std::int32_t>(*found);
  const bool applied = std::ranges::any_of(trace, [&](const TraceEntry& entry) {
    return pricing::lowers(entry) && entry.rule == index;
  });
  if (applied) return {CodeReason::applied};
  const StoreDocument& doc = store.document();
  const auto zone = store.zone_of(cart.destination);
  const std::string_view place = zone ? std::string_view(doc.zones[*zone].id) : std::string_view();
  if (auto reason = pricing::barred(doc.promotions[*found], cart, context, place)) {
    return {*reason};
  }
  return pricing::WhyNot(index, cart, store, catalog, priced, trace).standing();
}

}  // namespace sealcart
