#include "sealcart/ids.h"

namespace sealcart {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

}  // namespace

std::string to_hex(const std::array<std::uint8_t, 16>& bytes) {
  std::string text;
  text.reserve(2 * bytes.size());
  for (const std::uint8_t byte : bytes) {
    text += kHexDigits[byte >> 4];
    text += kHexDigits[byte & 15];
  }
  return text;
}

std::optional<std::array<std::uint8_t, 16>> from_hex(std::string_view text) {
  std::array<std::uint8_t, 16> bytes{};
  if (text.size() != 2 * bytes.size()) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t digit = kHexDigits.find(text[i]);
    if (digit == std::string_view::npos) return std::nullopt;
    bytes[i / 2] = static_cast<std::uint8_t>(bytes[i / 2] * 16u + digit);
  }
  return bytes;
}

// The prime is 2^88 + 0x13B: a product is a shift and a small product, in halves of 64 bits, for
// Wasm multiplies no wider ones.
LineId line_id(std::string_view sku) {
  constexpr std::uint64_t kSmall = 0x13B;
  std::uint64_t high = 0x6C62272E07BB0142, low = 0x62B821756295C58D;  // the FNV offset basis
  for (const char c : sku) {
    low ^= static_cast<std::uint8_t>(c);
    const std::uint64_t carry = (low >> 32) * kSmall + ((low & 0xFFFFFFFF) * kSmall >> 32);
    high = high * kSmall + (carry >> 32) + (low << 24);
    low *= kSmall;
  }

  if constexpr (std::endian::native == std::endian::little) {
    high = std::byteswap(high);
    low = std::byteswap(low);
  }
  return std::bit_cast<LineId>(std::array{high, low});
}

}  // namespace sealcart
