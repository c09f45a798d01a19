#include "support/shopper.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sealcart/seal/base64url.h"
#include "sealcart/seal/token.h"
#include "services/orders.h"
#include "services/priced_cart.h"
#include "services/quotes.h"
#include "services/redemptions.h"

namespace sealcart::server::testing {
namespace {

DeviceLog empty_log(const CartId& cart, ReplicaId replica) {
  DeviceLog::Saved saved;
  saved.replica = replica;
  saved.confirmed.id = cart;
  return DeviceLog::restore(std::move(saved)).value();
}

}  // namespace

Shopper::Shopper(TestShop& shop, ReplicaId replica) : Shopper(shop, random_id<CartId>(), replica) {
  const auto made = shop_.run<MadeCart>([&](Work& work) -> Outcome<MadeCart> {
    return make_cart(work, {"tea", cart_, "EUR"}, blake2b("capability"));
  });
  static_cast<void>(made.value());
}

Shopper::Shopper(TestShop& shop, const CartId& cart, ReplicaId replica)
    : shop_(shop), cart_(cart), log_(empty_log(cart, replica)) {}

Op Shopper::add(std::string_view sku, std::int32_t units, Customizations texts) {
  const Op op = make_add(log_.cart(), log_.author(), sku, units, std::move(texts));
  log_.append(op).value();
  return op;
}

void Shopper::set(const LineItem& line, std::int32_t units) {
  log_.append(make_set(log_.cart(), log_.author(), line, units)).value();
}

void Shopper::remove(const LineItem& line) {
  log_.append(make_remove(log_.cart(), log_.author(), line)).value();
}

Op Shopper::choose(std::string_view country, std::string_view method) {
  log_.append(make_destination(log_.cart(), log_.author(), {std::string(country), {}, {}})).value();
  const Op op = make_shipping_method(log_.cart(), log_.author(), method);
  log_.append(op).value();
  return op;
}

void Shopper::apply_code(std::string_view code) {
  log_.append(make_code(log_.cart(), log_.author(), code, true)).value();
}

Outcome<LogBatch> Shopper::receive(Outcome<LogBatch> batch) {
  if (!batch) return batch;
  if (batch->checkpoint) log_.adopt(*batch->checkpoint).value();
  for (const LogEntry& entry : batch->entries) log_.receive(entry).value();
  return batch;
}

Outcome<LogBatch> Shopper::send(const std::vector<Op>& ops, std::int64_t after) {
  return shop_.on_cart<LogBatch>(cart_,
                                 [&](Work& work, const CartState& state) -> Outcome<LogBatch> {
                                   return append_ops(work, state, {after, ops});
                                 });
}

Outcome<LogBatch> Shopper::send() { return receive(send(log_.pending(), log_.head())); }

void Shopper::fill(std::string_view sku, std::int32_t units, std::string_view country) {
  add(sku, units);
  choose(country);
  static_cast<void>(send().value());
}

CheckoutForm Shopper::form(std::string_view country) {
  CheckoutForm form;
  form.email = "ada@example.com";
  const bool italy = country == "IT";
  form.shipping_address = {"Ada",
                           "Street 1",
                           "",
                           "Town",
                           italy ? "RM" : "",
                           italy ? "00118" : "10115",
                           std::string(country),
                           ""};
  return form;
}

CheckoutForm Shopper::form_of(std::string_view email) {
  CheckoutForm form = Shopper::form();
  form.email = email;
  return form;
}

Snapshot Shopper::snapshot(const CheckoutForm& form) {
  const auto price = [&](Work& work, const CartState& state) -> Outcome<Snapshot> {
    const Shop& shop = **shop_of(work, state);
    return snapshot_of(state.cart, shop, context_of(work, shop, form.email, work.now));
  };
  return shop_.on_cart<Snapshot>(cart_, price).value();
}

Outcome<Quote> Shopper::quote(std::int64_t expected_total, const CheckoutForm& form) {
  return shop_.on_cart<Quote>(cart_, [&](Work& work, const CartState& state) {
    return make_quote(work, state, {expected_total, "EUR", state.record.head, form});
  });
}

Quote Shopper::good_quote(const CheckoutForm& form) {
  return quote(snapshot(form).grand_total, form).value();
}

std::string Shopper::seal(const Quote& quote, std::string_view payload) {
  seal::TokenHeader header;
  header.merchant = TestShop::merchant();
  header.cart = quote.cart.bytes;
  header.quote = quote.id.bytes;
  header.cart_state = hash_from_hex(quote.cart_hash).value();
  header.amount_minor = quote.amount;
  std::ranges::copy(quote.currency, header.currency.begin());
  header.exponent = static_cast<std::uint8_t>(quote.exponent);
  header.issued_at_ms = quote.issued_at_ms;
  header.expires_at_ms = quote.expires_at_ms;
  fill_random(header.jti);
  seal::Seed seed;
  fill_random(seed);
  seal::TokenBytes token;
  const std::span bytes(reinterpret_cast<const std::uint8_t*>(payload.data()), payload.size());
  EXPECT_EQ(seal::seal_token(header, bytes, shop_.sealing_key().pk, seed, token),
            seal::SealStatus::ok);
  std::string text(seal::kTokenTextBytes + 1, '\0');
  seal::encode_text(token, text);
  text.pop_back();
  return text;
}

OrderRequest Shopper::request(const Quote& quote, const CheckoutForm& form) {
  return {random_id<OrderId>(), cart_, quote.id, quote.amount, form, seal(quote)};
}

Outcome<Order> Shopper::order(const OrderRequest& request) {
  const auto place = [&](Work& work, const CartState& state) -> Outcome<Order> {
    return place_order(work, state, request);
  };
  return shop_.on_cart<Order>(cart_, place, true);
}

Outcome<Order> Shopper::read(const OrderId& order) {
  return shop_.run<Order>([&](Work& work) -> Outcome<Order> { return read_order(work, order); });
}

}  // namespace sealcart::server::testing
