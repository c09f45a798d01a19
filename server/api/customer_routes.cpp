// POST /v1/login, /v1/logout; GET and POST /v1/customer/carts; POST and DELETE
// /v1/customer/carts/{cart}; POST /v1/carts/{cart}/move
#include "api/inputs.h"
#include "api/routes.h"
#include "services/moves.h"
#include "services/sign_in.h"

namespace sealcart::server::api {
namespace {

using http::Request;
using http::Response;

Outcome<Response> log_in(Work& work, const Request& request) {
  const Result<LoginRequest> wanted = read_json<LoginRequest>(request.body);
  if (!wanted) return refuse(wanted.error());
  const Result<LoginAnswer> answer = sign_in(work, *wanted, capability_of(request));
  if (!answer) return refuse(answer.error());
  return private_json(200, *answer);
}

Outcome<Response> log_out(Work& work, const Request& request) {
  const Result<SessionRecord> session = open_session(work, capability_of(request));
  if (!session) return refuse(session.error());
  end_session(work, *session);
  return done();
}

Outcome<Response> list_own_carts(Work& work, const Request& request) {
  const Result<SessionRecord> session = open_session(work, capability_of(request));
  if (!session) return refuse(session.error());
  return private_json(200, CustomerCarts{list_customer_carts(work, session->customer)});
}

Outcome<Response> make_own_cart(Work& work, const Request& request) {
  const Result<SessionRecord> session = open_session(work, capability_of(request));
  if (!session) return refuse(session.error());
  const auto wanted = read_json<CustomerCartRequest>(request.body);
  if (!wanted) return refuse(wanted.error());
  const Result<MadeCustomerCart> made = make_customer_cart(work, *session, *wanted);
  if (!made) return refuse(made.error());
  return private_json(made->fresh ? 201 : 200, made->cart);
}

Outcome<Response> change_own_cart(Work& work, const Request& request) {
  const Result<SessionRecord> session = open_session(work, capability_of(request));
  if (!session) return refuse(session.error());
  const Result<CartId> cart = id_of<CartId>(request.capture("cart"), "cart");
  if (!cart) return refuse(cart.error());
  const auto wanted = read_json<CustomerCartChange>(request.body);
  if (!wanted) return refuse(wanted.error());
  const Result<CustomerCart> changed = change_customer_cart(work, *session, *cart, *wanted);
  if (!changed) return refuse(changed.error());
  return private_json(200, *changed);
}

Outcome<Response> delete_own_cart(Work& work, const Request& request) {
  const Result<SessionRecord> session = open_session(work, capability_of(request));
  if (!session) return refuse(session.error());
  const Result<CartId> cart = id_of<CartId>(request.capture("cart"), "cart");
  if (!cart) return refuse(cart.error());
  return done_or(delete_customer_cart(work, *session, *cart));
}

Outcome<Response> move_over(Work& work, const Visit& visit, const Request& request) {
  const Result<MoveRequest> wanted = read_json<MoveRequest>(request.body);
  if (!wanted) return refuse(wanted.error());
  const Result<Visit> to = open_cart(work, wanted->to, visit.access->capability, AccessScope::edit);
  if (!to) return refuse(Error(to.error()).inside("to"));
  const Result<MoveAnswer> moved = move_line(work, *visit.cart, *to->cart, *wanted);
  if (!moved) return refuse(moved.error());
  return private_json(200, *moved);
}

}  // namespace

void add_customer_routes(http::Router& router, App& app) {
  router.add("POST", "/v1/login", on_request(app, log_in));
  router.add("POST", "/v1/logout", on_request(app, log_out));
  router.add("GET", "/v1/customer/carts", on_request(app, list_own_carts));
  router.add("POST", "/v1/customer/carts", on_request(app, make_own_cart));
  router.add("POST", "/v1/customer/carts/{cart}", on_request(app, change_own_cart));
  router.add("DELETE", "/v1/customer/carts/{cart}", on_request(app, delete_own_cart));
  router.add("POST", "/v1/carts/{cart}/move", on_visit(app, AccessScope::edit, move_over));
}

}  // namespace sealcart::server::api
