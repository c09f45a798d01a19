#include "sealcart/validate/number.h"

#include <algorithm>

#include "validate/characters.h"

namespace sealcart {
namespace {

// Empty, too long or no number: said, and nothing returned.
std::optional<std::int64_t> read_number_field(std::string_view path, std::string_view text,
                                              Findings& out) {
  if (trim_html(text).empty() || is_too_long(path, text, limits::kDecimalBytes, out)) {
    return std::nullopt;
  }
  const auto value = parse_whole_number(text);
  if (!value) out.error(path, ErrorCode::number_invalid);
  return value;
}

}  // namespace

std::optional<std::int64_t> parse_whole_number(std::string_view text) {
  text = trim_html(text);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  std::int64_t value = 0;
  while (!text.empty()) {
    const Character character = first_character(text);
    const int digit = digit_value(character.code);
    if (digit < 0) return std::nullopt;
    value = std::min(value * 10 + digit, limits::kAmount);
    text.remove_prefix(character.size);
  }
  return negative ? -value : value;
}

void check_number(std::string_view path, std::string_view text, std::int64_t min, std::int64_t max,
                  Findings& out) {
  const auto value = read_number_field(path, text, out);
  if (!value || (*value >= min && *value <= max)) return;
  out.error(path, ErrorCode::number_out_of_range).with("min", min).with("max", max);
}

void check_quantity(std::string_view path, std::string_view text, const QuantityRule& rule,
                    Findings& out) {
  const auto given = read_number_field(path, text, out);
  if (!given) return;
  const std::int64_t step = std::max(rule.step, 1);
  const std::int64_t least = (rule.min + step - 1) / step * step;
  const std::int64_t most = rule.max / step * step;
  Finding* finding = nullptr;
  if (*given < rule.min) {
    finding = &out.error(path, ErrorCode::quantity_too_small);
    finding->with("given", *given).with("min", std::int64_t{rule.min});
  } else if (*given > rule.max) {
    finding = &out.error(path, ErrorCode::quantity_too_large);
    finding->with("given", *given).with("max", std::int64_t{rule.max});
  } else if (*given % step != 0) {
    finding = &out.error(path, ErrorCode::quantity_step).with("step", step);
  }
  if (!finding || least > most) return;
  const std::int64_t near = (*given + step / 2) / step * step;
  finding->suggest(std::to_string(std::clamp(near, least, most)));
}

}  // namespace sealcart
