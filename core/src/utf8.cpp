#include "utf8.h"

#include <cstdint>

namespace sealcart {
namespace {

bool is_between(char c, unsigned low, unsigned high) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= low && byte <= high;
}

// Bytes a lead byte announces, and the range of the second byte: it excludes overlong forms,
// surrogates and what lies beyond U+10FFFF.
struct Lead {
  std::size_t size;
  unsigned char low, high;
};

Lead lead_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x80) return {1, 0, 0};
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte < 0xF0) {
    return {3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
  }
  if (byte < 0xF5) {
    return {4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
            static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
  }
  return {0, 0, 0};
}

// C0, C1 and DEL; line and paragraph separators; marks, embeddings, overrides and isolates of the
// bidirectional algorithm; the byte order mark.
bool is_unprintable(std::string_view character) {
  if (character.size() == 1) return is_between(character[0], 0, 0x1F) || character[0] == 0x7F;
  if (character.size() == 2) return character[0] == '\xC2' && is_between(character[1], 0x80, 0x9F);
  const std::string_view lead = character.substr(0, 2);
  if (lead == "\xE2\x80") {
    return is_between(character[2], 0x8E, 0x8F) || is_between(character[2], 0xA8, 0xAE);
  }
  if (lead == "\xE2\x81") return is_between(character[2], 0xA6, 0xA9);
  return character == "\xEF\xBB\xBF";
}

}  // namespace

std::size_t utf8_character(std::string_view text) {
  if (text.empty()) return 0;
  const Lead lead = lead_of(text[0]);
  if (lead.size <= 1) return lead.size;
  if (text.size() < lead.size || !is_between(text[1], lead.low, lead.high)) return 0;
  for (std::size_t i = 2; i < lead.size; ++i) {
    if (!is_between(text[i], 0x80, 0xBF)) return 0;
  }
  return lead.size;
}

std::size_t utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_between(text[at], 0, 0x7F)) {
      ++at;
      continue;
    }
    const std::size_t size = utf8_character(text.substr(at));
    if (size == 0) break;
    at += size;
  }
  return at;
}

std::string printable(std::string_view text, std::size_t max_bytes) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::string safe;
  while (!text.empty()) {
    const std::size_t size = utf8_character(text);
    std::string_view character = text.substr(0, size);
    if (size == 0 || is_unprintable(character)) character = kReplacement;
    if (safe.size() + character.size() > max_bytes) break;
    safe += character;
    text.remove_prefix(size == 0 ? 1 : size);
  }
  return safe;
}

}  // namespace sealcart
