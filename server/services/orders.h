// Placing an order: a quote and a sealed token become an order, once per idempotency key.
#pragma once

#include "services/work.h"

namespace sealcart::server {

// The order as answered the first time, or the same answer again for the same request. All in one
// transaction: quote used, stock reserved, lots consumed, token kept, order and payment written,
// the ordered lines taken out of the cart. Refuses, and then nothing of it happened:
// idempotency_mismatch, quote_unknown, quote_invalid, quote_expired, total_changed, cart_changed,
// token_invalid, token_mismatch, token_expired, token_reused, and what problems() tells of stock
// and limits: sold_out, stock_insufficient, order_limit, customer_limit.
Result<Order> place_order(Work& work, const CartState& state, const OrderRequest& request);

// The order with its payment as it stands: order_unknown, also for an order of another cart.
Result<Order> read_order(Work& work, const OrderId& id);

}  // namespace sealcart::server
