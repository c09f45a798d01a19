// Days on the command line.
#pragma once

#include <string>

namespace sealcart {

// The day it is, UTC, as 2026-12-31.
std::string today();

// What CLI11 wants of a check: empty, or what is wrong.
std::string is_day(const std::string& text);

}  // namespace sealcart
