// What was typed into a field for a phone number, as signs of ASCII that the parser understands.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "sealcart/limits.h"

namespace sealcart {

// Digits of every width and script become 0-9, letters stay, dashes, dots, spaces, brackets,
// slashes and tildes become one of each kind, all else becomes '!'.
class PhoneText {
 public:
  // Text longer than limits::kPhoneBytes is taken for empty.
  explicit PhoneText(std::string_view text);
  std::string_view signs() const { return {signs_.data(), size_}; }

 private:
  std::array<char, limits::kPhoneBytes> signs_;
  std::size_t size_ = 0;
};

// The number and its extension within the signs; `number` is empty when there is none.
struct PhoneParts {
  std::string_view number;
  std::string_view extension;  // digits
};
PhoneParts phone_parts(std::string_view signs);

// The digits of `number` in `room` (at least as long), or the keys that three or more letters stand
// for. A + is not kept.
std::string_view phone_digits(std::string_view number, std::span<char> room);

}  // namespace sealcart
