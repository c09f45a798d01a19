#include <algorithm>

#include "../rate.h"
#include "stages.h"

namespace sealcart::pricing {

bool price_items(const PriceInput& input, Totals& out) {
  out.lines.resize(input.lines.size());
  std::int64_t subtotal = 0;
  std::int64_t discount = 0;
  std::int64_t units = 0;
  for (std::size_t i = 0; i < input.lines.size(); ++i) {
    const LinePrice& line = input.lines[i];
    LineTotal& total = out.lines[i];
    // 10^12 x the units of a few hundred lots: inside 64 bits.
    total.subtotal = line.unit_price * line.quantity;
    if (total.subtotal > limits::kAmount - subtotal) return false;
    total.line_discount = line.unit_off > 0
                              ? std::min(line.unit_off * line.quantity, total.subtotal)
                              : percent_of(total.subtotal, line.discount_ppm);
    subtotal += total.subtotal;
    discount += total.line_discount;
    units += line.quantity;
  }
  out.item_subtotal = subtotal;
  out.line_discount_total = discount;
  out.unit_count = units;
  return true;
}

}  // namespace sealcart::pricing
