// An amount out of a larger one, with its share of the taxes in it.
#pragma once

#include <vector>

#include "sealcart/money.h"
#include "sealcart/tender.h"

namespace sealcart::pricing {

// Working memory a caller keeps.
struct TaxSplitWork {
  std::vector<std::int64_t> parts;
  std::vector<std::int64_t> shares;
  AllocationScratch scratch;
};

// Splits `amount` in the proportion of net and taxes of `whole`: fills `out` beside `taxes` and
// returns the net. No part exceeds that of the whole, and the whole amount takes all of each.
// Requires 0 <= amount <= whole, and taxes that add up to at most `whole`.
std::int64_t split_tax(std::int64_t amount, std::int64_t whole, const std::vector<TaxShare>& taxes,
                       TaxSplitWork& work, std::vector<TaxShare>& out);

// number_out_of_range when a tax is below 0 or they exceed `whole` ("taxes[i].amount"),
// list_too_long ("taxes").
Status check_taxes(std::int64_t whole, const std::vector<TaxShare>& taxes);

}  // namespace sealcart::pricing
