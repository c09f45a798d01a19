// Calendar dates of ISO 8601, "2026-04-30": what <input type=date> hands over.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include "sealcart/finding.h"

namespace sealcart {

// Day numbers of calendar.h; today is a value like any other.
struct DateRange {
  std::int64_t first = std::numeric_limits<std::int64_t>::min();
  std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

// The day of a typed date, with digits of ASCII, Arabic-Indic or Persian and white space around.
std::optional<std::int64_t> parse_typed_date(std::string_view text);

// text_too_long {max}; date_invalid, also for days that do not exist (2025-02-29); date_too_early
// {min}, date_too_late {max}, both as dates and suggested.
void check_date(std::string_view path, std::string_view text, const DateRange& range,
                Findings& out);

}  // namespace sealcart
