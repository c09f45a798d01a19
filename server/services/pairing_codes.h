// The one-time code of a pairing, as people read and type it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/crypto.h"

namespace sealcart::server {

// Eight characters, each one of 32 that nobody mixes up (no I, L, O, U; 0 and 1 stand for O, I
// and L): 40 bits. Grouped as XXXX-XXXX.
std::string random_pairing_code();

// What of it is kept: case, spaces and hyphens don't matter. Nothing for what can't be a code.
std::optional<Hash32> pairing_code_hash(std::string_view typed);

// 16 random bytes in base64url, and what of it is kept.
std::string random_pairing_secret();
std::optional<Hash32> pairing_secret_hash(std::string_view text);

// The digits both devices show.
std::string random_check_digits();

}  // namespace sealcart::server
