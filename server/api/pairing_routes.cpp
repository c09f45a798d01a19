// POST and GET /v1/carts/{cart}/pairings; POST /pairings/{pairing}/approve, /refuse;
// POST /v1/pairings/claim; GET /v1/pairings/{pairing}, which can wait for the answer.
#include <algorithm>
#include <chrono>

#include "api/inputs.h"
#include "api/routes.h"
#include "http/problem.h"
#include "services/pairings.h"

namespace sealcart::server::api {
namespace {

using http::Request;
using http::Response;

constexpr std::int64_t kLongestWaitSec = 10;

Outcome<Response> offer(Work& work, const Visit& visit, const Request& request) {
  const Result<PairingRequest> wanted = read_json<PairingRequest>(request.body);
  if (!wanted) return refuse(wanted.error());
  const Result<PairingOffer> made = offer_pairing(work, visit, *wanted, request.header("origin"));
  if (!made) return refuse(made.error());
  return private_json(201, *made);
}

Outcome<Response> list_offers(Work& work, const CartState& state, const Request&) {
  return private_json(200, list_pairings(state, work.now));
}

Outcome<Response> approve(Work& work, const Visit& visit, const Request& request) {
  const Result<PairingId> id = id_of<PairingId>(request.capture("pairing"), "pairing");
  if (!id) return refuse(id.error());
  const Result<PairingApproval> approval = read_json<PairingApproval>(request.body);
  if (!approval) return refuse(approval.error());
  const Result<Pairing> approved = approve_pairing(work, visit, *id, *approval);
  if (!approved) return refuse(approved.error());
  return private_json(200, *approved);
}

Outcome<Response> turn_away(Work& work, const Visit& visit, const Request& request) {
  const Result<PairingId> id = id_of<PairingId>(request.capture("pairing"), "pairing");
  if (!id) return refuse(id.error());
  const Result<Pairing> refused = refuse_pairing(work, visit, *id);
  if (!refused) return refuse(refused.error());
  return private_json(200, *refused);
}

Outcome<Response> claim_offer(Work& work, const Request& request) {
  const Result<PairingClaim> claim = read_json<PairingClaim>(request.body);
  if (!claim) return refuse(claim.error());
  const Result<Hash32> capability = own_capability(request);
  if (!capability) return refuse(capability.error());
  const Result<Pairing> waiting = claim_pairing(work, *claim, *capability);
  if (!waiting) return refuse(waiting.error());
  return private_json(200, *waiting);
}

Outcome<PairingView> view_of(Work& work, const Request& request) {
  const Result<PairingId> id = id_of<PairingId>(request.capture("pairing"), "pairing");
  if (!id) return refuse(id.error());
  const Result<PairingView> view = read_pairing(work, *id, capability_of(request));
  if (!view) return refuse(view.error());
  return *view;
}

Awaitable<Outcome<PairingView>> look(App& app, std::shared_ptr<const Request> request) {
  return app.run<PairingView>([request](Work& work) { return view_of(work, *request); });
}

Response told(const Outcome<PairingView>& view) {
  return view ? private_json(200, view->pairing) : http::problem(view.error());
}

// Answers when the pairing is decided, or at the end of the wait.
Awaitable<Response> await_answer(App& app, std::shared_ptr<const Request> request,
                                 std::chrono::seconds wait) {
  const auto end = std::chrono::steady_clock::now() + wait;
  Outcome<PairingView> view = co_await look(app, request);
  if (!view || wait <= std::chrono::seconds::zero()) co_return told(view);
  // From here on no change is missed.
  Listener listener(app.news(), view->cart);
  view = co_await look(app, request);
  while (view && view->pairing.state == PairingState::waiting && !listener.stopped()) {
    const auto left =
        std::chrono::ceil<std::chrono::seconds>(end - std::chrono::steady_clock::now());
    if (left <= std::chrono::seconds::zero()) break;
    co_await listener.wait(left);
    static_cast<void>(listener.take_cart_moved());
    static_cast<void>(listener.take_orders());
    view = co_await look(app, request);
  }
  co_return told(view);
}

Awaitable<Response> read_answer(App& app, Request request) {
  auto kept = std::make_shared<const Request>(std::move(request));
  const Result<std::int64_t> wait = index_of(kept->parameter("wait"), "wait");
  if (!wait) co_return http::problem(Refusal(wait.error()));
  co_return co_await await_answer(app, kept,
                                  std::chrono::seconds(std::min(*wait, kLongestWaitSec)));
}

}  // namespace

void add_pairing_routes(http::Router& router, App& app) {
  router.add("POST", "/v1/carts/{cart}/pairings", on_visit(app, AccessScope::manage, offer));
  router.add("GET", "/v1/carts/{cart}/pairings", on_cart(app, AccessScope::manage, list_offers));
  router.add("POST", "/v1/carts/{cart}/pairings/{pairing}/approve",
             on_visit(app, AccessScope::manage, approve));
  router.add("POST", "/v1/carts/{cart}/pairings/{pairing}/refuse",
             on_visit(app, AccessScope::manage, turn_away));
  router.add("POST", "/v1/pairings/claim", on_request(app, claim_offer));
  router.add("GET", "/v1/pairings/{pairing}",
             [&app](Request request) { return read_answer(app, std::move(request)); });
}

}  // namespace sealcart::server::api
