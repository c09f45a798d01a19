// What is wrong with a delivery rule: every mistake, each with its path.
#include "../path.h"
#include "sealcart/delivery.h"

namespace sealcart {
namespace {

void check_calendar(const WorkCalendar& calendar, const std::string& path,
                    std::vector<Error>& mistakes) {
  if (calendar.working_days < 1 || calendar.working_days > kEveryDay) {
    mistakes.push_back(Error(ErrorCode::number_out_of_range, path + ".workingDays")
                           .with("min", std::int64_t{1})
                           .with("max", std::int64_t{kEveryDay}));
  }
  for (std::size_t h = 0; h < calendar.holidays.size(); ++h) {
    if (parse_date(calendar.holidays[h])) continue;
    mistakes.push_back(Error(ErrorCode::store_value_conflict, path + "." + at("holidays", h))
                           .with("what", "no such day: write it as 2026-12-25"));
  }
}

}  // namespace

std::vector<Error> delivery_mistakes(const DeliveryRule& rule) {
  std::vector<Error> mistakes;
  check_calendar(rule.warehouse, "warehouse", mistakes);
  check_calendar(rule.carrier, "carrier", mistakes);
  if ((rule.warehouse.working_days & rule.carrier.working_days & kEveryDay) == 0) {
    mistakes.push_back(Error(ErrorCode::store_value_conflict, "carrier.workingDays")
                           .with("what", "the carrier collects on no day the warehouse works"));
  }
  return mistakes;
}

Result<DeliverySchedule> schedule_of(const DeliveryRule& rule) {
  const std::vector<Error> mistakes = delivery_mistakes(rule);
  if (!mistakes.empty()) return refuse(mistakes.front());
  return DeliverySchedule{WorkDays(rule.warehouse), WorkDays(rule.carrier),
                          rule.cut_off_min * kMsPerMinute, rule.processing_days};
}

}  // namespace sealcart
