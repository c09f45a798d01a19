// Promotions of the order, allocated to its lines.
#include <algorithm>
#include <span>

#include "../rate.h"
#include "rule_work.h"
#include "tax_parts.h"

namespace sealcart::pricing {
namespace {

// Whether a rule takes its part of all that is left, so that no line has to be looked at.
bool is_of_all(const PriceInput& input, const Rule& rule) {
  return rule.all_lines && rule.max_units == 0 && rule.max_units_per_line == 0 &&
         input.floors.empty() && input.discount_base != DiscountBase::list;
}

// Whether such a part is split by what the lines cost: a line never gets more than that, and no
// part of it is left over.
bool splits_by_price(const RoundingProfile& rounding) {
  return rounding.allocation == AllocationPolicy::largest_remainder &&
         rounding.line_weight == LineWeight::price;
}

enum class Depth : std::uint8_t { lines, sums };

class OrderStage {
 public:
  OrderStage(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace, Depth depth)
      : work_(input, scratch, out), trace_(trace), depth_(depth) {
    running_ = out.item_subtotal - out.line_discount_total;
  }

  void run() {
    take_in_turn(
        work_.input.rules, PromotionTarget::order, [this](std::size_t r) { return worth(r); },
        [this](std::size_t r, std::int64_t value) { take(r, value); });
  }

 private:
  std::int64_t worth(std::size_t r) {
    const Rule& rule = work_.input.rules[r];
    if (!work_.counts(rule, running_) || !work_.is_on(r)) return 0;
    std::int64_t base = running_;
    std::int64_t room = running_;
    if (!is_of_all(work_.input, rule)) {
      weigh(rule);
      base = room = 0;
      for (std::uint32_t i = 0; i < work_.scratch.bases.size(); ++i) {
        base += work_.scratch.bases[i];
        if (work_.scratch.bases[i] > 0) room += work_.room_of(i);
      }
    }
    const PromotionTier value = work_.value_of(rule, 0, running_);
    std::int64_t off = 0;
    if (rule.kind == PromotionKind::percent) {
      off = percent_of_all(base, value.rate_ppm);
    } else if (rule.kind == PromotionKind::fixed) {
      off = std::min(value.amount, base);
    } else {
      off = std::max(std::int64_t{0}, base - value.amount);
    }
    return std::min({off, room, rule.max_amount});
  }

  std::int64_t percent_of_all(std::int64_t base, std::int32_t rate_ppm) const {
    if (work_.input.rounding.discount == Rounding::half_up) return percent_of(base, rate_ppm);
    return work_.share_of(base, rate_ppm, 0);
  }

  // What each line adds to the rule's base.
  void weigh(const Rule& rule) {
    PriceScratch& scratch = work_.scratch;
    scratch.bases.assign(scratch.left.size(), 0);
    const bool limited = work_.limits_units(rule);
    work_.each_line(rule, [&](std::uint32_t i) {
      const std::int64_t units = limited ? scratch.reserved[i] : work_.quantity(i);
      if (units > 0) scratch.bases[i] = work_.base_of(rule, i, units);
    });
  }

  void take(std::size_t r, std::int64_t value) {
    if (value == 0) return;
    if (depth_ == Depth::lines) value -= take_off_lines(work_.input.rules[r], value);
    running_ -= value;
    work_.out.order_discount_total += value;
    work_.out.applied = applied_with(work_.out.applied, r);
  }

  // Returns what no line could take.
  std::int64_t take_off_lines(const Rule& rule, std::int64_t value) {
    PriceScratch& scratch = work_.scratch;
    const bool of_all = is_of_all(work_.input, rule);
    if (!of_all) weigh(rule);
    const auto& bases = of_all ? scratch.left : scratch.bases;
    const std::int64_t left_over = split(rule, bases, value);
    if (trace_ != nullptr) tell(rule, bases);
    for (std::size_t i = 0; i < scratch.shares.size(); ++i) {
      scratch.left[i] -= scratch.shares[i];
      work_.out.lines[i].order_discount += scratch.shares[i];
    }
    return left_over;
  }

  void tell(const Rule& rule, std::span<const std::int64_t> bases) {
    const auto& shares = work_.scratch.shares;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      if (shares[i] == 0) continue;
      trace_->push_back({AdjustmentKind::order_discount, rule.promotion,
                         static_cast<std::int32_t>(i), bases[i], -shares[i]});
    }
  }

  // Fills scratch.shares; returns what no line could take.
  std::int64_t split(const Rule& rule, std::span<const std::int64_t> bases, std::int64_t value) {
    PriceScratch& scratch = work_.scratch;
    const RoundingProfile& rounding = work_.input.rounding;
    scratch.shares.resize(bases.size());
    const bool by_price = rounding.line_weight == LineWeight::price;
    if (splits_by_price(rounding) && is_of_all(work_.input, rule)) {
      return allocate(value, bases, work_.input.rank, scratch.shares, scratch.allocation,
                      rounding.ties);
    }
    scratch.entries.clear();
    for (std::uint32_t i = 0; i < bases.size(); ++i) {
      const auto units = static_cast<std::int32_t>(
          std::clamp<std::int64_t>(work_.quantity(i), 1, limits::kQuantity));
      const std::int64_t weight = by_price ? bases[i] : with_tax(i, bases[i]);
      scratch.entries.push_back({weight, 0, work_.room_of(i), units, work_.input.rank[i]});
    }
    AllocationRule how{rounding.allocation, rounding.zero_weights, rounding.ties, 0};
    if (how.policy == AllocationPolicy::woo_percent) {
      if (rule.kind == PromotionKind::percent) how.rate_ppm = rule.rate_ppm;
      if (rule.kind == PromotionKind::fixed) how.policy = AllocationPolicy::woo_fixed_cart;
    }
    if (!allocate_within(value, scratch.entries, how, scratch.bounded, scratch.allocated)) {
      scratch.shares.assign(scratch.shares.size(), 0);
      return value;
    }
    scratch.shares = scratch.allocated.shares;
    return scratch.allocated.unallocated;
  }

  // What a part of a line costs with the taxes that come on top.
  std::int64_t with_tax(std::uint32_t i, std::int64_t amount) const {
    const TaxSlot& slot = work_.input.slots[work_.input.lines[i].tax_slot];
    if (slot.included) return amount;
    TaxParts parts{};
    return std::min(limits::kAmount, amount + parts_of(work_.input, slot, amount, parts));
  }

  RuleWork work_;
  Trace* trace_;
  const Depth depth_;
  std::int64_t running_ = 0;
};

}  // namespace

void discount_order(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace) {
  OrderStage(input, scratch, out, trace, Depth::lines).run();
}

void sum_up_order(const PriceInput& input, PriceScratch& scratch, Totals& out) {
  OrderStage(input, scratch, out, nullptr, Depth::sums).run();
}

// Parcels weigh with what their lines cost, and taxes on top are rounded line by line.
bool sums_need_no_lines(const PriceInput& input) {
  const bool of_all = std::ranges::all_of(input.rules, [&](const Rule& rule) {
    return rule.target != PromotionTarget::order || is_of_all(input, rule);
  });
  const bool included = std::ranges::all_of(input.slots, [&](const TaxSlot& slot) {
    const auto rates = std::span(input.rates).subspan(slot.first, slot.parts);
    return slot.included ||
           std::ranges::all_of(rates, [](const TaxPart& rate) { return rate.rate_ppm == 0; });
  });
  return of_all && included && input.parcel_rates.empty() && splits_by_price(input.rounding);
}

}  // namespace sealcart::pricing
