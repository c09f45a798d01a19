// Promotions that may be used a limited number of times, or only with a first order.
#pragma once

#include <string_view>

#include "sealcart/price_context.h"
#include "services/work.h"

namespace sealcart::server {

// A shopper without an account: a keyed hash of known_email().
Hash32 shopper_key(const Identity& identity, std::string_view email);

// What prices for this shopper need to know. Without an address only what is used up for everyone.
ShopperFacts facts_of(Work& work, const Shop& shop, std::string_view email);

// The whole context of a price on this server.
PriceContext context_of(Work& work, const Shop& shop, std::string_view email, Timestamp at);

// Counts each promotion that lowers something in the snapshot as used by the order. cart_changed:
// one is used up by now; the caller undoes the work.
Status redeem_promotions(Work& work, const Shop& shop, const Snapshot& snapshot,
                         const OrderId& order, const Hash32& shopper);

}  // namespace sealcart::server
