#include "validate/id_pattern.h"

#include "validate/characters.h"

namespace sealcart {
namespace {

bool fits_element(char c, std::string_view element) {
  switch (element.front()) {
    case '#':
      return is_ascii_digit(c);
    case '@':
      return is_ascii_letter(c);
    case '*':
      return is_ascii_digit(c) || is_ascii_letter(c);
    default:
      return element.find(upper_ascii(c), element.size() > 1) != element.npos;
  }
}

bool fits_alternative(std::string_view text, std::string_view pattern) {
  while (!pattern.empty()) {
    const std::size_t size = pattern.front() == '[' ? pattern.find(']') + 1 : 1;
    // Without the bracket that closes it; the one that opens it is skipped above.
    const std::string_view element = pattern.substr(0, size > 1 ? size - 1 : 1);
    pattern.remove_prefix(size);
    const bool optional = pattern.starts_with('?');
    if (optional) pattern.remove_prefix(1);
    if (!text.empty() && fits_element(text.front(), element)) {
      if (optional && fits_alternative(text, pattern)) return true;
      text.remove_prefix(1);
    } else if (!optional) {
      return false;
    }
  }
  return text.empty();
}

}  // namespace

bool fits_pattern(std::string_view text, std::string_view pattern) {
  while (true) {
    const std::size_t bar = pattern.find('|');
    if (fits_alternative(text, pattern.substr(0, bar))) return true;
    if (bar == pattern.npos) return false;
    pattern.remove_prefix(bar + 1);
  }
}

}  // namespace sealcart
