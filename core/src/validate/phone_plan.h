// Questions to one numbering plan.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sealcart/validate/phone.h"

namespace sealcart {

enum class PhoneLength : std::uint8_t { possible, local, too_short, too_long, between };
PhoneLength phone_length(const PhonePlan& plan, std::size_t digits);

bool plan_has(const PhonePlan& plan, std::string_view national);
PhoneType phone_type(const PhonePlan& plan, std::string_view national);

struct OwnPlan {
  const PhonePlan* plan = nullptr;
  PhoneType type = PhoneType::unknown;
};
// Of all that share a calling code, the region this number is of; nullptr when none is.
OwnPlan plan_of_number(std::span<const PhonePlan> plans, std::string_view national);

// `number` without national prefix and carrier code, written to `room` (of 20 digits more than
// `number` has). The same as `number` when it has none or would be none of the plan without it.
std::string_view without_national_prefix(const PhonePlan& plan, std::string_view number,
                                         std::span<char> room);

}  // namespace sealcart
