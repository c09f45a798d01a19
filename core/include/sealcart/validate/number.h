// Whole numbers as they are typed: digits of ASCII, Arabic-Indic or Persian, white space around.
//
// No separators of thousands: "1.000" is one thousand to some and one to others.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "sealcart/finding.h"
#include "sealcart/limits.h"

namespace sealcart {

// Nothing when it is no whole number. A sign is read ("-3", "+3"). What is beyond 2^53-1 counts as
// 2^53-1, so that it is "too large" and not "no number".
std::optional<std::int64_t> parse_whole_number(std::string_view text);

// number_invalid, number_out_of_range {min, max}; text_too_long {max}.
void check_number(std::string_view path, std::string_view text, std::int64_t min, std::int64_t max,
                  Findings& out);

struct QuantityRule {
  std::int32_t min = 1;
  std::int32_t max = limits::kQuantity;
  std::int32_t step = 1;  // 1 or more; quantities are its multiples
};

// number_invalid, quantity_too_small {given, min}, quantity_too_large {given, max}, quantity_step
// {step}; each but the first suggests the nearest quantity that is sold.
void check_quantity(std::string_view path, std::string_view text, const QuantityRule& rule,
                    Findings& out);

}  // namespace sealcart
