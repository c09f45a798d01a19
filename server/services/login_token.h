// The merchant's word for who a customer is: a JWT (RFC 7519) signed with HS256 (RFC 7518, 3.2).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sealcart/result.h"
#include "sealcart/time.h"

namespace sealcart::server {

inline constexpr std::size_t kLoginSecretBytes = 32;  // at least; RFC 7518, 3.2

struct LoginClaims {
  std::string subject;
  std::string store;  // of the audience, the first this server has
  std::string id;     // jti
  Timestamp expires;
};

// Signature first, then claims; login_invalid {what}. `stores`: ids of this server's.
Result<LoginClaims> read_login_token(std::string_view token, std::string_view secret,
                                     std::span<const std::string> stores, Timestamp now);

}  // namespace sealcart::server
