// POST /v1/orders; GET /v1/orders/{order}
#include "api/inputs.h"
#include "api/routes.h"
#include "services/orders.h"

namespace sealcart::server::api {
namespace {

using http::Request;
using http::Response;

Result<OrderRequest> order_request(const Request& request) {
  Result<OrderRequest> wanted = read_json<OrderRequest>(request.body);
  if (!wanted) return wanted;
  const std::string_view key = request.header("idempotency-key");
  if (key.empty()) return refuse(Error(ErrorCode::idempotency_key_missing, "Idempotency-Key"));
  if (key != to_hex(wanted->order.bytes)) {
    return refuse(Error(ErrorCode::idempotency_mismatch, "order"));
  }
  return wanted;
}

Outcome<Response> place(Work& work, const Request& request) {
  const Result<OrderRequest> wanted = order_request(request);
  if (!wanted) return refuse(wanted.error());
  const Result<Visit> visit =
      open_cart(work, wanted->cart, capability_of(request), AccessScope::checkout);
  if (!visit) return refuse(visit.error());
  const Result<Order> order = place_order(work, *visit->cart, *wanted);
  if (!order) return refuse(order.error());
  return private_json(201, *order);
}

Foreseen foreseen_of_order(const Request& request) {
  const Result<OrderRequest> wanted = read_json<OrderRequest>(request.body);
  if (!wanted) return {};
  return {.changed = {wanted->cart}, .counts = true};
}

Outcome<Response> read(Work& work, const Request& request) {
  const Result<OrderId> id = id_of<OrderId>(request.capture("order"), "order");
  if (!id) return refuse(id.error());
  const Result<Order> order = read_order(work, *id);
  if (!order) return refuse(order.error());
  const Result<Visit> visit =
      open_cart(work, order->cart, capability_of(request), AccessScope::checkout);
  if (!visit) return refuse(visit.error());
  return private_json(200, *order);
}

}  // namespace

void add_order_routes(http::Router& router, App& app) {
  router.add("POST", "/v1/orders", [&app](Request request) {
    auto kept = std::make_shared<const Request>(std::move(request));
    return app.answer([kept](Work& work) { return place(work, *kept); }, foreseen_of_order(*kept));
  });
  router.add("GET", "/v1/orders/{order}", on_request(app, read));
}

}  // namespace sealcart::server::api
