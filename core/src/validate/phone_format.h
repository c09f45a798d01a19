// How the digits of a number are put into groups, complete or while they are typed.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "sealcart/validate/phone.h"

namespace sealcart {

struct PhoneGroups {
  std::array<std::string_view, 9> part;
  std::array<std::size_t, 9> least{};  // digits a full group has
  std::size_t count = 0;
  bool complete = false;
};

// Puts `digits` into the groups of a format's pattern, such as "(b)(d-e)", from the first on. False
// when they are too many; too few leave the last groups short or empty and `complete` false.
bool split_groups(std::string_view pattern, std::string_view digits, PhoneGroups& groups);

// `text` such as "($1) $2-$3"; the first group is written as `rule` says ("0$1"), where there is
// one. Incomplete groups end it.
std::string write_groups(const PhoneGroups& groups, std::string_view text, std::string_view rule);

// The first format for a complete number; nullptr when it is written as bare digits.
const PhoneFormat* format_for(std::string_view national, bool abroad, const PhoneFormats& formats,
                              std::uint16_t calling_code, PhoneGroups& groups);

inline std::string_view international_of(const PhoneFormat& format) {
  return format.international.empty() ? format.national : format.international;
}

}  // namespace sealcart
