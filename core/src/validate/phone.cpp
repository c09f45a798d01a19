#include "sealcart/validate/phone.h"

#include "sealcart/limits.h"

namespace sealcart {

PhoneNumber check_phone(std::string_view path, std::string_view text,
                        std::string_view default_region, const PhoneTable& table, Findings& out) {
  if (text.empty()) return {};
  if (text.size() > limits::kPhoneBytes) {
    out.error(path, ErrorCode::text_too_long)
        .with("max", static_cast<std::int64_t>(limits::kPhoneBytes));
    return {};
  }
  const PhoneNumber number = parse_phone(text, default_region, table);
  if (number.valid()) return number;
  std::string_view country = default_region;
  if (number.calling_code != 0) {
    const auto plans = table.plans_of(number.calling_code);
    const PhonePlan* home = table.plan_of(default_region);
    const bool at_home = home != nullptr && home->calling_code == number.calling_code;
    if (!number.region.empty()) {
      country = number.region;
    } else if (!at_home && !plans.empty()) {
      country = plans[0].region;
    }
  }
  ErrorCode code = ErrorCode::phone_invalid;
  if (number.problem == PhoneProblem::too_short) code = ErrorCode::phone_too_short;
  if (number.problem == PhoneProblem::too_long) code = ErrorCode::phone_too_long;
  if (number.problem == PhoneProblem::calling_code_unknown) {
    code = ErrorCode::phone_calling_code_unknown;
  }
  out.error(path, code).with("country", country);
  return number;
}

}  // namespace sealcart
