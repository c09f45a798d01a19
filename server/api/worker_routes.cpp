// POST /v1/worker/claim, /v1/worker/result: for the payment worker alone, by its own secret.
#include "api/inputs.h"
#include "api/routes.h"
#include "http/problem.h"
#include "services/payments.h"

namespace sealcart::server::api {
namespace {

using http::Request;
using http::Response;

constexpr std::chrono::seconds kLongPoll{10};
const Foreseen kCounts{.counts = true};

bool is_worker(const App& app, const Request& request) {
  // Compared by hash: in constant time whatever the lengths.
  return same(blake2b(bearer(request)), blake2b(app.config().worker_secret));
}

Awaitable<Outcome<std::optional<PaymentClaim>>> claim_now(App& app) {
  return app.run<std::optional<PaymentClaim>>(
      [](Work& work) -> Outcome<std::optional<PaymentClaim>> { return claim_payment(work); },
      kCounts);
}

Awaitable<Response> claim(App& app, Request request) {
  if (!is_worker(app, request)) co_return http::problem(ErrorCode::unauthorized);
  Outcome<std::optional<PaymentClaim>> claimed = co_await claim_now(app);
  if (claimed && !*claimed) {
    co_await app.news().wait_for_payment(kLongPoll);
    if (!app.news().stopped()) claimed = co_await claim_now(app);
  }
  if (!claimed) co_return http::problem(claimed.error());
  if (*claimed) co_return private_json(200, **claimed);
  Response nothing;
  nothing.status = 204;
  co_return nothing;
}

Outcome<Response> settle(Work& work, const std::string& body) {
  const Result<PaymentResult> result = read_json<PaymentResult>(body);
  if (!result) return refuse(result.error());
  const Result<Order> order = settle_payment(work, *result);
  if (!order) return refuse(order.error());
  return private_json(200, *order);
}

Awaitable<Response> report(App& app, Request request) {
  if (!is_worker(app, request)) co_return http::problem(ErrorCode::unauthorized);
  // Named before it is awaited: GCC 12 destroys a closure made inside a co_await call twice.
  std::function<Outcome<Response>(Work&)> service = [body = std::move(request.body)](Work& work) {
    return settle(work, body);
  };
  co_return co_await app.answer(std::move(service), kCounts);
}

}  // namespace

void add_worker_routes(http::Router& router, App& app) {
  router.add("POST", "/v1/worker/claim",
             [&app](Request request) { return claim(app, std::move(request)); });
  router.add("POST", "/v1/worker/result",
             [&app](Request request) { return report(app, std::move(request)); });
}

}  // namespace sealcart::server::api
