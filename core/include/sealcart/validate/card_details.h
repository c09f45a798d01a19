// What stands on a card beside its number: expiry, security code, holder; and the postcode of the
// bill. Each can be read while typing (TypedState) and checked at the end.
#pragma once

#include <cstddef>
#include <string_view>

#include "sealcart/calendar.h"
#include "sealcart/finding.h"
#include "sealcart/validate/card.h"

namespace sealcart {

// A card is good to the end of its month; none is issued for longer than this.
inline constexpr int kCardYears = 19;

// "04/29", "4 / 2029", "0429", "04 2029", "2029-04": month and year as written, two or four digits
// of the year. They are empty when they can't be told apart yet. Only the year and the month of
// `today` count.
struct CardExpiry : TypedState {
  std::string_view month;
  std::string_view year;
};
CardExpiry read_card_expiry(std::string_view typed, const CivilDate& today);

struct CardMonth : TypedState {
  bool valid_this_year = false;
};
CardMonth read_card_month(std::string_view typed, const CivilDate& today);

struct CardYear : TypedState {
  bool current_year = false;
};
CardYear read_card_year(std::string_view typed, const CivilDate& today);

// `digits` of the brand: 3 or 4.
TypedState read_card_code(std::string_view typed, int digits);
// At most 255 characters, not a number.
TypedState read_card_holder(std::string_view typed);
// Of any country: only the shortest length is asked for.
TypedState read_billing_postcode(std::string_view typed, std::size_t min_bytes = 3);

// card_expiry_invalid; card_expired; text_too_long {max}.
void check_card_expiry(std::string_view path, std::string_view text, const CivilDate& today,
                       Findings& out);
// card_code_invalid {digits}. Requires digits 3 or 4.
void check_card_code(std::string_view path, std::string_view text, int digits, Findings& out);
// card_holder_invalid; character_not_allowed {character}; text_too_long {max}.
void check_card_holder(std::string_view path, std::string_view text, Findings& out);

}  // namespace sealcart
