// Base64url without padding (RFC 4648, section 5), the text form of tokens and manifests.
#pragma once

#include <span>
#include <string_view>

#include "sealcart/seal/bytes.h"
#include "sealcart/seal/status.h"

namespace sealcart::seal {

constexpr std::size_t text_size(std::size_t bytes) { return (bytes * 4 + 2) / 3; }

// Writes text_size(bytes.size()) characters and a terminating zero into `text`, which has room.
void encode_text(Bytes bytes, std::span<char> text);

// Decodes all of `text` into `bytes` and returns how many were written. Refuses token_encoding:
// padding, white space, other alphabets, unused bits that are not zero, or more than fits.
SealResult<std::size_t> decode_text(std::string_view text, std::span<std::uint8_t> bytes);

}  // namespace sealcart::seal
