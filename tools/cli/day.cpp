#include "day.h"

#include <chrono>

#include "sealcart/calendar.h"

namespace sealcart {

std::string today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return format_date(now.time_since_epoch().count());
}

std::string is_day(const std::string& text) {
  const auto day = parse_date(text);
  return day && *day >= 0 ? std::string() : "give the day as 2026-12-31, not before 1970";
}

}  // namespace sealcart
