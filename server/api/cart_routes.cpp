// POST /v1/carts; GET /v1/carts/{cart}, /log; POST /ops, /shopper, /quote
#include "api/inputs.h"
#include "api/routes.h"
#include "services/priced_cart.h"
#include "services/quotes.h"
#include "services/redemptions.h"

namespace sealcart::server::api {
namespace {

using http::Request;
using http::Response;

Outcome<Response> make(Work& work, const Request& request) {
  const Result<CartRequest> wanted = read_json<CartRequest>(request.body);
  if (!wanted) return refuse(wanted.error());
  const Result<Hash32> capability = own_capability(request);
  if (!capability) return refuse(capability.error());
  const Result<MadeCart> made = make_cart(work, *wanted, *capability);
  if (!made) return refuse(made.error());
  return private_json(made->fresh ? 201 : 200, made->cart);
}

Outcome<Response> read_cart(Work& work, const CartState& state, const Request&) {
  const Result<Shop*> shop = shop_of(work, state);
  if (!shop) return refuse(shop.error());
  const PriceContext context = context_of(work, **shop, {}, work.now);
  return private_json(200, snapshot_of(state.cart, **shop, context));
}

Outcome<Response> read_entries(Work& work, const CartState& state, const Request& request) {
  const Result<std::int64_t> after = index_of(request.parameter("after"), "after");
  if (!after) return refuse(after.error());
  const Result<LogBatch> entries = read_log(work, state, *after);
  if (!entries) return refuse(entries.error());
  return private_json(200, *entries);
}

Outcome<Response> append(Work& work, const CartState& state, const Request& request) {
  const Result<OpBatch> batch = read_json<OpBatch>(request.body);
  if (!batch) return refuse(batch.error());
  const Result<LogBatch> entries = append_ops(work, state, *batch);
  if (!entries) return refuse(entries.error());
  return private_json(200, *entries);
}

Outcome<Response> shopper(Work& work, const CartState& state, const Request& request) {
  const Result<ShopperQuestion> asked = read_json<ShopperQuestion>(request.body);
  if (!asked) return refuse(asked.error());
  const Result<Shop*> shop = shop_of(work, state);
  if (!shop) return refuse(shop.error());
  return private_json(200, facts_of(work, **shop, asked->email));
}

Outcome<Response> quote(Work& work, const CartState& state, const Request& request) {
  const Result<QuoteRequest> wanted = read_json<QuoteRequest>(request.body);
  if (!wanted) return refuse(wanted.error());
  const Outcome<Quote> made = make_quote(work, state, *wanted);
  if (!made) return std::unexpected(made.error());
  return private_json(200, *made);
}

}  // namespace

void add_cart_routes(http::Router& router, App& app) {
  router.add("POST", "/v1/carts", on_request(app, make));
  router.add("GET", "/v1/carts/{cart}", on_cart(app, AccessScope::view, read_cart));
  router.add("GET", "/v1/carts/{cart}/log", on_cart(app, AccessScope::view, read_entries));
  router.add("POST", "/v1/carts/{cart}/ops", on_cart(app, AccessScope::edit, append));
  router.add("POST", "/v1/carts/{cart}/shopper", on_cart(app, AccessScope::edit, shopper));
  router.add("POST", "/v1/carts/{cart}/quote", on_cart(app, AccessScope::checkout, quote));
}

}  // namespace sealcart::server::api
