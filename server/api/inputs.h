// What the routes read off a request, with coded refusals.
#pragma once

#include <string>
#include <string_view>

#include "api/app.h"
#include "http/message.h"
#include "sealcart/wire.h"
#include "services/accesses.h"

namespace sealcart::server::api {

// The text after "Bearer "; empty when there is none.
std::string_view bearer(const http::Request& request);

// A whole number from 0, of a query parameter or header; `name` is the path of a refusal.
Result<std::int64_t> index_of(std::string_view text, std::string_view name);

template <class Id>
Result<Id> id_of(std::string_view text, std::string_view name) {
  const auto bytes = from_hex(text);
  if (!bytes) return refuse(Error(ErrorCode::id_invalid, std::string(name)));
  return Id{*bytes};
}

template <class T>
std::string to_json(const T& value) {
  std::string text;
  write_json(text, value);
  return text;
}

// Answers that belong to one shopper: no cache keeps them.
template <class T>
http::Response private_json(int status, const T& value) {
  http::Response response = http::json(status, to_json(value));
  response.headers.push_back({"cache-control", "no-store"});
  return response;
}

// The same, as bytes that are already JSON, for everyone: with an ETag, 304 when it matches.
http::Response public_json(const http::Request& request, std::string text);

// The cart that the path names: read by GET, changed by the others.
Foreseen foreseen_of(const http::Request& request);

// A service on the storage thread that makes the whole answer.
using RequestService = Outcome<http::Response> (*)(Work&, const http::Request&);
http::Handler on_request(App& app, RequestService service);

// The capability a request brings, as it is kept; nothing when there is none.
std::optional<Hash32> capability_of(const http::Request& request);
// The same of a device that has to bring one: unauthorized.
Result<Hash32> own_capability(const http::Request& request);

// A service on the cart the path names, for a capability that may do this.
using CartService = Outcome<http::Response> (*)(Work&, const CartState&, const http::Request&);
http::Handler on_cart(App& app, AccessScope scope, CartService service);
// The same, of which the service also needs to know who asks.
using VisitService = Outcome<http::Response> (*)(Work&, const Visit&, const http::Request&);
http::Handler on_visit(App& app, AccessScope scope, VisitService service);

// Done, and nothing to tell: 204.
http::Response done();
Outcome<http::Response> done_or(const Status& status);

}  // namespace sealcart::server::api
