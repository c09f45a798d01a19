// What the endpoint can check of a sealed token without opening it: its clear header.
#pragma once

#include <array>
#include <string_view>

#include "services/work.h"

namespace sealcart::server {

// The token's jti when the header says what the quote says: token_invalid, token_mismatch,
// token_expired, token_reused, at path "token". Whether the header is genuine only the worker
// knows.
Result<std::array<std::uint8_t, 16>> check_token(Work& work, std::string_view text,
                                                 const Quote& quote);

}  // namespace sealcart::server
