// How much more has to be bought to reach a goal.
#pragma once

#include <optional>

#include "sealcart/totals.h"

namespace sealcart::pricing {

// Finds it by pricing the cart with one more line that costs this or that. Where the missing amount
// falls as more is spent, the answer is the least; where it rises in between (a promotion of the
// order begins), a boundary all the same: the answer reaches the goal, one minor unit less does
// not. Bounded work: what can't be found within it is not told.
class SpendSearch {
 public:
  explicit SpendSearch(const Priced& priced);

  std::optional<std::int64_t> least(std::size_t goal);

 private:
  void aim_at_promotion(PriceInput& trial, std::size_t goal);
  bool reaches(PriceInput& trial, std::size_t goal, std::int64_t amount);
  std::optional<std::int64_t> search(PriceInput& trial, std::size_t goal);

  const Priced& priced_;
  PriceInput further_;               // with the line at the end
  std::optional<std::size_t> rule_;  // aimed at while its conditions do not hold
  std::int64_t tries_ = 0;
  PriceScratch scratch_;
  Totals out_;
};

}  // namespace sealcart::pricing
