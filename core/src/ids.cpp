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

LineId line_id(std::string_view sku) {
  using Word = unsigned __int128;
  constexpr Word kPrime = Word{1} << 88 | 0x13B;
  Word hash = Word{0x6C62272E07BB0142} << 64 | 0x62B821756295C58D;  // the FNV offset basis
  for (const char c : sku) hash = (hash ^ static_cast<std::uint8_t>(c)) * kPrime;

  LineId id;
  for (std::size_t i = 0; i < id.bytes.size(); ++i) {
    id.bytes[i] = static_cast<std::uint8_t>(hash >> (120 - 8 * i));
  }
  return id;
}

}  // namespace sealcart
