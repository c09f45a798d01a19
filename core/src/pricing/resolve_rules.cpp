#include <algorithm>

#include "../index_sort.h"
#include "../rate.h"
#include "conflicts.h"
#include "resolving.h"
#include "rule_lines.h"
#include "why_not.h"

namespace sealcart::pricing {
namespace {

class RuleResolver {
 public:
  explicit RuleResolver(Resolving& at) : at_(at), input_(at.input), lines_(at) {}

  void run() {
    const auto& all = at_.doc().promotions;
    for (std::size_t p = 0; p < all.size(); ++p) {
      if (may_apply(all[p])) candidates_.push_back(static_cast<std::uint32_t>(p));
    }
    sort_candidates();
    const bool columns = all_plain();
    for (const std::uint32_t p : candidates_) {
      if (columns && all[p].target == PromotionTarget::line) {
        put_in_columns(p);
      } else {
        add(p);
      }
    }
    find_conflicts(at_.doc(), input_);
  }

 private:
  // All but the conditions on amounts and quantities, which change with every edit.
  bool may_apply(const Promotion& promotion) const {
    if (!promotion.code.empty() && at_.cart.find_code(promotion.code) == nullptr) return false;
    const std::string_view zone =
        at_.zone ? std::string_view(at_.doc().zones[*at_.zone].id) : std::string_view();
    return !barred(promotion, at_.cart, at_.context, zone);
  }

  void sort_candidates() {
    const auto& all = at_.doc().promotions;
    sort_positions(candidates_, [&](std::uint32_t a, std::uint32_t b) {
      const Promotion& x = all[a];
      const Promotion& y = all[b];
      if (x.target != y.target) return x.target < y.target;
      if (x.lane != y.lane) return x.lane < y.lane;
      if (x.priority != y.priority) return x.priority > y.priority;
      return a < b;
    });
  }

  // A percentage or an amount off every unit, whatever else is in the cart, competing for each
  // line: the best one is known without the quantities.
  bool is_plain(const Promotion& p) const {
    const bool unconditional = p.min_subtotal == 0 && !p.max_subtotal && p.min_quantity == 0 &&
                               p.needs.empty() && p.tiers.empty() && !p.max_amount;
    const bool every_unit =
        p.max_units == 0 && p.max_units_per_line == 0 && !p.units && !p.further_amount && !p.gift;
    const bool alone = p.lane == PromotionLane::main && p.exclusive_group.empty() &&
                       !p.combines_with && p.per == PromotionPer::unit;
    return unconditional && every_unit && alone && p.kind != PromotionKind::price;
  }

  bool all_plain() const {
    const RoundingProfile& rounding = input_.rounding;
    if (rounding.discount != Rounding::half_up || !input_.floors.empty() ||
        rounding.discount_scope != RoundingScope::line || !input_.volume_of.empty()) {
      return false;
    }
    return std::ranges::all_of(candidates_, [&](std::uint32_t p) {
      const Promotion& promotion = at_.doc().promotions[p];
      if (promotion.target == PromotionTarget::line) return is_plain(promotion);
      return promotion.exclusive_group.empty() && combines(promotion, PromotionTarget::line);
    });
  }

  // The line promotion that takes most off one unit, compared exactly (in millionths of a minor
  // unit, at most 10^18) so that it is the best at every quantity; the first among equals.
  void put_in_columns(std::uint32_t p) {
    const Promotion& promotion = at_.doc().promotions[p];
    const bool percent = promotion.kind == PromotionKind::percent;
    best_.resize(input_.lines.size(), 0);
    for (std::uint32_t i = 0; i < input_.lines.size(); ++i) {
      if (!lines_.has(promotion, i)) continue;
      LinePrice& line = input_.lines[i];
      const std::int64_t unit_off = percent ? 0 : std::min(promotion.amount, line.unit_price);
      const std::int64_t off = percent ? line.unit_price * promotion.rate_ppm : unit_off * kMillion;
      if (off <= best_[i]) continue;
      best_[i] = off;
      line.promotion = static_cast<std::int32_t>(p);
      line.discount_ppm = percent ? promotion.rate_ppm : 0;
      line.unit_off = unit_off;
    }
  }

  void add(std::uint32_t p) {
    const Promotion& promotion = at_.doc().promotions[p];
    Rule rule;
    rule.promotion = static_cast<std::int32_t>(p);
    rule.target = promotion.target;
    rule.kind = promotion.kind;
    rule.lane = promotion.lane;
    rule.per = promotion.per;
    rule.tier_by = promotion.tier_by;
    rule.choose = promotion.choose;
    rule.priority = promotion.priority;
    rule.competes = !combines(promotion, promotion.target);
    rule.alone = combines_with_nothing(promotion);
    set_values(promotion, rule);
    set_conditions(promotion, rule);
    set_units(promotion, rule);
    lines_.select(promotion, rule);
    const bool idle = promotion.target != PromotionTarget::shipping && !promotion.gift &&
                      !rule.all_lines && rule.lines.count == 0;
    if (idle) return;
    if (promotion.min_subtotal > 0 || promotion.min_quantity > 0 || !promotion.needs.empty() ||
        !promotion.tiers.empty()) {
      rule.goal = static_cast<std::int32_t>(input_.goals.size());
      input_.goals.push_back({GoalKind::promotion, rule.promotion});
    }
    input_.rules.push_back(rule);
  }

  void set_values(const Promotion& promotion, Rule& rule) {
    rule.rate_ppm = promotion.rate_ppm;
    rule.amount = promotion.amount;
    rule.has_further = promotion.further_amount.has_value();
    rule.further_amount = promotion.further_amount.value_or(0);
    rule.max_amount = promotion.max_amount.value_or(kNever);
    rule.tiers = {static_cast<std::uint32_t>(input_.tiers.size()),
                  static_cast<std::uint32_t>(promotion.tiers.size())};
    input_.tiers.insert(input_.tiers.end(), promotion.tiers.begin(), promotion.tiers.end());
  }

  void set_conditions(const Promotion& promotion, Rule& rule) {
    rule.min_subtotal = promotion.min_subtotal;
    rule.max_subtotal = promotion.max_subtotal.value_or(kNever);
    rule.min_quantity = promotion.min_quantity;
    rule.needs = {static_cast<std::uint32_t>(input_.needs.size()),
                  static_cast<std::uint32_t>(promotion.needs.size())};
    for (const PromotionNeed& need : promotion.needs) {
      input_.needs.push_back(
          {lines_.named(need.skus, need.categories), need.quantity, need.subtotal});
    }
  }

  void set_units(const Promotion& promotion, Rule& rule) {
    rule.max_units = promotion.max_units;
    rule.max_units_per_line = promotion.max_units_per_line;
    if (!promotion.units) return;
    const PromotionUnits& units = *promotion.units;
    rule.buy = units.buy;
    rule.get = units.get;
    rule.max_times = units.max_times;
    rule.buy_own_lines = units.skus.empty() && units.categories.empty();
    if (!rule.buy_own_lines) rule.buy_lines = lines_.named(units.skus, units.categories);
  }

  Resolving& at_;
  PriceInput& input_;
  RuleLines lines_;
  std::vector<std::uint32_t> candidates_;  // into the store's promotions
  std::vector<std::int64_t> best_;
};

}  // namespace

void resolve_rules(Resolving& at) { RuleResolver(at).run(); }

}  // namespace sealcart::pricing
