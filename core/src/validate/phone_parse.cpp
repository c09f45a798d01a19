#include <algorithm>

#include "sealcart/validate/phone.h"
#include "validate/pattern.h"
#include "validate/phone_plan.h"
#include "validate/phone_text.h"

namespace sealcart {
namespace {

constexpr std::size_t kNationalMin = 2;
constexpr std::size_t kNationalMax = 17;
constexpr std::size_t kPrefixRoom = limits::kPhoneBytes + 20;

// The digits for calling abroad at the beginning, and then none that begins with 0.
std::size_t abroad_prefix(const PhonePlan& plan, std::string_view digits) {
  const std::string_view own = plan.field[PhonePlan::abroad];
  const auto match = match_prefix(own.empty() ? "00" : own, digits);
  if (!match || (digits.size() > match->length && digits[match->length] == '0')) return 0;
  return match->length;
}

struct CallingCode {
  std::uint16_t code = 0;
  std::size_t digits = 0;
};

CallingCode calling_code_in(const PhoneTable& table, std::string_view digits) {
  std::uint32_t code = 0;
  for (std::size_t i = 0; i < 3 && i < digits.size(); ++i) {
    code = code * 10 + static_cast<std::uint32_t>(digits[i] - '0');
    if (code == 0) break;
    if (!table.plans_of(code).empty()) return {static_cast<std::uint16_t>(code), i + 1};
  }
  return {};
}

// The own calling code, typed without a +: taken for one when the number is none of the plan with
// it, and is one without it.
bool begins_with_own_code(const PhonePlan& plan, std::string_view digits, std::string_view code) {
  if (!digits.starts_with(code)) return false;
  std::array<char, kPrefixRoom> room;
  const std::string_view rest = without_national_prefix(plan, digits.substr(code.size()), room);
  return (!plan_has(plan, digits) && plan_has(plan, rest)) ||
         phone_length(plan, digits.size()) == PhoneLength::too_long;
}

struct SplitPhone {
  std::uint16_t code = 0;
  std::string_view rest;
  const PhonePlan* plan = nullptr;  // whose national prefix the rest may begin with
};

// Calling code and what follows it. `plus`: the text began with one.
SplitPhone split_phone(std::string_view digits, bool plus, const PhonePlan* home,
                       const PhoneTable& table) {
  const std::size_t abroad = !plus && home != nullptr ? abroad_prefix(*home, digits) : 0;
  if (plus || abroad > 0) {
    const std::string_view international = digits.substr(abroad);
    const CallingCode code = calling_code_in(table, international);
    if (code.code == 0) return {};
    return {code.code, international.substr(code.digits), &table.plans_of(code.code)[0]};
  }
  if (home == nullptr) return {};
  std::array<char, 3> own;
  std::size_t size = 0;
  for (int unit = 100; unit > 0; unit /= 10) {
    const int left = home->calling_code / unit;
    if (left > 0) own[size++] = static_cast<char>('0' + left % 10);
  }
  if (begins_with_own_code(*home, digits, {own.data(), size})) {
    return {home->calling_code, digits.substr(size), &table.plans_of(home->calling_code)[0]};
  }
  return {home->calling_code, digits, home};
}

PhoneProblem length_problem(PhoneLength length) {
  switch (length) {
    case PhoneLength::too_short:
    case PhoneLength::local:
      return PhoneProblem::too_short;
    case PhoneLength::too_long:
      return PhoneProblem::too_long;
    default:
      return PhoneProblem::invalid;
  }
}

void read_national(PhoneNumber& number, const SplitPhone& split, std::span<const PhonePlan> plans) {
  number.problem = PhoneProblem::too_short;
  if (split.rest.size() < kNationalMin) return;
  std::array<char, kPrefixRoom> room;
  const std::string_view bare = without_national_prefix(*split.plan, split.rest, room);
  const PhoneLength bare_length = phone_length(*split.plan, bare.size());
  const bool strip = bare_length == PhoneLength::possible || bare_length == PhoneLength::too_long;
  const std::string_view national = strip ? bare : split.rest;
  if (national.size() < kNationalMin) return;
  number.problem = PhoneProblem::too_long;
  if (national.size() > kNationalMax) return;
  number.national.assign(national);
  const std::size_t zeros = std::min(national.find_first_not_of('0'), national.size() - 1);
  number.leading_zeros = static_cast<std::uint8_t>(zeros);
  const PhoneLength length = phone_length(plans[0], national.size());
  number.possible = length == PhoneLength::possible || length == PhoneLength::local;
  const OwnPlan own = plan_of_number(plans, national);
  if (own.plan != nullptr) number.region = own.plan->region;
  number.type = own.type;
  number.problem = number.type != PhoneType::unknown ? PhoneProblem::none : length_problem(length);
}

}  // namespace

void PhoneDigits::assign(std::string_view text) {
  size = static_cast<std::uint8_t>(std::min(text.size(), digits.size()));
  std::copy_n(text.begin(), size, digits.begin());
}

PhoneNumber parse_phone(std::string_view text, std::string_view default_region,
                        const PhoneTable& table) {
  PhoneNumber number;
  const PhoneText typed(text);
  const PhoneParts parts = phone_parts(typed.signs());
  if (parts.number.empty()) return number;
  const PhonePlan* home = table.plan_of(default_region);
  const bool plus = parts.number.starts_with('+');
  if (home == nullptr && !plus) return number;
  std::array<char, limits::kPhoneBytes> room;
  const std::string_view digits = phone_digits(parts.number, room);
  const SplitPhone split = split_phone(digits, plus, home, table);
  number.problem = PhoneProblem::calling_code_unknown;
  if (split.code == 0) return number;
  number.calling_code = split.code;
  number.extension.assign(parts.extension);
  read_national(number, split, table.plans_of(split.code));
  return number;
}

}  // namespace sealcart
