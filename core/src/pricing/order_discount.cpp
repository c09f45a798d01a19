#include <algorithm>

#include "../rate.h"
#include "stages.h"

namespace sealcart::pricing {
namespace {

std::int64_t value_of(const OrderPromotion& promotion, std::int64_t base) {
  if (base < promotion.min_subtotal) return 0;
  if (promotion.rate_ppm > 0) return percent_of(base, promotion.rate_ppm);
  return std::min(promotion.amount, base);
}

}  // namespace

void discount_order(const PriceInput& input, PriceScratch& scratch, Totals& out) {
  const std::int64_t base = out.item_subtotal - out.line_discount_total;
  out.order_discount_total = 0;
  out.order_promotion = kNone;
  for (const OrderPromotion& promotion : input.promotions) {
    const std::int64_t value = value_of(promotion, base);
    if (value <= out.order_discount_total) continue;
    out.order_discount_total = value;
    out.order_promotion = promotion.promotion;
  }
  if (out.order_discount_total == 0) {
    for (LineTotal& line : out.lines) line.order_discount = 0;
    return;
  }
  const std::size_t count = out.lines.size();
  scratch.net.resize(count);
  scratch.shares.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    scratch.net[i] = out.lines[i].subtotal - out.lines[i].line_discount;
  }
  allocate(out.order_discount_total, scratch.net, input.rank, scratch.shares, scratch.allocation,
           input.ties);
  for (std::size_t i = 0; i < count; ++i) out.lines[i].order_discount = scratch.shares[i];
}

}  // namespace sealcart::pricing
