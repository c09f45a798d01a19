// Payments as the endpoint sees them: handed to a worker, and closed with what it reports.
#pragma once

#include <optional>

#include "services/payment_messages.h"
#include "services/work.h"

namespace sealcart::server {

inline constexpr std::int64_t kLeaseMs = 60'000;

// The payment that waits longest, now leased to the caller; nothing when none waits.
Result<std::optional<PaymentClaim>> claim_payment(Work& work);

// Closes a claimed or unknown payment. A capture of another amount or currency than ordered becomes
// `review`. Declined: the stock is released and the units go back into the cart. Repeating a result
// changes nothing. order_unknown, value_not_allowed (state), idempotency_mismatch (fence).
Result<Order> settle_payment(Work& work, const PaymentResult& result);

// After a crash: tokens whose payment needs none any more, or has no order, are deleted.
void sweep_tokens(Storage& storage);

}  // namespace sealcart::server
