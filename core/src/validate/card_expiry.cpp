#include <algorithm>

#include "sealcart/validate/card_details.h"
#include "validate/characters.h"

namespace sealcart {
namespace {

bool is_expiry_digits(std::string_view text) { return std::ranges::all_of(text, is_ascii_digit); }

std::string_view trim_expiry(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Requires digits, at most 4 of them.
int expiry_number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

struct ExpiryParts {
  std::string_view month;
  std::string_view year;
};

// How many digits of "1229" are the month: where a 1 begins, the year decides.
std::size_t month_digits(std::string_view text, const CivilDate& today) {
  if (text.starts_with('0')) return 2;
  if (!text.starts_with('1') || text.size() < 2 || text[1] > '2') return 1;
  return read_card_year(text.substr(1), today).potentially_valid ? 1 : 2;
}

ExpiryParts split_expiry(std::string_view text, const CivilDate& today) {
  const bool is_iso = text.size() > 5 && text[4] == '-' && is_expiry_digits(text.substr(0, 4));
  if (is_iso && text.size() < 8) return {text.substr(5), text.substr(0, 4)};
  std::size_t at = text.find('/');
  if (at == text.npos) at = text.find(' ');
  if (at == text.npos) {
    const std::size_t digits = std::min(month_digits(text, today), text.size());
    return {text.substr(0, digits), text.substr(digits)};
  }
  ExpiryParts parts{text.substr(0, at), text.substr(at + 1)};
  while (parts.month.ends_with(' ')) parts.month.remove_suffix(1);
  while (parts.year.starts_with(' ')) parts.year.remove_prefix(1);
  return parts;
}

// Of a month and a year that are numbers: over, as seen from today.
bool is_over(const ExpiryParts& parts, const CivilDate& today) {
  if (!is_expiry_digits(parts.year) || (parts.year.size() != 2 && parts.year.size() != 4))
    return false;
  std::int64_t year = expiry_number(parts.year);
  if (parts.year.size() == 2) year += today.year - today.year % 100;
  return year < today.year || (year == today.year && expiry_number(parts.month) < today.month);
}

}  // namespace

CardMonth read_card_month(std::string_view typed, const CivilDate& today) {
  if (trim_expiry(typed).empty() || typed == "0") return {{false, true}, false};
  if (typed.size() > 2 || !is_expiry_digits(typed)) return {};
  const int month = expiry_number(typed);
  if (month < 1 || month > 12) return {};
  return {{true, true}, month >= today.month};
}

CardYear read_card_year(std::string_view typed, const CivilDate& today) {
  if (trim_expiry(typed).empty()) return {{false, true}, false};
  if (typed.size() > 4 || !is_expiry_digits(typed)) return {};
  if (typed.size() < 2) return {{false, true}, false};
  const int value = expiry_number(typed);
  const auto century = static_cast<int>(today.year / 100);
  if (typed.size() == 3) return {{false, value / 10 == century}, false};
  const bool is_short = typed.size() == 2;
  if (is_short && value == century) return {{false, true}, false};  // the beginning of "2029"
  const auto now = static_cast<int>(is_short ? today.year % 100 : today.year);
  const bool valid = value >= now && value <= now + kCardYears;
  return {{valid, valid}, value == now};
}

CardExpiry read_card_expiry(std::string_view typed, const CivilDate& today) {
  if (typed.size() > limits::kDateBytes) return {};
  const ExpiryParts parts = split_expiry(typed, today);
  const CardMonth month = read_card_month(parts.month, today);
  const CardYear year = read_card_year(parts.year, today);
  if (month.valid && year.current_year) {
    return {{month.valid_this_year, month.valid_this_year}, parts.month, parts.year};
  }
  if (month.valid && year.valid) return {{true, true}, parts.month, parts.year};
  return {{false, month.potentially_valid && year.potentially_valid}, {}, {}};
}

void check_card_expiry(std::string_view path, std::string_view text, const CivilDate& today,
                       Findings& out) {
  text = trim_html(text);
  if (text.empty() || is_too_long(path, text, limits::kDateBytes, out)) return;
  if (read_card_expiry(text, today).valid) return;
  const ExpiryParts parts = split_expiry(text, today);
  const bool over = read_card_month(parts.month, today).valid && is_over(parts, today);
  out.error(path, over ? ErrorCode::card_expired : ErrorCode::card_expiry_invalid);
}

}  // namespace sealcart
