#include "sealcart/validate/card_details.h"

#include <algorithm>

#include "validate/characters.h"

namespace sealcart {
namespace {

constexpr std::size_t kHolderCharacters = 255;

}  // namespace

TypedState read_card_code(std::string_view typed, int digits) {
  const auto wanted = static_cast<std::size_t>(digits);
  if (typed.size() > wanted || !std::ranges::all_of(typed, is_ascii_digit)) return {};
  return {typed.size() == wanted, true};
}

TypedState read_card_holder(std::string_view typed) {
  std::size_t count = 0;
  bool is_number = true;  // only digits, blanks and hyphens so far: maybe the number of the card
  while (!typed.empty()) {
    const Character character = first_character(typed);
    if (++count > kHolderCharacters) return {};
    const std::uint32_t code = character.code;
    is_number = is_number && (digit_value(code) >= 0 || code == ' ' || code == '-' ||
                              (code >= '\t' && code <= '\r') || code == 0xA0);
    typed.remove_prefix(character.size);
  }
  return {!is_number, true};
}

TypedState read_billing_postcode(std::string_view typed, std::size_t min_bytes) {
  return {typed.size() >= min_bytes, true};
}

void check_card_code(std::string_view path, std::string_view text, int digits, Findings& out) {
  text = trim_html(text);
  if (text.empty() || read_card_code(text, digits).valid) return;
  out.error(path, ErrorCode::card_code_invalid).with("digits", std::int64_t{digits});
}

void check_card_holder(std::string_view path, std::string_view text, Findings& out) {
  text = trim_html(text);
  if (text.empty() || is_too_long(path, text, limits::kNameBytes, out)) return;
  for (std::string_view rest = text; !rest.empty();) {
    const Character character = first_character(rest);
    if (character.code == '\t' || character.code == '\n' || is_hostile(character.code)) {
      return refuse_character(path, character.code, out);
    }
    rest.remove_prefix(character.size);
  }
  if (!read_card_holder(text).valid) out.error(path, ErrorCode::card_holder_invalid);
}

}  // namespace sealcart
