#include <algorithm>

#include "stages.h"

namespace sealcart {

std::int64_t total_of(const LineTotal& line, const TaxSlot& tax) {
  return line.taxable() + (tax.included ? 0 : line.tax);
}

std::int64_t discounted_subtotal(const Totals& totals) {
  return totals.item_subtotal - totals.line_discount_total - totals.order_discount_total;
}

std::int64_t unit_price_of(const PriceInput& input, const Totals& totals, std::size_t line) {
  return totals.unit_prices.empty() ? input.lines[line].unit_price : totals.unit_prices[line];
}

namespace pricing {

void pay(const PriceInput& input, Totals& out, Trace* trace) {
  out.tender_total = 0;
  for (std::size_t t = 0; t < input.tenders.size(); ++t) {
    const std::int64_t part = std::min(input.tenders[t], out.grand_total - out.tender_total);
    if (trace != nullptr && part > 0) {
      trace->push_back({AdjustmentKind::tender, static_cast<std::int32_t>(t), kNone,
                        out.grand_total - out.tender_total, -part});
    }
    out.tender_total += part;
  }
  out.amount_due = out.grand_total - out.tender_total;
}

namespace {

// Shipping, what promotions take off it, and fees.
void run_charges(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace) {
  charge_shipping(input, scratch, out, trace);
  if (!input.rules.empty() && input.rules.back().target == PromotionTarget::shipping) {
    discount_shipping(input, scratch, out, trace);
  }
  charge_fees(input, out, trace);
}

}  // namespace

// Each stage of promotions runs only when it has rules; they lie in the order of the stages.
bool run_line_stages(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace) {
  if (!price_items(input, scratch, out, trace)) return false;
  out.gaps.assign(input.goals.size(), {});
  out.states.assign(input.rules.size(), RuleState::unasked);
  out.order_discount_total = 0;
  out.shipping_discount_total = 0;
  out.applied = 0;
  scratch.used.clear();
  if (!input.rules.empty() && input.rules.front().target == PromotionTarget::line) {
    discount_lines(input, scratch, out, trace);
  }
  return true;
}

std::int64_t grand_total_of_sums(const PriceInput& input, PriceScratch& scratch, Totals& out) {
  out.order_discount_total = 0;
  out.shipping_discount_total = 0;
  sum_up_order(input, scratch, out);
  run_charges(input, scratch, out, nullptr);
  return discounted_subtotal(out) + out.shipping_total + out.fee_total;
}

Status run_stages(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace) {
  if (!run_line_stages(input, scratch, out, trace)) return refuse(ErrorCode::amount_overflow);
  if (!input.rules.empty()) discount_order(input, scratch, out, trace);
  run_charges(input, scratch, out, trace);
  tax(input, scratch, out, trace);
  out.grand_total =
      discounted_subtotal(out) + out.shipping_total + out.fee_total + out.additional_tax_total;
  if (out.grand_total > limits::kAmount) return refuse(ErrorCode::amount_overflow);
  pay(input, out, trace);
  return {};
}

}  // namespace pricing

Status price(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace) {
  scratch.off.clear();
  out.deal_proven = true;
  if (!input.conflicts.empty()) out.deal_proven = pricing::choose_deal(input, scratch, out);
  return pricing::run_stages(input, scratch, out, trace);
}

}  // namespace sealcart
