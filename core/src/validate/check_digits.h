// Ways to compute check digits that several countries share. Texts hold letters and digits; what
// is neither is skipped.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace sealcart {

// The digits of an id, without anything else; at most 20 of them.
struct IdDigits {
  std::uint8_t digits[20];
  std::size_t size = 0;

  explicit IdDigits(std::string_view text);
  int operator[](std::size_t i) const { return digits[i]; }
  // The number that `count` digits from `at` on write. Requires at + count <= size, count <= 17.
  std::int64_t number(std::size_t at, std::size_t count) const;
  // Sum of digits times weights, both counted from the first one. Requires enough digits.
  int weighted(std::initializer_list<int> weights) const;
};

// ISO/IEC 7812-1, Annex B, over `count` digits.
bool passes_luhn(const IdDigits& id, std::size_t count);
// ISO 7064, MOD 11,10, over all digits.
bool passes_mod_11_10(const IdDigits& id);
// The check of Verhoeff (1969), over `count` digits and then the one at `last`.
bool passes_verhoeff(const IdDigits& id, std::size_t count, std::size_t last);

}  // namespace sealcart
