#include "api/inputs.h"

#include <charconv>
#include <utility>

#include "http/problem.h"

namespace sealcart::server::api {

std::string_view bearer(const http::Request& request) {
  constexpr std::string_view kScheme = "Bearer ";
  const std::string_view value = request.header("authorization");
  return value.starts_with(kScheme) ? value.substr(kScheme.size()) : std::string_view();
}

Result<std::int64_t> index_of(std::string_view text, std::string_view name) {
  std::int64_t value = 0;
  if (text.empty()) return value;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed == std::errc::invalid_argument || end != text.data() + text.size()) {
    return refuse(Error(ErrorCode::number_not_integer, std::string(name)));
  }
  if (failed != std::errc() || value < 0 || value > limits::kCounter) {
    return refuse(Error(ErrorCode::number_out_of_range, std::string(name))
                      .with("min", std::int64_t{0})
                      .with("max", limits::kCounter));
  }
  return value;
}

http::Response public_json(const http::Request& request, std::string text) {
  const std::string etag = '"' + hex(blake2b(text)).substr(0, 32) + '"';
  http::Response response = http::json(200, std::move(text));
  if (request.header("if-none-match") == etag) {
    response.status = 304;
    response.body.clear();
  }
  response.headers.push_back({"cache-control", "no-cache"});
  response.headers.push_back({"etag", etag});
  return response;
}

Foreseen foreseen_of(const http::Request& request) {
  const Result<CartId> cart = id_of<CartId>(request.capture("cart"), "cart");
  if (!cart) return {};
  return request.method == "GET" ? Foreseen::read_of(*cart) : Foreseen::change_of(*cart);
}

http::Handler on_request(App& app, RequestService service) {
  return [&app, service](http::Request request) {
    auto kept = std::make_shared<const http::Request>(std::move(request));
    return app.answer([service, kept](Work& work) { return service(work, *kept); });
  };
}

std::optional<Hash32> capability_of(const http::Request& request) {
  return capability_hash(bearer(request));
}

Result<Hash32> own_capability(const http::Request& request) {
  const std::optional<Hash32> capability = capability_of(request);
  if (!capability) return refuse(Error(ErrorCode::unauthorized));
  return *capability;
}

namespace {

Result<Visit> visit_of(Work& work, const http::Request& request, AccessScope scope) {
  const Result<CartId> id = id_of<CartId>(request.capture("cart"), "cart");
  if (!id) return refuse(id.error());
  return open_cart(work, *id, capability_of(request), scope);
}

}  // namespace

http::Handler on_cart(App& app, AccessScope scope, CartService service) {
  return [&app, scope, service](http::Request request) {
    auto kept = std::make_shared<const http::Request>(std::move(request));
    const auto serve = [scope, service, kept](Work& work) -> Outcome<http::Response> {
      const Result<Visit> visit = visit_of(work, *kept, scope);
      if (!visit) return refuse(visit.error());
      return service(work, *visit->cart, *kept);
    };
    return app.answer(serve, foreseen_of(*kept));
  };
}

http::Handler on_visit(App& app, AccessScope scope, VisitService service) {
  return [&app, scope, service](http::Request request) {
    auto kept = std::make_shared<const http::Request>(std::move(request));
    const auto serve = [scope, service, kept](Work& work) -> Outcome<http::Response> {
      const Result<Visit> visit = visit_of(work, *kept, scope);
      if (!visit) return refuse(visit.error());
      return service(work, *visit, *kept);
    };
    return app.answer(serve, foreseen_of(*kept));
  };
}

http::Response done() {
  http::Response response;
  response.status = 204;
  response.headers.push_back({"cache-control", "no-store"});
  return response;
}

Outcome<http::Response> done_or(const Status& status) {
  if (!status) return refuse(status.error());
  return done();
}

}  // namespace sealcart::server::api
