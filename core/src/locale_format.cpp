// Numbers into the patterns of a locale.
#include "pack_rows.h"
#include "sealcart/locale.h"

namespace sealcart {
namespace {

constexpr std::string_view kCurrencyMark = "¤";

// A decimal without its sign: every int64 has one.
struct Magnitude {
  std::uint64_t units = 0;
  std::int32_t scale = 0;
};

Magnitude magnitude_of(const Decimal& number) {
  const auto bits = static_cast<std::uint64_t>(number.coefficient);
  return {number.coefficient < 0 ? 0 - bits : bits, number.scale};
}

// To `decimals` places, half away from zero. Zeros are added as far as 64 bits hold them.
Magnitude at_places(Magnitude number, std::int32_t decimals) {
  std::uint64_t divisor = 1;
  for (; number.scale > decimals; --number.scale) divisor *= 10;  // scale <= kDecimalPlaces
  const std::uint64_t half = divisor / 2;
  const std::uint64_t rest = number.units % divisor;
  number.units = number.units / divisor + (divisor > 1 && rest >= half ? 1 : 0);
  for (; number.scale < decimals && number.units <= UINT64_MAX / 10; ++number.scale) {
    number.units *= 10;
  }
  return number;
}

// Does a separator stand before the digit that has `left` whole digits from itself on?
bool starts_group(std::int32_t left, std::int32_t whole, const Locale& locale) {
  if (whole < locale.primary_group + locale.minimum_grouping || left == whole) return false;
  const std::int32_t past = left - locale.primary_group;
  return past >= 0 && past % locale.secondary_group == 0;
}

std::string_view localized_digit(char digit, const Locale& locale) {
  return locale.digits[static_cast<std::size_t>(digit - '0')];
}

void append_number(std::string& text, const Magnitude& number, const Locale& locale) {
  std::string digits = std::to_string(number.units);
  const auto scale = static_cast<std::size_t>(number.scale);
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  const auto whole = static_cast<std::int32_t>(digits.size() - scale);
  std::int32_t left = whole;
  for (const char digit : digits) {
    if (left == 0) text += locale.decimal;
    if (left > 0 && starts_group(left, whole, locale)) text += locale.group;
    text += localized_digit(digit, locale);
    --left;
  }
}

std::string filled(const SignedPattern& pattern, bool negative, const Magnitude& number,
                   std::string_view symbol, const Locale& locale) {
  std::string_view rest = negative ? pattern.negative : pattern.positive;
  std::string text;
  while (!rest.empty()) {
    if (rest.starts_with(kCurrencyMark)) {
      text += symbol;
      rest.remove_prefix(kCurrencyMark.size());
      continue;
    }
    switch (rest.front()) {
      case '#':
        append_number(text, number, locale);
        break;
      case '-':
        text += locale.minus;
        break;
      case '%':
        text += locale.percent_sign;
        break;
      default:
        text += rest.front();
    }
    rest.remove_prefix(1);
  }
  return text;
}

// Printed decimals of the currency.
std::int32_t printed_digits(const Currency& currency, const Locale& locale) {
  const std::size_t at = locale.display_digits.find(currency.text());
  if (at == std::string_view::npos || at + 3 >= locale.display_digits.size()) {
    return currency.exponent;
  }
  return small_number(locale.display_digits.substr(at + 3, 1)).value_or(currency.exponent);
}

}  // namespace

std::string format_money(const Decimal& amount, const Currency& currency, const Locale& locale,
                         MoneyStyle style) {
  std::string_view row = row_of(locale.symbols, currency.text());
  std::string_view symbol = cut_before(row, '\t');
  bool spaced = !row.empty();
  if (symbol.empty() || style == MoneyStyle::code) {
    symbol = currency.text();
    spaced = true;
  }
  const bool accounting = style == MoneyStyle::accounting;
  const SignedPattern& pattern = accounting
                                     ? (spaced ? locale.accounting_spaced : locale.accounting)
                                     : (spaced ? locale.money_spaced : locale.money);
  const Magnitude printed = at_places(magnitude_of(amount), printed_digits(currency, locale));
  return filled(pattern, amount.coefficient < 0, printed, symbol, locale);
}

std::string format_money(std::int64_t minor, const Currency& currency, const Locale& locale,
                         MoneyStyle style) {
  return format_money(Decimal{minor, currency.exponent}, currency, locale, style);
}

std::string format_number(const Decimal& number, const Locale& locale) {
  return filled(locale.number, number.coefficient < 0, magnitude_of(number), {}, locale);
}

std::string format_percent(std::int32_t rate_ppm, const Locale& locale) {
  Decimal percent{rate_ppm, 4};
  while (percent.scale > 0 && percent.coefficient % 10 == 0) {
    percent.coefficient /= 10;
    --percent.scale;
  }
  return filled(locale.percent, rate_ppm < 0, magnitude_of(percent), {}, locale);
}

std::string localize_digits(std::string_view text, const Locale& locale) {
  std::string localized;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      localized += localized_digit(c, locale);
    } else {
      localized += c;
    }
  }
  return localized;
}

}  // namespace sealcart
