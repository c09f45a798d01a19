// Promotions of lines.
#include <algorithm>

#include "../rate.h"
#include "conflicts.h"
#include "rule_work.h"

namespace sealcart::pricing {
namespace {

using WideAmount = __int128;

std::int64_t at_most(WideAmount amount, std::int64_t most) {
  return amount < most ? std::max(static_cast<std::int64_t>(amount), std::int64_t{0}) : most;
}

// What a rule takes off `units` units of a line whose base is `base`.
std::int64_t off_units(const RuleWork& work, const Rule& rule, const PromotionTier& value,
                       std::int64_t base, std::int64_t units) {
  switch (rule.kind) {
    case PromotionKind::percent:
      return work.share_of(base, value.rate_ppm, units);
    case PromotionKind::fixed: {
      if (rule.per == PromotionPer::line) return std::min(value.amount, base);
      const std::int64_t further = rule.has_further ? rule.further_amount : value.amount;
      return at_most(value.amount + WideAmount{further} * (units - 1), base);
    }
    case PromotionKind::price:
      return at_most(base - WideAmount{value.amount} * units, base);
  }
  return 0;
}

// RuleWork::value_of() of one line after another; a tier of all lines is looked up once.
class ValueOfLine {
 public:
  ValueOfLine(const RuleWork& work, const Rule& rule, std::int64_t all)
      : work_(work), rule_(rule), all_(all) {}

  const PromotionTier& operator()(std::uint32_t line) {
    if (!found_ || RuleWork::has_tier_of_line(rule_)) value_ = work_.value_of(rule_, line, all_);
    found_ = true;
    return value_;
  }

 private:
  const RuleWork& work_;
  const Rule& rule_;
  const std::int64_t all_;
  PromotionTier value_;
  bool found_ = false;
};

// Splits what a rule takes off all its lines together; bases weigh.
std::int64_t split_over_lines(const RuleWork& work, std::int64_t amount) {
  PriceScratch& scratch = work.scratch;
  scratch.entries.clear();
  for (std::uint32_t i = 0; i < scratch.bases.size(); ++i) {
    const std::int64_t room = std::min(work.room_of(i), limits::kAmount);
    const auto units =
        static_cast<std::int32_t>(std::clamp<std::int64_t>(work.quantity(i), 1, limits::kQuantity));
    scratch.entries.push_back({scratch.bases[i], 0, room, units, work.input.rank[i]});
  }
  const AllocationRule rule{AllocationPolicy::largest_remainder, ZeroWeights::keep,
                            work.input.rounding.ties, 0};
  if (!allocate_within(amount, scratch.entries, rule, scratch.bounded, scratch.allocated)) {
    return 0;
  }
  scratch.shares = scratch.allocated.shares;
  return amount - scratch.allocated.unallocated;
}

// A fixed amount or a price of whole groups.
std::int64_t group_shares(const RuleWork& work, const Rule& rule, std::int64_t times) {
  std::int64_t base = 0;
  for (const std::int64_t part : work.scratch.bases) base += part;
  const WideAmount amount = WideAmount{rule.amount} * times;
  return split_over_lines(
      work, at_most(rule.kind == PromotionKind::fixed ? amount : base - amount, base));
}

class LineStage {
 public:
  LineStage(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace)
      : work_(input, scratch, out), trace_(trace) {
    for (const LineTotal& line : out.lines) running_ += line.subtotal - line.line_discount;
    scratch.unit_off.assign(out.lines.size(), 0);
  }

  void run() {
    const auto& rules = work_.input.rules;
    PromotionLane lane = PromotionLane::pre;
    bool competed = false;
    for (std::size_t r = 0; r < rules.size() && rules[r].target == PromotionTarget::line; ++r) {
      if (rules[r].lane != lane) competed = false;
      lane = rules[r].lane;
      const bool competes = rules[r].competes && !spans_lines(rules[r]);
      if (!competes) {
        take_one(r);
      } else if (!competed) {
        compete(r);
        competed = true;
      }
    }
  }

 private:
  void take_one(std::size_t r) {
    const Rule& rule = work_.input.rules[r];
    if (!work_.counts(rule, running_) || !work_.is_on(r)) return;
    if (line_shares(work_, rule, running_) > 0) take(r);
  }

  // Takes scratch.shares off the lines.
  void take(std::size_t r) {
    PriceScratch& scratch = work_.scratch;
    const Rule& rule = work_.input.rules[r];
    work_.each_line(rule, [&](std::uint32_t i) {
      const std::int64_t share = scratch.shares[i];
      if (share == 0) return;
      scratch.left[i] -= share;
      if (rule.buy > 0) scratch.unit_off[i] += share;
      running_ -= share;
      work_.out.lines[i].line_discount += share;
      work_.out.line_discount_total += share;
      if (trace_ != nullptr) {
        trace_->push_back({AdjustmentKind::line_discount, rule.promotion,
                           static_cast<std::int32_t>(i), scratch.bases[i], -share});
      }
    });
    work_.out.applied = applied_with(work_.out.applied, r);
  }

  // The rules of one lane that compete: each line takes the one that lowers it most, compared
  // exactly, in millionths of a minor unit; the first among equals.
  void compete(std::size_t first) {
    const auto& rules = work_.input.rules;
    auto& best = work_.scratch.best;
    best.assign(work_.input.lines.size(), {});
    std::size_t end = first;
    for (; end < rules.size() && rules[end].target == PromotionTarget::line &&
           rules[end].lane == rules[first].lane;
         ++end) {
      const Rule& rule = rules[end];
      if (!rule.competes || spans_lines(rule)) continue;
      if (!work_.counts(rule, running_) || !work_.is_on(end)) continue;
      bid(rule, static_cast<std::int32_t>(end));
    }
    for (std::size_t r = first; r < end; ++r) {
      if (win(r) > 0) take(r);
    }
  }

  void bid(const Rule& rule, std::int32_t r) {
    const bool limited = work_.limits_units(rule);
    ValueOfLine value_of(work_, rule, running_);
    work_.each_line(rule, [&](std::uint32_t i) {
      const std::int64_t units = limited ? work_.scratch.reserved[i] : work_.quantity(i);
      if (units == 0) return;
      const std::int64_t base = work_.base_of(rule, i, units);
      const PromotionTier& value = value_of(i);
      const std::int64_t room = work_.room_of(i);
      const std::int64_t off = std::min(off_units(work_, rule, value, base, units), room);
      const bool exact = rule.kind == PromotionKind::percent && off < room;
      const auto size = static_cast<unsigned __int128>(exact ? base : off);
      const auto worth = size * static_cast<unsigned>(exact ? value.rate_ppm : kMillion);
      auto& best = work_.scratch.best[i];
      if (worth > best.worth) best = {worth, r, base, off};
    });
  }

  std::int64_t win(std::size_t r) {
    PriceScratch& scratch = work_.scratch;
    scratch.shares.assign(scratch.best.size(), 0);
    scratch.bases.assign(scratch.best.size(), 0);
    std::int64_t sum = 0;
    work_.each_line(work_.input.rules[r], [&](std::uint32_t i) {
      if (scratch.best[i].rule != static_cast<std::int32_t>(r)) return;
      scratch.shares[i] = scratch.best[i].off;
      scratch.bases[i] = scratch.best[i].base;
      sum += scratch.shares[i];
    });
    return sum;
  }

  RuleWork work_;
  Trace* trace_;
  std::int64_t running_ = 0;
};

}  // namespace

std::int64_t line_shares(const RuleWork& work, const Rule& rule, std::int64_t all) {
  PriceScratch& scratch = work.scratch;
  const std::size_t count = work.input.lines.size();
  scratch.shares.assign(count, 0);
  scratch.bases.assign(count, 0);
  const std::int64_t times = rule.buy > 0 ? take_groups(work, rule) : 1;
  if (times == 0) return 0;
  const bool limited = rule.buy > 0 || work.limits_units(rule);
  const bool by_group = rule.buy > 0 && rule.get == 0 && rule.kind != PromotionKind::percent;
  std::int64_t sum = 0;
  ValueOfLine value_of(work, rule, all);
  work.each_line(rule, [&](std::uint32_t i) {
    const std::int64_t units = limited ? scratch.reserved[i] : work.quantity(i);
    if (units == 0) return;
    const std::int64_t base = work.base_of(rule, i, units);
    scratch.bases[i] = base;
    if (by_group) return;
    const std::int64_t off = off_units(work, rule, value_of(i), base, units);
    scratch.shares[i] = std::min(off, work.room_of(i));
    sum += scratch.shares[i];
  });
  if (by_group) sum = group_shares(work, rule, times);
  if (sum <= rule.max_amount) return sum;
  return split_over_lines(work, rule.max_amount);
}

void discount_lines(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace) {
  LineStage(input, scratch, out, trace).run();
}

}  // namespace sealcart::pricing
