#include "api/front.h"

#include <chrono>

#include "base/log.h"
#include "http/problem.h"
#include "http/security_headers.h"

namespace sealcart::server::api {
namespace {

using http::Request;
using http::Response;
using Time = RequestLimits::Time;

}  // namespace

struct Front::Asked {
  explicit Asked(const Request& request)
      : method(request.method),
        path(request.path),
        cart(cart_of(request)),
        client(request.client) {}
  std::string method;
  std::string path;
  std::string cart;
  std::optional<http::Address> client;
  Time began = std::chrono::steady_clock::now();
};

void Front::note(const Asked& asked, const Response& response) {
  const auto took = std::chrono::steady_clock::now() - asked.began;
  app_.metrics().answered(response.route, response.status, response.refused, took);
  // A full disk is told once, by storage: the log may be on it.
  const bool failed = response.status >= 500 && response.refused != ErrorCode::storage_full;
  log(failed ? Level::warning : Level::debug, "request",
      {{"method", asked.method},
       {"path", asked.path},
       {"status", response.status},
       {"us", std::chrono::duration_cast<std::chrono::microseconds>(took).count()}});
}

std::optional<Error> Front::refusal_of(const Request& request) {
  if (auto refusal = origins_.refusal_of(request)) return refusal;
  const Time now = std::chrono::steady_clock::now();
  const bool is_worker = request.path.starts_with("/v1/worker/");
  const bool writes = request.method == "POST" || request.method == "DELETE";
  if (!is_worker && app_.queue().turns_away(writes, now)) {
    app_.metrics().turned_away();
    return Error(ErrorCode::unavailable);
  }
  return limits_.admit(request, now);
}

// What a page of another origin asks and reads is settled here, for refusals too.
Awaitable<Response> Front::serve_api(Request request) {
  const std::string origin(request.header("origin"));
  const bool asks_first = http::is_preflight(request);
  Response response;
  if (auto refusal = refusal_of(request)) {
    response = http::problem(*std::move(refusal));
  } else {
    response = co_await router_.route(std::move(request));
  }
  origins_.permit(origin, asks_first, response);
  response.headers.push_back(http::api_policy());
  co_return response;
}

Awaitable<Response> Front::serve(std::shared_ptr<Front> front, Request request) {
  const Asked asked(request);
  const bool is_api = request.path.starts_with("/v1/");
  Response response;
  if (is_api) {
    response = co_await front->serve_api(std::move(request));
    front->limits_.learn(asked.client, asked.cart, response.refused,
                         std::chrono::steady_clock::now());
  } else {
    response = co_await front->router_.route(std::move(request));
  }
  front->note(asked, response);
  co_return response;
}

}  // namespace sealcart::server::api
