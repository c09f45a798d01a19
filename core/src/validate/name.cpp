#include "sealcart/validate/name.h"

#include "validate/characters.h"

namespace sealcart {
namespace {

constexpr std::string_view kNeverInNames = "<>{}[]|\\^";
constexpr std::string_view kNeverInPersons = "@#$%*=~_";

// Blocks of The Unicode Standard that hold signs and no letters, of those that get into names.
constexpr struct {
  std::uint32_t first, last;
} kNameSigns[] = {
    {0x00, 0x40},       {0x5B, 0x60},        {0x7B, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},
    {0xBB, 0xBF},       {0xD7, 0xD7},        {0xF7, 0xF7},     {0x660, 0x669},   {0x6F0, 0x6F9},
    {0x2000, 0x206F},   {0x20A0, 0x20CF},    {0x2190, 0x2BFF}, {0x2E00, 0x2E7F}, {0x3000, 0x3004},
    {0x3007, 0x3020},   {0xE000, 0xF8FF},    {0xFE00, 0xFE6F}, {0xFF00, 0xFF20}, {0xFFFC, 0xFFFF},
    {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF},
};

bool is_name_letter(std::uint32_t code) {
  if (code < 0x80) return is_ascii_letter(static_cast<char>(code));
  for (const auto& block : kNameSigns) {
    if (code <= block.last) return code < block.first;
  }
  return true;
}

bool starts_like(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (upper_ascii(text[i]) != upper_ascii(lower[i])) return false;
  }
  return true;
}

bool is_refused(std::uint32_t code, NameKind kind) {
  if (is_ascii_letter(static_cast<char>(code)) && code < 0x80) return false;  // nearly all
  if (code == ' ') return false;
  if (code == '\t' || code == '\n' || is_hostile(code)) return true;
  if (code >= 0x80) return false;
  const char c = static_cast<char>(code);
  return kNeverInNames.find(c) != std::string_view::npos ||
         (kind == NameKind::person && kNeverInPersons.find(c) != std::string_view::npos);
}

}  // namespace

void check_name(std::string_view path, std::string_view text, NameKind kind, Findings& out) {
  text = trim_html(text);
  if (text.empty() || is_too_long(path, text, limits::kNameBytes, out)) return;
  bool has_letter = false;
  bool has_url = false;
  bool has_plus = false;
  for (std::string_view rest = text; !rest.empty();) {
    const Character character = first_character(rest);
    if (is_refused(character.code, kind)) return refuse_character(path, character.code, out);
    has_letter = has_letter || is_name_letter(character.code);
    const char first = rest.front();
    has_url = has_url || (first == ':' && starts_like(rest, "://")) ||
              (upper_ascii(first) == 'W' && starts_like(rest, "www."));
    has_plus = has_plus || first == '&' || first == '+';
    rest.remove_prefix(character.size);
  }
  const bool is_called = has_letter || (kind == NameKind::company && has_plus && text.size() > 1);
  if (has_url || !is_called) out.error(path, ErrorCode::name_invalid);
}

}  // namespace sealcart
