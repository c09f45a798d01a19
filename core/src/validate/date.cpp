#include "sealcart/validate/date.h"

#include "sealcart/calendar.h"
#include "validate/characters.h"

namespace sealcart {

std::optional<std::int64_t> parse_typed_date(std::string_view text) {
  text = trim_html(text);
  char plain[10];
  std::size_t size = 0;
  while (!text.empty()) {
    const Character character = first_character(text);
    const int digit = digit_value(character.code);
    if (size == sizeof plain || (digit < 0 && character.code != '-')) return std::nullopt;
    plain[size++] = digit < 0 ? '-' : static_cast<char>('0' + digit);
    text.remove_prefix(character.size);
  }
  return parse_date({plain, size});
}

void check_date(std::string_view path, std::string_view text, const DateRange& range,
                Findings& out) {
  if (trim_html(text).empty() || is_too_long(path, text, limits::kDateBytes, out)) return;
  const auto day = parse_typed_date(text);
  if (!day) {
    out.error(path, ErrorCode::date_invalid);
  } else if (*day < range.first) {
    const std::string first = format_date(range.first);
    out.error(path, ErrorCode::date_too_early).with("min", first).suggest(first);
  } else if (*day > range.last) {
    const std::string last = format_date(range.last);
    out.error(path, ErrorCode::date_too_late).with("max", last).suggest(last);
  }
}

}  // namespace sealcart
