#include "sealcart/validate/text.h"

#include "validate/characters.h"

namespace sealcart {

void check_text(std::string_view path, std::string_view text, std::size_t max, Findings& out) {
  if (is_too_long(path, text, max, out)) return;
  while (!text.empty()) {
    if (is_plain(static_cast<unsigned char>(text.front()))) {  // nearly all of it
      text.remove_prefix(1);
      continue;
    }
    const Character character = first_character(text);
    if (is_hostile(character.code) && !text.starts_with("\r\n")) {
      return refuse_character(path, character.code, out);
    }
    text.remove_prefix(character.size);
  }
}

}  // namespace sealcart
