#include <algorithm>

#include "../rate.h"
#include "stages.h"

namespace sealcart::pricing {

bool price_items(const PriceInput& input, Totals& out) {
  out.lines.resize(input.lines.size());
  std::int64_t subtotal = 0;
  std::int64_t discount = 0;
  std::int64_t units = 0;
  bool fits = true;
  for (std::size_t i = 0; i < input.lines.size(); ++i) {
    const LinePrice& line = input.lines[i];
    LineTotal& total = out.lines[i];
    // 10^12 x 640,000 at most: inside 64 bits, and the sum of 1,000 bounded ones is too.
    total.subtotal = line.unit_price * line.quantity;
    fits &= total.subtotal <= limits::kAmount;
    total.line_discount = line.unit_off > 0
                              ? std::min(line.unit_off * line.quantity, total.subtotal)
                              : rated(total.subtotal, line.discount_ppm, kMillion);
    subtotal += std::min(total.subtotal, limits::kAmount);
    discount += total.line_discount;
    units += line.quantity;
  }
  out.item_subtotal = subtotal;
  out.line_discount_total = discount;
  out.unit_count = units;
  return fits && subtotal <= limits::kAmount;
}

}  // namespace sealcart::pricing
