// Days as numbers: the proleptic Gregorian calendar (ISO 8601) in integers.
//
// A day number counts days since 1970-01-01, which is 0; earlier days are negative.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sealcart {

inline constexpr std::int64_t kMsPerMinute = 60'000;
inline constexpr std::int64_t kMsPerDay = 86'400'000;
// 9999-12-31: the last day that four digits of a year can name.
inline constexpr std::int64_t kLastDay = 2'932'896;

struct CivilDate {
  std::int64_t year = 1970;
  std::int32_t month = 1;  // 1 to 12
  std::int32_t day = 1;    // 1 to 31
  friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

// Any year within ±10^9; the month and day have to exist.
std::int64_t days_from_civil(const CivilDate& date);
CivilDate civil_from_days(std::int64_t day);

bool is_leap_year(std::int64_t year);
std::int32_t days_in_month(std::int64_t year, std::int32_t month);

// Monday 0 to Sunday 6, the order of ISO 8601.
std::int32_t weekday_of(std::int64_t day);

// "2026-11-22", of years 0000 to 9999; nothing when it is no such date.
std::optional<std::int64_t> parse_date(std::string_view text);
// Requires a day of those years.
std::string format_date(std::int64_t day);

// The local day and the milliseconds since its midnight, at an offset from UTC.
struct LocalTime {
  std::int64_t day = 0;
  std::int64_t ms = 0;
};
LocalTime local_time(std::int64_t utc_ms, std::int32_t utc_offset_min);

}  // namespace sealcart
