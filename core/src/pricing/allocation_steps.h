// The two ways to fill the rows of an AllocationWork: with bounds by largest remainder, or as a
// named platform does. Both return what no row could take.
#pragma once

#include "sealcart/allocation.h"

namespace sealcart::pricing {

// `amount` >= 0, and >= the sum of what the rows must get at least.
std::int64_t share_by_remainder(std::int64_t amount, const AllocationRule& rule,
                                AllocationWork& work);
std::int64_t share_as_peer(std::int64_t amount, const AllocationRule& rule, AllocationWork& work);

}  // namespace sealcart::pricing
