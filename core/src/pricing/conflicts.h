// Which promotions exclude each other.
#pragma once

#include "sealcart/price_input.h"

namespace sealcart::pricing {

// Whether a promotion goes together with those of a class.
bool combines(const Promotion& promotion, PromotionTarget with);
bool combines_with_nothing(const Promotion& promotion);

// Whether a promotion of lines can't compete for each line alone: its units or amount are shared.
inline bool spans_lines(const Rule& rule) {
  return rule.buy > 0 || rule.max_units > 0 || rule.max_amount < kNever;
}
inline bool spans_lines(const Promotion& promotion) {
  return promotion.units || promotion.max_units > 0 || promotion.max_amount;
}

// on_shared_lines: only where both lower the same line.
enum class Exclusion : std::uint8_t { no, on_shared_lines, yes };
Exclusion exclusion(const Promotion& x, const Promotion& y);

// Fills input.conflicts: pairs of one exclusive group; pairs of two classes that don't both
// combine; pairs of one class and lane that don't both combine and can't compete line by line.
void find_conflicts(const StoreDocument& doc, PriceInput& input);

}  // namespace sealcart::pricing
