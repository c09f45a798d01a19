#include "http/target.h"

#include <algorithm>

namespace sealcart::server::http {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

// What a client leaves out (a fragment) or must escape.
bool may_stand(char c) { return c != '#' && static_cast<unsigned char>(c) < 0x80; }

bool decode(std::string_view text, bool plus_is_space, std::string& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (!may_stand(c)) return false;
    if (c == '%') {
      if (i + 2 >= text.size()) return false;
      const int high = hex_digit(text[i + 1]);
      const int low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return false;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    }
    if (is_control(c)) return false;
    out += c;
  }
  return true;
}

bool is_safe_segment(std::string_view segment) {
  return segment != "." && segment != ".." && segment.find_first_of("/\\") == segment.npos;
}

bool parse_query(std::string_view text, Target& out) {
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto& [name, value] = out.query.emplace_back();
    if (!decode(pair.substr(0, equals), true, name)) return false;
    if (!decode(pair.substr(std::min(pair.size(), equals + 1)), true, value)) return false;
  }
  return true;
}

}  // namespace

bool parse_target(std::string_view text, Target& out) {
  const std::size_t question = std::min(text.find('?'), text.size());
  std::string_view path = text.substr(0, question);
  if (path.empty() || path.front() != '/') return false;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    std::string& decoded = out.segments.emplace_back();
    if (!decode(segment, false, decoded) || !is_safe_segment(decoded)) return false;
  }
  return parse_query(text.substr(std::min(text.size(), question + 1)), out);
}

}  // namespace sealcart::server::http
