#include "http/head_scanner.h"

#include <algorithm>

#include "http/limits.h"

namespace sealcart::server::http {
namespace {

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; }

}  // namespace

bool HeadScanner::step(char c) {
  if (place_ == Place::after_cr) {
    if (c != '\n') return false;
    complete_ = empty_line_;
    ++lines_;
    place_ = Place::line_start;
    return true;
  }
  if (c == '\r') {
    if (place_ == Place::field_name) return false;  // a field without a colon
    empty_line_ = place_ == Place::line_start;
    place_ = Place::after_cr;
    return !(empty_line_ && lines_ == 0);  // the request line is missing
  }
  if (is_control(c)) return false;
  if (place_ == Place::line_start) {
    place_ = lines_ == 0 ? Place::line : Place::field_name;
    if (lines_ > 0 && c == ':') return false;  // a field without a name
  }
  if (place_ == Place::field_name) {
    if (c == ' ' || c == '\t') return false;
    if (c == ':') place_ = Place::value;
  }
  return true;
}

// Within a line, nearly all bytes change nothing.
void HeadScanner::skip_ordinary(std::string_view text) {
  const std::size_t end = std::min(text.size(), kHeaderBytes);
  while (at_ < end && text[at_] >= 0x20 && text[at_] != 0x7f) ++at_;
}

HeadScanner::State HeadScanner::scan(std::string_view text) {
  while (at_ < text.size()) {
    if (place_ == Place::line || place_ == Place::value) skip_ordinary(text);
    if (at_ == text.size()) break;
    if (at_ == kHeaderBytes) return State::too_large;
    if (!step(text[at_++])) return State::malformed;
    if (complete_) return State::complete;
    if (lines_ > kHeaders + 1) return State::too_many;
  }
  return State::more;
}

}  // namespace sealcart::server::http
