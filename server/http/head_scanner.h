// Looks at the bytes of a request's head before any parser does, strictly (RFC 9112, 2.2 and 5).
//
// What parsers and proxies read differently is refused here: a CR or LF by itself, NUL and other
// control characters, a field continued on the next line, white space before a colon. What two
// programs can't read in two ways smuggles no request past one of them.
#pragma once

#include <cstddef>
#include <string_view>

namespace sealcart::server::http {

class HeadScanner {
 public:
  enum class State { more, complete, malformed, too_large, too_many };

  // `text`: all that was received of the head; bytes seen before are not looked at again.
  State scan(std::string_view text);
  // Of a complete head, its empty line included.
  std::size_t size() const { return at_; }

 private:
  enum class Place { line_start, line, field_name, value, after_cr };
  bool step(char c);
  void skip_ordinary(std::string_view text);

  Place place_ = Place::line_start;
  std::size_t at_ = 0;
  std::size_t lines_ = 0;  // complete ones
  bool empty_line_ = true;
  bool complete_ = false;
};

}  // namespace sealcart::server::http
