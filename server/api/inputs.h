// What the routes read off a request, with coded refusals.
#pragma once

#include <string>
#include <string_view>

#include "api/app.h"
#include "http/message.h"
#include "sealcart/wire.h"
#include "services/carts.h"

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

// A service on the storage thread that makes the whole answer.
using RequestService = Outcome<http::Response> (*)(Work&, const http::Request&);
http::Handler on_request(App& app, RequestService service);

// The same on the cart the path names, once the capability was checked.
using CartService = Outcome<http::Response> (*)(Work&, const CartState&, const http::Request&);
http::Handler on_cart(App& app, CartService service);

}  // namespace sealcart::server::api
