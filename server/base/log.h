// JSON lines on standard error: {"time":…,"level":…,"event":…,…}.
//
// A line waits in a queue of fixed size for a thread that writes it: whoever logs never waits for a
// disk or a reader. When the queue is full the oldest lines go, and are counted. Errors alone are
// written at once, for often they are the last words of a process.
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

// Lines the queue had no room for.
std::int64_t lost_log_lines();
// Before the process ends without destructors: waits, at most a second, until all is written.
void finish_log();

void log(Level level, std::string_view event, std::initializer_list<LogField> fields = {});

}  // namespace sealcart::server
