#include "sealcart/format.h"

#include <algorithm>

#include "sealcart/limits.h"

namespace sealcart {
namespace {

// Signs of CLDR 48 "en". Other currencies are shown by their code and a no-break space.
struct Sign {
  std::string_view code;
  std::string_view sign;
};
constexpr Sign kSigns[] = {
    {"AUD", "A$"},  {"BRL", "R$"}, {"CAD", "CA$"}, {"CNY", "CN¥"}, {"EUR", "€"}, {"GBP", "£"},
    {"HKD", "HK$"}, {"ILS", "₪"},  {"INR", "₹"},   {"JPY", "¥"},   {"KRW", "₩"}, {"MXN", "MX$"},
    {"NZD", "NZ$"}, {"PHP", "₱"},  {"TWD", "NT$"}, {"USD", "$"},   {"VND", "₫"},
};
constexpr std::string_view kNoBreakSpace = "\u00A0";

std::string digits_of(std::int64_t minor, const Currency& currency, bool grouped) {
  std::string digits = std::to_string(minor < 0 ? -minor : minor);
  const auto decimals = static_cast<std::size_t>(currency.exponent);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  std::size_t whole = digits.size() - decimals;
  if (decimals > 0) digits.insert(whole, 1, '.');
  for (; grouped && whole > 3; whole -= 3) digits.insert(whole - 3, 1, ',');
  return digits;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string format_decimal(std::int64_t minor, const Currency& currency) {
  return (minor < 0 ? "-" : "") + digits_of(minor, currency, false);
}

std::string format_money(std::int64_t minor, const Currency& currency) {
  std::string text = minor < 0 ? "-" : "";
  std::string_view sign;
  for (const Sign& known : kSigns) {
    if (known.code == currency.text()) sign = known.sign;
  }
  if (sign.empty()) {
    text += currency.text();
    text += kNoBreakSpace;
  } else {
    text += sign;
  }
  return text + digits_of(minor, currency, true);
}

std::string format_percent(std::int32_t rate_ppm) {
  constexpr std::int32_t kPercent = 10'000;
  std::string text = std::to_string(rate_ppm / kPercent);
  const std::string decimals = std::to_string(kPercent + rate_ppm % kPercent).substr(1);
  const std::size_t last = decimals.find_last_not_of('0');
  return last == decimals.npos ? text : text + "." + decimals.substr(0, last + 1);
}

Result<std::int64_t> parse_decimal(std::string_view text, const Currency& currency) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  std::string_view decimals = point == text.npos ? std::string_view() : text.substr(point + 1);
  const bool all_digits =
      std::ranges::all_of(whole, is_digit) && std::ranges::all_of(decimals, is_digit);
  if (whole.empty() || !all_digits || (point != text.npos && decimals.empty())) {
    return refuse(ErrorCode::amount_invalid);
  }
  while (!decimals.empty() && decimals.back() == '0') decimals.remove_suffix(1);
  const auto places = static_cast<std::size_t>(currency.exponent);
  if (decimals.size() > places) {
    return refuse(Error(ErrorCode::amount_precision)
                      .with("currency", std::string(currency.text()))
                      .with("exponent", currency.exponent));
  }
  std::string digits(whole);
  digits += decimals;
  digits.append(places - decimals.size(), '0');
  std::int64_t minor = 0;
  for (const char c : digits) {
    minor = minor * 10 + (c - '0');
    if (minor > limits::kAmount) return refuse(ErrorCode::amount_overflow);
  }
  return negative ? -minor : minor;
}

}  // namespace sealcart
