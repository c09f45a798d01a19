#include <algorithm>

#include "sealcart/limits.h"
#include "validate/pattern.h"
#include "validate/phone_format.h"
#include "validate/phone_plan.h"
#include "validate/phone_text.h"

namespace sealcart {
namespace {

struct TypedFormat {
  const PhoneFormat* format = nullptr;
  PhoneGroups groups;
};

// A complete number has its own format; before that the first one it may grow into, and last those
// that are used inside an area only.
TypedFormat typed_format(const PhonePlan& main, std::string_view national, bool abroad,
                         const PhoneFormats& formats) {
  TypedFormat typed;
  if (phone_length(main, national.size()) == PhoneLength::possible) {
    typed.format = format_for(national, abroad, formats, main.calling_code, typed.groups);
    if (typed.format != nullptr) return typed;
  }
  for (const bool local : {false, true}) {
    for (const PhoneFormat& format : formats.of(main.calling_code)) {
      if ((format.international == "-") != local || (local && abroad)) continue;
      if (split_groups(format.groups, national, typed.groups) &&
          may_match_prefix(format.leading, national, format.jumps)) {
        typed.format = &format;
        return typed;
      }
    }
  }
  return typed;
}

bool has_digits(std::string_view text, std::string_view digits) {
  for (const char c : text) {
    if (c < '0' || c > '9') continue;
    if (digits.empty() || digits[0] != c) return false;
    digits.remove_prefix(1);
  }
  return digits.empty();
}

std::string typed_international(std::string_view digits, const PhoneTable& table,
                                const PhoneFormats& formats) {
  std::uint32_t code = 0;
  for (std::size_t i = 0; i < 3 && i < digits.size() && digits[0] != '0'; ++i) {
    code = code * 10 + static_cast<std::uint32_t>(digits[i] - '0');
    const auto plans = table.plans_of(code);
    if (plans.empty()) continue;
    std::string out = "+";
    out.append(digits.substr(0, i + 1));
    const std::string_view national = digits.substr(i + 1);
    if (national.empty()) return out;
    const TypedFormat typed = typed_format(plans[0], national, true, formats);
    out += ' ';
    if (typed.format == nullptr) return out.append(national);
    return out += write_groups(typed.groups, international_of(*typed.format), {});
  }
  return "+" + std::string(digits);
}

std::string typed_national(std::string_view digits, const PhonePlan& home, const PhonePlan& main,
                           const PhoneFormats& formats) {
  std::array<char, limits::kPhoneBytes + 20> room;
  std::string_view national = without_national_prefix(home, digits, room);
  const bool whole = phone_length(home, digits.size()) == PhoneLength::possible &&
                     phone_length(home, national.size()) != PhoneLength::possible;
  if (whole || !digits.ends_with(national)) national = digits;
  const std::string_view prefix = digits.substr(0, digits.size() - national.size());
  if (national.empty()) return std::string(digits);
  const TypedFormat typed = typed_format(main, national, false, formats);
  if (typed.format == nullptr) return std::string(digits);
  std::string out = write_groups(typed.groups, typed.format->national, typed.format->prefix_rule);
  if (has_digits(out, digits)) return out;
  // The prefix is written otherwise than it was typed, or was not typed.
  out.assign(prefix);
  if (!prefix.empty()) out += ' ';
  out += write_groups(typed.groups, typed.format->national, {});
  return has_digits(out, digits) ? out : std::string(digits);
}

}  // namespace

std::string phone_as_typed(std::string_view text, std::string_view default_region,
                           const PhoneTable& table, const PhoneFormats& formats) {
  const PhoneText typed(text);
  const std::string_view signs = typed.signs();
  if (signs.find_first_not_of("0123456789+-/. ()[]~") != std::string_view::npos) {
    return std::string(text);
  }
  const std::size_t start = signs.find_first_of("+0123456789");
  if (start == std::string_view::npos || signs.find('+', start + 1) != std::string_view::npos) {
    return std::string(text);
  }
  std::array<char, limits::kPhoneBytes> room;
  const std::string_view digits = phone_digits(signs, room);
  if (signs[start] == '+') return typed_international(digits, table, formats);
  const PhonePlan* home = table.plan_of(default_region);
  if (home == nullptr) return std::string(digits);
  return typed_national(digits, *home, table.plans_of(home->calling_code)[0], formats);
}

}  // namespace sealcart
