// Sign-in tokens as a merchant's site makes them.
#pragma once

#include <string>

#include "support/test_shop.h"

namespace sealcart::server::testing {

// The parts of a JWT as they are, with the HS256 signature of this secret.
std::string signed_token(std::string_view header, std::string_view claims,
                         std::string_view secret = kLoginSecret);
// A good one for the store "tea", with an id of its own.
std::string login_token(const TestShop& shop, const std::string& subject);

}  // namespace sealcart::server::testing
