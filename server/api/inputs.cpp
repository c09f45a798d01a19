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

http::Handler on_request(App& app, RequestService service) {
  return [&app, service](http::Request request) {
    auto kept = std::make_shared<const http::Request>(std::move(request));
    return app.answer([service, kept](Work& work) { return service(work, *kept); });
  };
}

http::Handler on_cart(App& app, CartService service) {
  return [&app, service](http::Request request) {
    auto kept = std::make_shared<const http::Request>(std::move(request));
    return app.answer([service, kept](Work& work) -> Outcome<http::Response> {
      const Result<CartId> id = id_of<CartId>(kept->capture("cart"), "cart");
      if (!id) return refuse(id.error());
      const Result<CartPtr> state = open_cart(work, *id, capability_hash(bearer(*kept)));
      if (!state) return refuse(state.error());
      return service(work, **state, *kept);
    });
  };
}

}  // namespace sealcart::server::api
