// Promotions of shipping.
#include <algorithm>

#include "rule_work.h"

namespace sealcart::pricing {
namespace {

class ShippingStage {
 public:
  ShippingStage(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace)
      : work_(input, scratch, out), trace_(trace), items_(discounted_subtotal(out)) {}

  void run() {
    take_in_turn(
        work_.input.rules, PromotionTarget::shipping, [this](std::size_t r) { return worth(r); },
        [this](std::size_t r, std::int64_t value) { take(r, value); });
  }

 private:
  std::int64_t worth(std::size_t r) const {
    const Rule& rule = work_.input.rules[r];
    if (!work_.counts(rule, items_) || !work_.is_on(r)) return 0;
    const PromotionTier value = work_.value_of(rule, 0, items_);
    const std::int64_t cost = work_.out.shipping_total;
    std::int64_t off = 0;
    if (rule.kind == PromotionKind::percent) {
      off = work_.share_of(cost, value.rate_ppm, 0);
    } else if (rule.kind == PromotionKind::fixed) {
      off = std::min(value.amount, cost);
    } else {
      off = std::max(std::int64_t{0}, cost - value.amount);
    }
    return std::min(off, rule.max_amount);
  }

  void take(std::size_t r, std::int64_t value) {
    if (value == 0) return;
    if (trace_ != nullptr) {
      trace_->push_back({AdjustmentKind::shipping_discount, work_.input.rules[r].promotion, kNone,
                         work_.out.shipping_total, -value});
    }
    work_.out.shipping_total -= value;
    work_.out.shipping_discount_total += value;
    work_.out.applied = applied_with(work_.out.applied, r);
  }

  RuleWork work_;
  Trace* trace_;
  const std::int64_t items_;
};

}  // namespace

void discount_shipping(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace) {
  ShippingStage(input, scratch, out, trace).run();
}

}  // namespace sealcart::pricing
