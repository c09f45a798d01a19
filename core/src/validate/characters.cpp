#include "validate/characters.h"

#include "utf8.h"

namespace sealcart {

Character first_wide_character(std::string_view text) {
  const std::size_t size = utf8_character(text);
  if (size == 0) return {};
  const auto lead = static_cast<unsigned char>(text[0]);
  std::uint32_t code = lead & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) {
    code = code << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
  }
  return {code, size};
}

int wide_digit_value(std::uint32_t code) {
  for (const std::uint32_t zero : {0x660u, 0x6F0u}) {
    if (code >= zero && code <= zero + 9) return static_cast<int>(code - zero);
  }
  return -1;
}

bool is_hostile_beside_plain(std::uint32_t code) {
  if (code < 0x20) return code != '\t' && code != '\n';
  if (code >= 0x7F && code <= 0x9F) return true;
  if (code == 0x2028 || code == 0x2029 || code == 0xFEFF) return true;
  // Embeddings, overrides and isolates. The plain marks U+200E, U+200F and U+061C stay: keyboards
  // of right-to-left languages insert them, and they turn nothing but themselves.
  if ((code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069)) return true;
  return (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
}

void refuse_character(std::string_view path, std::uint32_t code, Findings& out) {
  std::string name = "U+";
  int shift = code > 0xFFFF ? (code > 0xFFFFF ? 20 : 16) : 12;
  for (; shift >= 0; shift -= 4) name += "0123456789ABCDEF"[code >> shift & 0xF];
  out.error(path, ErrorCode::character_not_allowed).with("character", name);
}

bool is_too_long(std::string_view path, std::string_view text, std::size_t max, Findings& out) {
  if (text.size() <= max) return false;
  out.error(path, ErrorCode::text_too_long).with("max", static_cast<std::int64_t>(max));
  return true;
}

std::string_view trim_html(std::string_view text) {
  const auto blank = [](char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace sealcart
