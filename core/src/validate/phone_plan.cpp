#include "validate/phone_plan.h"

#include <algorithm>

#include "validate/pattern.h"

namespace sealcart {
namespace {

constexpr PhoneType kTypesOfPlan[] = {
    // in the order of its fields
    PhoneType::fixed_line,   PhoneType::mobile,          PhoneType::toll_free,
    PhoneType::premium_rate, PhoneType::personal_number, PhoneType::voicemail,
    PhoneType::uan,          PhoneType::pager,           PhoneType::voip,
    PhoneType::shared_cost,
};
// Where several types have a number, the first of these.
constexpr std::size_t kTypesByRank[] = {1, 3, 2, 9, 8, 4, 7, 6, 5};

const std::uint8_t* jumps_of(const PhonePlan& plan, std::size_t field) {
  return plan.jumps + (plan.field[field].data() - plan.pack.data());
}

bool field_matches(const PhonePlan& plan, std::size_t field, std::string_view national) {
  return matches_whole(plan.field[field], national, jumps_of(plan, field));
}

std::size_t groups_of(std::string_view pattern) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '(' && pattern.substr(i + 1, 1) != "?") ++count;
  }
  return count;
}

}  // namespace

std::string_view phone_type_name(PhoneType type) {
  constexpr std::string_view kNames[] = {
      "unknown",   "fixedLine", "mobile", "tollFree", "premiumRate", "personalNumber",
      "voicemail", "uan",       "pager",  "voip",     "sharedCost",  "fixedLineOrMobile",
  };
  return kNames[static_cast<std::size_t>(type)];
}

PhoneLength phone_length(const PhonePlan& plan, std::size_t digits) {
  const std::string_view lengths = plan.field[PhonePlan::lengths];
  if (digits == 0 || digits > 26)
    return digits == 0 ? PhoneLength::too_short : PhoneLength::too_long;
  const char letter = static_cast<char>('a' + digits - 1);
  if (plan.field[PhonePlan::local_lengths].find(letter) != std::string_view::npos) {
    return PhoneLength::local;
  }
  if (lengths.find(letter) != std::string_view::npos) return PhoneLength::possible;
  if (lengths.empty() || letter < lengths.front()) return PhoneLength::too_short;
  return letter > lengths.back() ? PhoneLength::too_long : PhoneLength::between;
}

bool plan_has(const PhonePlan& plan, std::string_view national) {
  return field_matches(plan, PhonePlan::all, national);
}

PhoneType phone_type(const PhonePlan& plan, std::string_view national) {
  if (!plan_has(plan, national)) return PhoneType::unknown;
  const auto has = [&](std::size_t type) {
    const std::size_t field = PhonePlan::first_type + type;
    return !plan.field[field].empty() && field_matches(plan, field, national);
  };
  if (has(0)) {
    const std::string_view mobile = plan.field[PhonePlan::first_type + 1];
    const bool either = mobile.empty() || mobile == "=" || has(1);
    return either ? PhoneType::fixed_line_or_mobile : PhoneType::fixed_line;
  }
  for (const std::size_t type : kTypesByRank) {
    if (has(type)) return kTypesOfPlan[type];
  }
  return PhoneType::unknown;
}

OwnPlan plan_of_number(std::span<const PhonePlan> plans, std::string_view national) {
  if (plans.size() == 1) return {&plans[0], phone_type(plans[0], national)};
  for (const PhonePlan& plan : plans) {
    const std::string_view leading = plan.field[PhonePlan::leading_digits];
    if (!leading.empty() && !match_prefix(leading, national)) continue;
    const PhoneType type = phone_type(plan, national);
    if (!leading.empty() || type != PhoneType::unknown) return {&plan, type};
  }
  return {};
}

std::string_view without_national_prefix(const PhonePlan& plan, std::string_view number,
                                         std::span<char> room) {
  const std::string_view prefix = plan.field[PhonePlan::national_prefix];
  if (number.empty() || prefix.empty()) return number;
  const auto match = match_prefix(prefix, number, jumps_of(plan, PhonePlan::national_prefix));
  if (!match) return number;
  const std::string_view rest = number.substr(match->length);
  const std::string_view rule = plan.field[PhonePlan::replacement];
  // The last group of the prefix holds what a replacement keeps.
  const std::size_t groups = groups_of(prefix);
  const bool keeps =
      groups > 0 && groups <= match->groups.size() && match->groups[groups - 1].data() != nullptr;
  std::string_view bare = rest;
  if (!rule.empty() && keeps) {
    std::size_t size = 0;
    const auto add = [&](std::string_view part) {
      for (const char c : part) {
        if (size < room.size()) room[size++] = c;
      }
    };
    for (std::size_t i = 0; i < rule.size(); ++i) {
      const bool group =
          rule[i] == '$' && i + 1 < rule.size() && rule[i + 1] >= '1' && rule[i + 1] <= '4';
      add(group ? match->groups[static_cast<std::size_t>(rule[++i] - '1')] : rule.substr(i, 1));
    }
    add(rest);
    bare = {room.data(), size};
  }
  if (plan_has(plan, number) && !plan_has(plan, bare)) return number;
  return bare;
}

}  // namespace sealcart
