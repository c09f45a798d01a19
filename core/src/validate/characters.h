// Characters of UTF-8 text, one at a time, for the checks of form fields. Never allocates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "sealcart/finding.h"

namespace sealcart {

// A byte that begins no character of UTF-8 counts as one of U+FFFF, which no text may hold.
struct Character {
  std::uint32_t code = 0xFFFF;
  std::size_t size = 1;
};
Character first_wide_character(std::string_view text);
// Requires text that is not empty.
inline Character first_character(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  return byte < 0x80 ? Character{byte, 1} : first_wide_character(text);
}

// Value of a decimal digit: ASCII, Arabic-Indic (U+0660) and Persian (U+06F0); -1 for others.
int wide_digit_value(std::uint32_t code);
inline int digit_value(std::uint32_t code) {
  if (code >= 0x80) return wide_digit_value(code);
  return code >= '0' && code <= '9' ? static_cast<int>(code - '0') : -1;
}

// Controls but tab and line feed, what turns the direction of writing, the byte order mark,
// surrogates and noncharacters: never part of a text somebody means to write.
bool is_hostile_beside_plain(std::uint32_t code);
inline bool is_plain(std::uint32_t code) { return code >= ' ' && code < 0x7F; }  // ASCII in print
inline bool is_hostile(std::uint32_t code) {
  return !is_plain(code) && is_hostile_beside_plain(code);
}

// Adds character_not_allowed {character}, as "U+202E".
void refuse_character(std::string_view path, std::uint32_t code, Findings& out);
// Adds text_too_long {max} and is true when the text is longer.
bool is_too_long(std::string_view path, std::string_view text, std::size_t max, Findings& out);

inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline char upper_ascii(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
inline bool is_ascii_letter(char c) { return upper_ascii(c) >= 'A' && upper_ascii(c) <= 'Z'; }

// Without the white space around it, as WHATWG HTML strips it (Infra, "ASCII whitespace").
std::string_view trim_html(std::string_view text);

}  // namespace sealcart
