// Card numbers: brand, length and check digit, while typing and at the end.
//
// Brands, their ranges of first digits, lengths and gaps are those of npm credit-card-type; the
// check digit is that of ISO/IEC 7812-1, Annex B (Luhn). Digits may be ASCII, Arabic-Indic or
// Persian; blanks and hyphens are left aside. No finding repeats any digit of the card.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "sealcart/finding.h"

namespace sealcart {

struct CardBrand {
  std::string_view id;    // "american-express"
  std::string_view name;  // "American Express"
  std::uint32_t lengths;  // bit n: numbers of n digits
  std::uint32_t gaps;     // bit n: printed with a gap after n digits
  int code_digits;        // of the security code
};

// Sets of brands: bit i stands for card_brand(i).
using CardBrands = std::uint32_t;
inline constexpr CardBrands kAnyCardBrand = ~CardBrands{0};

std::size_t card_brand_count();
// Requires i < card_brand_count(); in the order of the table.
const CardBrand& card_brand(std::size_t i);
// The brand with this id; null when there is none.
const CardBrand* find_card_brand(std::string_view id);

// Brands a number beginning like this can have. When all candidates are decided the one with the
// longest prefix is left; none for digits that begin no card, all for an empty text.
CardBrands possible_card_brands(std::string_view typed);

// `potentially_valid` is false as soon as no further typing can make it good.
struct TypedState {
  bool valid = false;
  bool potentially_valid = false;
  friend bool operator==(const TypedState&, const TypedState&) = default;
};

struct CardNumberState : TypedState {
  const CardBrand* brand = nullptr;  // when only one is possible
  bool complete = false;             // as many digits as some number of the brand has
};
// UnionPay numbers are valid without Luhn: some are issued that way.
CardNumberState read_card_number(std::string_view typed);

// True when the digits (at least one) pass Luhn.
bool has_luhn_check(std::string_view typed);

// In groups as on a card of the brand; as much as is there, ASCII digits only.
std::string card_number_display(std::string_view typed);

// text_too_long {max}; card_number_invalid, card_number_incomplete, card_brand_not_accepted
// {brand}: its name, said as soon as the brand is certain.
void check_card_number(std::string_view path, std::string_view text, CardBrands accepted,
                       Findings& out);

}  // namespace sealcart
