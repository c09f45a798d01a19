// The letters that stand for fields in the packs.
#pragma once

#include <string_view>

#include "sealcart/validate/address.h"

namespace sealcart {

inline constexpr std::string_view kAddressLetters = "-noadcszx";  // in the order of AddressField

inline char letter_of(AddressField field) {
  return kAddressLetters[static_cast<std::size_t>(field)];
}

// AddressField::country for a character that stands for no field.
inline AddressField field_of_letter(char letter) {
  const std::size_t at = kAddressLetters.find(letter, 1);
  return at == kAddressLetters.npos ? AddressField::country : static_cast<AddressField>(at);
}

}  // namespace sealcart
