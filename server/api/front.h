// What every request of a site goes through before and after its route: where it comes from,
// whether storage keeps up, how often it came, and a note of it.
#pragma once

#include <memory>

#include "api/app.h"
#include "api/request_limits.h"
#include "http/origin_policy.h"
#include "http/router.h"

namespace sealcart::server::api {

struct FrontConfig {
  http::OriginPolicy origins;
  RequestRates rates;
};

class Front {
 public:
  Front(http::Router router, const FrontConfig& config, App& app)
      : router_(std::move(router)), origins_(config.origins), limits_(config.rates), app_(app) {}

  // `front` lives as long as the answer takes.
  static Awaitable<http::Response> serve(std::shared_ptr<Front> front, http::Request request);

 private:
  struct Asked;  // what is kept of a request while its route has it
  void note(const Asked& asked, const http::Response& response);
  Awaitable<http::Response> serve_api(http::Request request);
  std::optional<Error> refusal_of(const http::Request& request);

  http::Router router_;
  http::OriginPolicy origins_;
  RequestLimits limits_;
  App& app_;
};

}  // namespace sealcart::server::api
