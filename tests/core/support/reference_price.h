// What a cart costs, said once more from the rules alone: straight from the documents, stage by
// stage, with arithmetic by hand (slow_math.h). The pricing of the product is held against it.
#pragma once

#include "support/shop.h"

namespace sealcart::slow {

struct Line {
  std::int64_t subtotal = 0;
  std::int64_t line_discount = 0;
  std::int64_t order_discount = 0;
  std::int64_t tax = 0;
  friend bool operator==(const Line&, const Line&) = default;
};

struct Price {
  std::vector<Line> lines;
  std::int64_t shipping = 0;
  std::int64_t fees = 0;
  std::int64_t included_tax = 0;
  std::int64_t additional_tax = 0;
  std::int64_t grand_total = 0;
};

Price price(const PricingCase& test);

}  // namespace sealcart::slow
