#include "sealcart/calendar.h"

#include <array>

namespace sealcart {
namespace {

// Days in 1, 4, 100 and 400 years; the last year of a block is the long one.
constexpr std::int64_t kYear = 365;
constexpr std::int64_t kFourYears = 4 * kYear + 1;
constexpr std::int64_t kCentury = 25 * kFourYears - 1;
constexpr std::int64_t kFourCenturies = 4 * kCentury + 1;
constexpr std::int64_t kEpoch = 719'162;  // from 0001-01-01 to 1970-01-01

constexpr std::array<std::int32_t, 12> kBeforeMonth{0,   31,  59,  90,  120, 151,
                                                    181, 212, 243, 273, 304, 334};

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

std::int32_t before_month(std::int64_t year, std::int32_t month) {
  const std::int32_t days = kBeforeMonth[static_cast<std::size_t>(month - 1)];
  return days + (month > 2 && is_leap_year(year) ? 1 : 0);
}

// Takes whole blocks out of `rest`, at most `most` of them: the day a long block is longer by
// belongs to its last part.
std::int64_t take(std::int64_t& rest, std::int64_t block, std::int64_t most) {
  const std::int64_t count = rest / block < most ? rest / block : most;
  rest -= count * block;
  return count;
}

std::optional<std::int32_t> digits(std::string_view text) {
  std::int32_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

void append_padded(std::string& out, std::int64_t value, std::size_t width) {
  const std::string text = std::to_string(value);
  if (text.size() < width) out.append(width - text.size(), '0');
  out += text;
}

}  // namespace

bool is_leap_year(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

std::int32_t days_in_month(std::int64_t year, std::int32_t month) {
  if (month == 12) return 31;
  return before_month(year, month + 1) - before_month(year, month);
}

std::int64_t days_from_civil(const CivilDate& date) {
  const std::int64_t before = date.year - 1;  // whole years since 0001-01-01
  return before * kYear + floor_div(before, 4) - floor_div(before, 100) + floor_div(before, 400) +
         before_month(date.year, date.month) + date.day - 1 - kEpoch;
}

CivilDate civil_from_days(std::int64_t day) {
  const std::int64_t since = day + kEpoch;
  const std::int64_t blocks = floor_div(since, kFourCenturies);
  std::int64_t rest = since - blocks * kFourCenturies;
  std::int64_t year = 1 + blocks * 400;
  year += take(rest, kCentury, 3) * 100;
  year += take(rest, kFourYears, 24) * 4;
  year += take(rest, kYear, 3);
  std::int32_t month = 12;
  while (before_month(year, month) > rest) --month;
  return {year, month, static_cast<std::int32_t>(rest) - before_month(year, month) + 1};
}

std::int32_t weekday_of(std::int64_t day) {
  const std::int64_t since_monday = day + 3;  // 1970-01-01 was a Thursday
  return static_cast<std::int32_t>(since_monday - floor_div(since_monday, 7) * 7);
}

std::optional<std::int64_t> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *month > 12) return std::nullopt;
  if (*day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
  return days_from_civil({*year, *month, *day});
}

std::string format_date(std::int64_t day) {
  const CivilDate date = civil_from_days(day);
  std::string text;
  append_padded(text, date.year, 4);
  text += '-';
  append_padded(text, date.month, 2);
  text += '-';
  append_padded(text, date.day, 2);
  return text;
}

LocalTime local_time(std::int64_t utc_ms, std::int32_t utc_offset_min) {
  const std::int64_t local = utc_ms + utc_offset_min * kMsPerMinute;
  const std::int64_t day = floor_div(local, kMsPerDay);
  return {day, local - day * kMsPerDay};
}

}  // namespace sealcart
