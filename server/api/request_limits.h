// How often one address may ask, how often one cart is asked for, and how often an address may be
// wrong about a secret (a capability, a pairing code, a sign-in).
#pragma once

#include <chrono>
#include <optional>

#include "http/message.h"
#include "http/token_buckets.h"

namespace sealcart::server::api {

struct RequestRates {
  http::Rate per_address;
  http::Rate per_cart;
  http::Rate failures;  // of an address
};

class RequestLimits {
 public:
  using Time = http::TokenBuckets::Time;

  explicit RequestLimits(const RequestRates& rates)
      : addresses_(rates.per_address), carts_(rates.per_cart), failures_(rates.failures) {}

  // rate_limited, or nothing; counts the request.
  std::optional<Error> admit(const http::Request& request, Time now);
  // Counts what a client was wrong about. `cart`: of the path, empty when it names none. Guesses at
  // one cart are held against that cart alone, for one address can be many people.
  void learn(const std::optional<http::Address>& client, std::string_view cart,
             std::optional<ErrorCode> refused, Time now);

 private:
  http::TokenBuckets addresses_;
  http::TokenBuckets carts_;
  http::TokenBuckets failures_;
};

// "/v1/carts/{cart}/…": the cart; empty for other paths.
std::string_view cart_of(const http::Request& request);

}  // namespace sealcart::server::api
