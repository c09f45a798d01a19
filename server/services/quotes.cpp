#include "services/quotes.h"

#include <algorithm>
#include <utility>

#include "sealcart/wire.h"
#include "services/carts.h"
#include "services/form_errors.h"
#include "services/priced_cart.h"
#include "services/redemptions.h"

namespace sealcart::server {
namespace {

Hash32 mac_of(const Identity& identity, Quote quote) {
  quote.mac.clear();
  std::string text;
  write_json(text, quote);
  return keyed_blake2b(identity.quote_key, text);
}

// Paths of the form's problems are those the page has, which checks the same form.
std::vector<Error> all_problems(const Cart& cart, const Shop& shop, const Snapshot& snapshot,
                                const CheckoutForm& form, const PriceContext& context) {
  std::vector<Error> found = form_errors(form);
  for (Error& error : problems_of(cart, shop, context)) found.push_back(std::move(error));
  if (found.empty() && snapshot.estimate) {
    found.push_back(Error(ErrorCode::field_required, "shippingMethod"));
  }
  if (const auto place = pickup_of(snapshot, form); !place) found.push_back(place.error());
  return found;
}

Cart addressed(const CartState& state, const CheckoutForm& form) {
  Cart cart = state.cart;
  cart.destination = destination_of(form.shipping_address);
  return cart;
}

Status check_request(const CartState& state, const QuoteRequest& request) {
  if (state.cart.lines.empty()) return refuse(Error(ErrorCode::cart_empty));
  if (request.currency != state.record.currency) {
    return refuse(Error(ErrorCode::currency_mismatch, "currency")
                      .with("given", request.currency)
                      .with("expected", state.record.currency));
  }
  if (request.head > state.record.head) {
    return refuse(Error(ErrorCode::op_base_ahead, "head")
                      .with("base", request.head)
                      .with("head", state.record.head));
  }
  return {};
}

Quote issue(const Work& work, const Snapshot& snapshot) {
  Quote quote;
  quote.id = random_id<QuoteId>();
  quote.cart = snapshot.cart;
  quote.merchant = hex(work.identity.merchant);
  quote.cart_hash = hex(state_hash(snapshot));
  quote.amount = snapshot.grand_total;
  quote.currency = snapshot.currency;
  quote.exponent = snapshot.exponent;
  quote.store_version = snapshot.store_version;
  quote.issued_at_ms = work.now.ms;
  quote.expires_at_ms = work.now.ms + kQuoteLifeMs;
  quote.mac = hex(mac_of(work.identity, quote));
  return quote;
}

}  // namespace

Result<const PickupLocation*> pickup_of(const Snapshot& snapshot, const CheckoutForm& form) {
  const auto& methods = snapshot.shipping_methods;
  const auto chosen = std::ranges::find_if(methods, &SnapshotMethod::chosen);
  if (chosen == methods.end() || chosen->pickup.empty()) return nullptr;
  const auto place = find_pickup(chosen->pickup, form.pickup_location);
  if (!place) return refuse(place.error());
  return &chosen->pickup[*place];
}

Snapshot quoted_snapshot(Work& work, const CartState& state, const Shop& shop,
                         const CheckoutForm& form, Timestamp at) {
  return snapshot_of(addressed(state, form), shop, context_of(work, shop, form.email, at));
}

std::vector<Error> quoted_problems(Work& work, const CartState& state, const Shop& shop,
                                   const CheckoutForm& form, Timestamp at) {
  return problems_of(addressed(state, form), shop, context_of(work, shop, form.email, at));
}

Outcome<Quote> make_quote(Work& work, const CartState& state, const QuoteRequest& request) {
  if (Status fine = check_request(state, request); !fine) return refuse(fine.error());
  const Result<Shop*> shop = shop_of(work, state);
  if (!shop) return refuse(shop.error());
  const PriceContext context = context_of(work, **shop, request.form.email, work.now);
  const Cart cart = addressed(state, request.form);
  const Snapshot snapshot = snapshot_of(cart, **shop, context);
  std::vector<Error> found = all_problems(cart, **shop, snapshot, request.form, context);
  if (!found.empty()) return std::unexpected(Refusal(std::move(found)));
  if (snapshot.grand_total != request.expected_total) {
    return refuse(Error(ErrorCode::total_changed, "expectedTotal")
                      .with("expected", request.expected_total)
                      .with("actual", snapshot.grand_total));
  }
  Quote quote = issue(work, snapshot);
  work.storage.insert_quote(quote);
  return quote;
}

Result<Quote> find_quote(Work& work, const CartId& cart, const QuoteId& id) {
  const std::optional<QuoteRecord> record = work.storage.quote(cart, id);
  if (!record) return refuse(Error(ErrorCode::quote_unknown, "quote"));
  const Quote& quote = record->quote;
  const auto mac = hash_from_hex(quote.mac);
  if (!mac || !same(*mac, mac_of(work.identity, quote))) {
    return refuse(Error(ErrorCode::quote_invalid, "quote"));
  }
  if (record->used || work.now.ms >= quote.expires_at_ms) {
    return refuse(Error(ErrorCode::quote_expired, "quote"));
  }
  return quote;
}

}  // namespace sealcart::server
