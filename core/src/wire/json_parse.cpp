#include <nlohmann/json.hpp>

#include "../utf8.h"
#include "json_events.h"
#include "sealcart/limits.h"

namespace sealcart {
namespace {

// Counts brackets outside strings. Stops one level beyond the limit, so that a document is refused
// for its depth whatever its keys are; grammar is nlohmann's to judge.
bool is_too_deep(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') in_string = !in_string;
    if (in_string) {
      i += c == '\\';
    } else if (c == '[' || c == '{') {
      if (++depth > limits::kJsonDepth) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

// What nlohmann::json::sax_parse calls. Nothing here throws, and no tree is built.
class Sax {
 public:
  explicit Sax(JsonEvents& events) : events_(events) {}

  bool null() { return events_.null(); }
  bool boolean(bool value) { return events_.boolean(value); }
  bool number_integer(std::int64_t value) { return events_.integer(value); }
  bool number_unsigned(std::uint64_t value) {
    if (value > std::uint64_t{INT64_MAX}) return events_.huge();
    return events_.integer(static_cast<std::int64_t>(value));
  }
  bool number_float(double, const std::string& text) { return number_text(text); }
  bool string(std::string& value) { return events_.text(value); }
  bool binary(nlohmann::json::binary_t&) { return false; }  // no part of JSON
  bool start_object(std::size_t) { return events_.begin_object(); }
  bool key(std::string& name) { return events_.key(name); }
  bool end_object() { return events_.end_object(); }
  bool start_array(std::size_t) { return events_.begin_list(); }
  bool end_array() { return events_.end_list(); }

  bool parse_error(std::size_t at, const std::string& token,
                   const nlohmann::detail::exception& error) {
    constexpr int kNumberOverflow = 406;  // good grammar, but no double: 1e400
    if (error.id == kNumberOverflow) return number_text(token) && refuse_overflow();
    return events_.fail(Error(ErrorCode::json_invalid).with("at", static_cast<std::int64_t>(at)));
  }

 private:
  bool number_text(std::string_view text) {
    return text.find_first_of(".eE") == text.npos ? events_.huge() : events_.fraction();
  }
  bool refuse_overflow() {
    return events_.fail(Error(ErrorCode::number_out_of_range, events_.path())
                            .with("min", "-1.7976931348623157e308")
                            .with("max", "1.7976931348623157e308"));
  }

  JsonEvents& events_;
};

Status check_bytes(std::string_view text, std::size_t max_bytes) {
  if (text.size() > max_bytes) {
    return refuse(Error(ErrorCode::json_too_large)
                      .with("bytes", static_cast<std::int64_t>(text.size()))
                      .with("max", static_cast<std::int64_t>(max_bytes)));
  }
  if (const std::size_t good = utf8_prefix(text); good < text.size()) {
    return refuse(
        Error(ErrorCode::json_invalid_utf8).with("at", static_cast<std::int64_t>(good + 1)));
  }
  // nlohmann takes a NUL for the end of the text and leaves unread what follows.
  if (const std::size_t nul = text.find('\0'); nul != text.npos) {
    return refuse(Error(ErrorCode::json_invalid).with("at", static_cast<std::int64_t>(nul + 1)));
  }
  if (is_too_deep(text)) {
    return refuse(Error(ErrorCode::json_too_deep).with("max", limits::kJsonDepth));
  }
  return {};
}

}  // namespace

Status parse_json(std::string_view text, std::size_t max_bytes, JsonEvents& events) {
  if (Status checked = check_bytes(text, max_bytes); !checked) return checked;
  Sax sax(events);
  if (nlohmann::json::sax_parse(text.begin(), text.end(), &sax)) return {};
  return refuse(*events.error());
}

bool is_forbidden_key(std::string_view name) {
  return name == "__proto__" || name == "constructor" || name == "prototype";
}

void append_key(std::string& path, std::string_view name) {
  constexpr std::size_t kMaxBytes = 64;
  if (!path.empty()) path += '.';
  path += printable(name, kMaxBytes);
}

void append_index(std::string& path, std::size_t begun) {
  if (begun == 0) return;
  path += '[';
  path += std::to_string(begun - 1);
  path += ']';
}

}  // namespace sealcart
