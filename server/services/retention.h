// How long carts are kept, by what they are and when they were last used. Orders, and the carts
// they came from, are kept.
#pragma once

#include "services/work.h"

namespace sealcart::server {

// Days without use. A cart that is gone is cart_unknown, and a device that still has it sends it
// again, under the same line ids.
struct Retention {
  std::int64_t empty_days = 7;
  std::int64_t filled_days = 60;
  std::int64_t customer_days = 365;
};

// What a cart is by now: one of a customer or with an order stays that.
CartLife life_of(const CartRecord& record, const Cart& cart);

// Notes that the cart is used today, and what it is; writes when either changed, so a cart that is
// edited all day costs one write more.
void touch(Work& work, CartRecord& record, CartLife life);

inline constexpr std::int64_t kDayMs = 24 * 60 * 60 * 1000;
std::int64_t day_of(Timestamp now);

// Removes a little of what is no longer kept: so little that an edit of another cart waits for it a
// few milliseconds at most. Returns whether there may be more.
bool sweep(Work& work, const Retention& kept);

}  // namespace sealcart::server
