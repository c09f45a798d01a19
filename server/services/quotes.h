// A quote: the total the server will charge, signed and good for 15 minutes. Given only for the
// total the shopper has on the screen.
#pragma once

#include "services/work.h"

namespace sealcart::server {

inline constexpr std::int64_t kQuoteLifeMs = 15 * 60 * 1000;

// cart_empty, currency_mismatch, op_base_ahead; all problems of form and cart at once;
// total_changed.
Outcome<Quote> make_quote(Work& work, const CartState& state, const QuoteRequest& request);

// A quote of this cart that can still be accepted: quote_unknown, quote_invalid (its MAC),
// quote_expired.
Result<Quote> find_quote(Work& work, const CartId& cart, const QuoteId& id);

// The cart priced for the form's address and shopper at a moment: what a quote and its order are
// about.
Snapshot quoted_snapshot(Work& work, const CartState& state, const Shop& shop,
                         const CheckoutForm& form, Timestamp at);
// Why that can't be ordered as it stands.
std::vector<Error> quoted_problems(Work& work, const CartState& state, const Shop& shop,
                                   const CheckoutForm& form, Timestamp at);

// Where the order is fetched; null: it is delivered, whatever the form says. find_pickup()'s
// errors.
Result<const PickupLocation*> pickup_of(const Snapshot& snapshot, const CheckoutForm& form);

}  // namespace sealcart::server
