// The request target (RFC 9112, 3.2.1) taken apart: path segments and query, percent-decoded.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sealcart::server::http {

struct Target {
  std::vector<std::string> segments;  // "/a/b%20c" → "a", "b c"; "/a/" → "a", ""
  std::vector<std::pair<std::string, std::string>> query;
};

// False for what no client of ours sends: no leading slash, bad escapes, control characters, a
// segment that is "." or "..", or one with a slash, backslash or NUL in it.
bool parse_target(std::string_view text, Target& out);

}  // namespace sealcart::server::http
