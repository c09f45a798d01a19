// Money as text. English conventions here (CLDR "en": 1,234.50); other locales follow with their
// packs. The page never formats amounts itself: engines disagree (docs/adr/0006).
#pragma once

#include <cstdint>
#include <string>

#include "sealcart/money.h"
#include "sealcart/result.h"

namespace sealcart {

// "$1,234.50", "-€0.99", "¥1,200", "CHF 5.00" (no-break space). |minor| <= limits::kAmount.
std::string format_money(std::int64_t minor, const Currency& currency);

// The bare decimal "1234.50", for data and command lines.
std::string format_decimal(std::int64_t minor, const Currency& currency);

// Parts per million as a decimal: 99750 is "9.975", 200000 is "20".
std::string format_percent(std::int32_t rate_ppm);

// The reverse, exact: "1234.5" in USD is 123450. amount_invalid, amount_precision (a third decimal
// in USD that is not 0), amount_overflow.
Result<std::int64_t> parse_decimal(std::string_view text, const Currency& currency);

}  // namespace sealcart
