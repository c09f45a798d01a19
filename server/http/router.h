// Which handler answers: method and path, where "{name}" stands for one segment.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace sealcart::server::http {

class Router {
 public:
  // e.g. add("GET", "/v1/carts/{cart}", …)
  void add(std::string_view method, std::string_view pattern, Handler handler);
  // Answers what no pattern fits (static files).
  void set_fallback(Handler handler) { fallback_ = std::move(handler); }

  // HEAD is answered as GET; OPTIONS with the methods of the path; another method than those with
  // method_not_allowed.
  Awaitable<Response> route(Request request) const;

 private:
  struct Route {
    std::string method;
    std::string pattern;
    std::vector<std::string> segments;
    Handler handler;
  };
  static bool fits(const Route& route, Request& request);

  std::deque<Route> routes_;  // answers point at patterns
  Handler fallback_;
};

}  // namespace sealcart::server::http
