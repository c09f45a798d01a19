// JSON lines on standard error: {"time":…,"level":…,"event":…,…}.
//
// Only what is passed as a field is written. Capabilities, tokens, card data, names and addresses
// have no business here: pass ids, codes, counts and durations.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace sealcart::server {

enum class Level { debug, info, warning, error };

struct LogField {
  std::string_view name;
  std::variant<std::int64_t, std::string_view> value;

  LogField(std::string_view n, std::string_view text) : name(n), value(text) {}
  LogField(std::string_view n, const std::string& text) : name(n), value(std::string_view(text)) {}
  LogField(std::string_view n, const char* text) : name(n), value(std::string_view(text)) {}
  LogField(std::string_view n, std::int64_t number) : name(n), value(number) {}
  LogField(std::string_view n, int number) : name(n), value(std::int64_t{number}) {}
};

// "debug", "info", "warning" or "error"; false for any other word.
bool set_log_level(std::string_view name);

void log(Level level, std::string_view event, std::initializer_list<LogField> fields = {});

}  // namespace sealcart::server
