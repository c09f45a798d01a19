#include "http/router.h"

#include <algorithm>
#include <utility>

#include "http/problem.h"
#include "http/target.h"

namespace sealcart::server::http {
namespace {

bool is_capture(std::string_view segment) { return segment.starts_with('{'); }

Response no_content(std::string allowed) {
  Response response;
  response.status = 204;
  response.headers.push_back({"allow", std::move(allowed)});
  return response;
}

Response wrong_method(const std::string& allowed) {
  Response response =
      problem(Error(ErrorCode::method_not_allowed).with("allowed", std::string(allowed)));
  response.headers.push_back({"allow", allowed});
  return response;
}

}  // namespace

void Router::add(std::string_view method, std::string_view pattern, Handler handler) {
  Target target;
  parse_target(pattern, target);
  routes_.push_back(
      {std::string(method), std::string(pattern), std::move(target.segments), std::move(handler)});
}

bool Router::fits(const Route& route, Request& request) {
  const bool same = std::ranges::equal(route.segments, request.segments,
                                       [](const std::string& wanted, const std::string& given) {
                                         return is_capture(wanted) || wanted == given;
                                       });
  if (!same) return false;
  request.captures.clear();
  for (std::size_t i = 0; i < route.segments.size(); ++i) {
    const std::string& wanted = route.segments[i];
    if (!is_capture(wanted)) continue;
    request.captures.emplace_back(wanted.substr(1, wanted.size() - 2), request.segments[i]);
  }
  return true;
}

Awaitable<Response> Router::route(Request request) const {
  const std::string method = request.method == "HEAD" ? "GET" : request.method;
  std::string allowed;
  for (const Route& route : routes_) {
    if (!fits(route, request)) continue;
    if (route.method == method) {
      Response response = co_await route.handler(std::move(request));
      response.route = &route.pattern;
      co_return response;
    }
    allowed += route.method == "GET" ? "GET, HEAD, " : route.method + ", ";
  }
  if (allowed.empty() && fallback_) {
    if (method == "GET") co_return co_await fallback_(std::move(request));
    allowed = "GET, HEAD, ";
  }
  if (allowed.empty()) co_return problem(ErrorCode::not_found);
  allowed += "OPTIONS";
  if (method == "OPTIONS") co_return no_content(std::move(allowed));
  co_return wrong_method(allowed);
}

}  // namespace sealcart::server::http
