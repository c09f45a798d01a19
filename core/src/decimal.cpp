#include "sealcart/decimal.h"

namespace sealcart {
namespace {

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

Error too_many_digits() {
  return Error(ErrorCode::number_out_of_range)
      .with("min", -limits::kAmount)
      .with("max", limits::kAmount);
}

// The digits as one number; false past limits::kAmount.
bool append_digits(std::int64_t& number, std::string_view digits) {
  for (const char digit : digits) {
    number = number * 10 + (digit - '0');  // at most 10 * 2^53 + 9
    if (number > limits::kAmount) return false;
  }
  return true;
}

}  // namespace

Result<Decimal> parse_decimal(std::string_view text) {
  if (text.size() > limits::kDecimalBytes) {
    return refuse(Error(ErrorCode::text_too_long)
                      .with("max", static_cast<std::int64_t>(limits::kDecimalBytes)));
  }
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  std::string_view part = point == text.npos ? std::string_view{} : text.substr(point + 1);
  if (!all_digits(whole) || !all_digits(part) || whole.size() + part.size() == 0) {
    return refuse(Error(ErrorCode::amount_invalid));
  }
  while (part.ends_with('0')) part.remove_suffix(1);
  Decimal decimal;
  if (part.size() > static_cast<std::size_t>(limits::kDecimalPlaces) ||
      !append_digits(decimal.coefficient, whole) || !append_digits(decimal.coefficient, part)) {
    return refuse(too_many_digits());
  }
  if (negative) decimal.coefficient = -decimal.coefficient;
  decimal.scale = static_cast<std::int32_t>(part.size());
  return decimal;
}

std::string to_text(const Decimal& decimal) {
  const bool negative = decimal.coefficient < 0;
  std::string text = std::to_string(negative ? -decimal.coefficient : decimal.coefficient);
  const auto scale = static_cast<std::size_t>(decimal.scale);
  if (text.size() <= scale) text.insert(0, scale + 1 - text.size(), '0');
  if (scale > 0) text.insert(text.size() - scale, 1, '.');
  if (negative) text.insert(0, 1, '-');
  return text;
}

Result<Fraction> parse_fraction(std::string_view text) {
  Result<Decimal> decimal = parse_decimal(text);
  if (!decimal) return refuse(std::move(decimal).error());
  return Fraction(*decimal);
}

}  // namespace sealcart
