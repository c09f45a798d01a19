// What the stages of promotions share: which lines a rule lowers, how many units, by how much.
#pragma once

#include <algorithm>
#include <span>

#include "stages.h"

namespace sealcart::pricing {

// A rule at work. `left` of the scratch holds what each line costs after the promotions so far.
class RuleWork {
 public:
  RuleWork(const PriceInput& columns, PriceScratch& memory, Totals& totals)
      : input(columns), scratch(memory), out(totals) {}

  // Calls use(line) for each line of the rule, in the order of the cart.
  template <class Use>
  void each_line(const Rule& rule, Use use) const {
    each_line(rule.all_lines, rule.lines, use);
  }
  template <class Use>
  void each_line(bool all, Span span, Use use) const {
    if (all) {
      for (std::uint32_t i = 0; i < input.lines.size(); ++i) use(i);
    } else {
      for (std::uint32_t k = 0; k < span.count; ++k) use(input.rule_lines[span.first + k]);
    }
  }

  bool is_on(std::size_t rule) const { return scratch.off.empty() || scratch.off[rule] == 0; }

  // Whether the conditions on amounts and quantities hold; `base` is what the items cost now. Tells
  // the rule's goal what is missing.
  bool counts(const Rule& rule, std::int64_t base) const;

  // Whether each line has a tier of its own; for promotions of the order and of shipping its units
  // are those of all.
  static bool has_tier_of_line(const Rule& rule) {
    return rule.tier_by == TierBy::line_quantity && rule.target == PromotionTarget::line;
  }
  // The rate and amount in force: those of the highest tier reached. `all` is what all lines cost
  // after the promotions so far.
  PromotionTier value_of(const Rule& rule, std::uint32_t line, std::int64_t all) const;

  // How many units of each line are lowered; fills scratch.reserved. False: all of them, and
  // scratch.reserved is not filled.
  bool limits_units(const Rule& rule) const;

  // What a rule's percentage is taken of on `units` units of a line.
  std::int64_t base_of(const Rule& rule, std::uint32_t line, std::int64_t units) const;

  // A percentage of a line's base, as the profile rounds discounts.
  std::int64_t share_of(std::int64_t base, std::int32_t rate_ppm, std::int64_t units) const;

  // What may be taken off a line: down to its floor.
  std::int64_t room_of(std::uint32_t line) const;

  std::int64_t unit_price(std::uint32_t line) const { return unit_price_of(input, out, line); }
  std::int64_t quantity(std::uint32_t line) const { return input.lines[line].quantity; }

  const PriceInput& input;
  PriceScratch& scratch;
  Totals& out;
};

// Units that buy X get Y or a group lowers, by line, into scratch.reserved; they and the units
// bought are marked in scratch.used. Returns how many groups there are.
std::int64_t take_groups(const RuleWork& work, const Rule& rule);

// A promotion of lines: what it takes off each line, into scratch.shares; the sum. `all` is what
// all lines cost after the promotions so far.
std::int64_t line_shares(const RuleWork& work, const Rule& rule, std::int64_t all);

inline std::uint64_t applied_with(std::uint64_t applied, std::size_t rule) {
  return (applied ^ (rule + 1)) * 1'099'511'628'211U;  // FNV-1a, 64 bits
}

// The rules of the order, or of shipping, in the order of their lanes. Those that add up take
// theirs one by one; of those of a lane that compete, the one worth most does, the first among
// equals.
template <class Worth, class Take>
void take_in_turn(std::span<const Rule> rules, PromotionTarget target, Worth worth, Take take) {
  const auto is_other = [=](const Rule& rule) { return rule.target != target; };
  auto at = std::ranges::find_if_not(rules, is_other);
  const auto end = std::find_if(at, rules.end(), is_other);
  const auto place = [&](auto rule) { return static_cast<std::size_t>(rule - rules.begin()); };
  const auto compete = [&](auto first) {
    auto winner = first;
    std::int64_t most = 0;
    for (auto rule = first; rule != end && rule->lane == first->lane; ++rule) {
      const std::int64_t value = rule->competes ? worth(place(rule)) : 0;
      if (value <= most) continue;
      most = value;
      winner = rule;
    }
    take(place(winner), most);
  };
  for (auto last = end; at != end; ++at) {
    if (!at->competes) {
      take(place(at), worth(place(at)));
    } else if (last == end || last->lane != at->lane) {
      compete(at);
      last = at;
    }
  }
}

}  // namespace sealcart::pricing
