#include "sealcart/seal/base64url.h"

#include <sodium.h>

#include <algorithm>

namespace sealcart::seal {

void encode_text(Bytes bytes, std::span<char> text) {
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

SealResult<std::size_t> decode_text(std::string_view text, std::span<std::uint8_t> bytes) {
  if (text.size() > text_size(bytes.size())) return refuse(SealStatus::token_encoding);
  if (text.empty()) return 0;
  // libsodium 1.0.18 reads some bytes above 127 as letters of the alphabet.
  if (!std::ranges::all_of(text, [](char c) { return c > 0; })) {
    return refuse(SealStatus::token_encoding);
  }
  std::size_t written = 0;
  if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &written,
                        nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0) {
    return refuse(SealStatus::token_encoding);
  }
  return written;
}

}  // namespace sealcart::seal
