// Lines of a pack and their fields. Any bytes are safe to read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sealcart {

// Cuts the part before the first `mark` off `rest`, and the mark; all of it when there is none.
inline std::string_view cut_before(std::string_view& rest, char mark) {
  const std::size_t end = rest.find(mark);
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  return part;
}

// A number of one to four digits.
inline std::optional<std::int32_t> small_number(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  std::int32_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

// The line that starts with `key` and a tab, in lines each behind a line feed: what follows the
// tab. Empty when there is none.
inline std::string_view row_of(std::string_view lines, std::string_view key) {
  for (std::size_t at = lines.find(key); at != lines.npos; at = lines.find(key, at + 1)) {
    const std::size_t end = at + key.size();
    if (at == 0 || lines[at - 1] != '\n' || end >= lines.size() || lines[end] != '\t') continue;
    const std::string_view row = lines.substr(end + 1);
    return row.substr(0, row.find('\n'));
  }
  return {};
}

}  // namespace sealcart
