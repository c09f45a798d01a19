#include <algorithm>

#include "../rate.h"
#include "stages.h"

namespace sealcart::pricing {
namespace {

// The last step the quantity reaches; steps fall in price.
const VolumePrice& step_for(const PriceInput& input, std::size_t line) {
  const Span steps = input.volume_of[line];
  const VolumePrice* step = &input.volume[steps.first];
  for (std::uint32_t s = 1; s < steps.count; ++s) {
    const VolumePrice& next = input.volume[steps.first + s];
    if (next.min_quantity > input.lines[line].quantity) break;
    step = &next;
  }
  return *step;
}

void trace_line(const PriceInput& input, const Totals& out, std::size_t i, Trace& trace) {
  const LinePrice& line = input.lines[i];
  const LineTotal& total = out.lines[i];
  const auto at = static_cast<std::int32_t>(i);
  if (!input.plain_prices.empty()) {
    const std::int64_t plain = input.plain_prices[i] * line.quantity;
    const std::int32_t entry =
        input.volume_of.empty() || input.volume_of[i].count == 0 ? kNone : step_for(input, i).entry;
    if (plain != total.subtotal) {
      trace.push_back({AdjustmentKind::unit_price, entry, at, plain, total.subtotal - plain});
    }
  }
  if (total.line_discount == 0) return;
  trace.push_back(
      {AdjustmentKind::line_discount, line.promotion, at, total.subtotal, -total.line_discount});
}

}  // namespace

bool price_items(const PriceInput& input, PriceScratch& scratch, Totals& out, Trace* trace) {
  const std::size_t count = input.lines.size();
  const bool by_volume = !input.volume_of.empty();
  out.lines.resize(count);
  out.unit_prices.resize(by_volume ? count : 0);
  scratch.left.resize(count);
  std::int64_t subtotal = 0;
  std::int64_t discount = 0;
  std::int64_t units = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const LinePrice& line = input.lines[i];
    LineTotal& total = out.lines[i];
    std::int64_t unit_price = line.unit_price;
    if (by_volume) {
      if (input.volume_of[i].count > 0) unit_price = step_for(input, i).amount;
      out.unit_prices[i] = unit_price;
    }
    const ItemFigures figures = item_figures(line, unit_price);
    if (figures.subtotal > limits::kAmount - subtotal) return false;
    total = {figures.subtotal, figures.off, 0, 0};
    scratch.left[i] = figures.subtotal - figures.off;
    subtotal += figures.subtotal;
    discount += figures.off;
    units += line.quantity;
  }
  out.item_subtotal = subtotal;
  out.line_discount_total = discount;
  out.unit_count = units;
  if (trace != nullptr) {
    for (std::size_t i = 0; i < count; ++i) trace_line(input, out, i, *trace);
  }
  return true;
}

}  // namespace sealcart::pricing
