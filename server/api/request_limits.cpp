#include "api/request_limits.h"

#include <string>

namespace sealcart::server::api {
namespace {

using std::chrono::nanoseconds;

std::string household(const http::Address& client) {
  const http::Address counted = http::household_of(client);
  return {counted.bytes.begin(), counted.bytes.end()};
}

bool is_wrong_secret(ErrorCode code) {
  return code == ErrorCode::unauthorized || code == ErrorCode::pairing_unknown ||
         code == ErrorCode::login_invalid || code == ErrorCode::link_invalid;
}

std::optional<Error> refusal_for(nanoseconds wait) {
  if (wait.count() <= 0) return std::nullopt;
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
  return Error(ErrorCode::rate_limited).with("seconds", std::int64_t{seconds});
}

}  // namespace

std::string_view cart_of(const http::Request& request) {
  const auto& path = request.segments;
  if (path.size() < 3 || path[0] != "v1" || path[1] != "carts") return {};
  return path[2];
}

std::optional<Error> RequestLimits::admit(const http::Request& request, Time now) {
  const std::string_view cart = cart_of(request);
  if (request.client) {
    const std::string address = household(*request.client);
    if (auto refusal = refusal_for(addresses_.take(address, now))) return refusal;
    const nanoseconds wait = failures_.wait_for(address + std::string(cart), now);
    if (auto refusal = refusal_for(wait)) return refusal;
  }
  if (cart.empty()) return std::nullopt;
  return refusal_for(carts_.take(cart, now));
}

void RequestLimits::learn(const std::optional<http::Address>& client, std::string_view cart,
                          std::optional<ErrorCode> refused, Time now) {
  if (!client || !refused || !is_wrong_secret(*refused)) return;
  static_cast<void>(failures_.take(household(*client) + std::string(cart), now));
}

}  // namespace sealcart::server::api
