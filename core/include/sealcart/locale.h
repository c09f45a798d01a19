// How amounts, numbers, percentages and counts are written in a language, from Unicode CLDR 48.
//
// A Locale is a pack (core/data/packs/locale-XX.txt, made by tools/generate/locale-packs.mjs; the
// format is in docs/LOCALES.md). The page and the server read the same bytes, so both print the
// same text; engines' own Intl do not (docs/adr/0006). Rules: UTS #35, part 3, Numbers.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "sealcart/decimal.h"
#include "sealcart/money.h"
#include "sealcart/result.h"

namespace sealcart {

// A text for numbers >= 0 and one for those below. # stands for the number, ¤ for the currency,
// - and % for the signs of the locale.
struct SignedPattern {
  std::string_view positive;
  std::string_view negative;
};

// Views into the pack, which must live as long.
struct Locale {
  std::string_view tag;  // "pt-PT"
  bool right_to_left = false;
  std::array<std::string_view, 10> digits;
  std::string_view decimal, group, minus, percent_sign;
  std::int32_t minimum_grouping = 1;  // digits before the first separator, at least
  std::int32_t primary_group = 3;     // digits of the last group; of the others: secondary_group
  std::int32_t secondary_group = 3;
  // "spaced" are for symbols that have a letter beside the number.
  SignedPattern number, percent, money, money_spaced, accounting, accounting_spaced;
  std::string_view plural_rules;    // fields between tabs, such as "one: i = 1 and v = 0"
  std::string_view display_digits;  // "ALL0 HUF0": printed decimals where ISO 4217 has others
  std::string_view symbols;         // lines "EUR<tab>€", each behind a line feed
  std::string_view countries;       // lines "AL<tab>Albania", each behind a line feed

  // pack_invalid {pack: "locale"} for anything but a pack of this form.
  static Result<Locale> read(std::string_view pack);
};

enum class MoneyStyle : std::uint8_t {
  symbol,      // "1.234,50 €", "-$5.00"
  code,        // "1.234,50 EUR", for receipts and where $ could be several currencies
  accounting,  // negative amounts as bookkeepers write them: "($5.00)" in English
};

// `minor` are units of the ISO 4217 exponent. Printed are the decimals people use: for the 16
// currencies of `display_digits` (ALL, HUF, IRR ...) none, rounded half away from zero.
std::string format_money(std::int64_t minor, const Currency& currency, const Locale& locale,
                         MoneyStyle style = MoneyStyle::symbol);
// The same from a decimal with more places than the currency has, rounded once. A negative amount
// that is rounded to zero keeps its sign, as in CLDR.
std::string format_money(const Decimal& amount, const Currency& currency, const Locale& locale,
                         MoneyStyle style = MoneyStyle::symbol);

// With separators and as many decimals as the scale says: "12.345", "−۱٬۲۳۴٫۵".
std::string format_number(const Decimal& number, const Locale& locale);
inline std::string format_number(std::int64_t number, const Locale& locale) {
  return format_number(Decimal{number, 0}, locale);
}

// Parts per million, exactly: 55000 is "5.5%".
std::string format_percent(std::int32_t rate_ppm, const Locale& locale);

// The digits of the locale in place of 0 to 9; everything else stays. For identifiers and dates.
std::string localize_digits(std::string_view text, const Locale& locale);

// The name of an ISO 3166-1 country (and of some territories that have a code of their own, such
// as XK); empty when there is none.
std::string_view country_name(std::string_view code, const Locale& locale);

// Plural categories of CLDR. Every language has `other`.
enum class PluralCategory : std::uint8_t { zero, one, two, few, many, other };
std::string_view plural_name(PluralCategory category);

// Of a number as it is printed: {15, 1} is "1.5" and {10, 1} "1.0", which may differ from "1".
PluralCategory plural_category(const Locale& locale, const Decimal& number);
inline PluralCategory plural_category(const Locale& locale, std::int64_t number) {
  return plural_category(locale, Decimal{number, 0});
}

}  // namespace sealcart
