#include "sealcart/delivery.h"

#include <algorithm>
#include <utility>

namespace sealcart {
namespace {

// A perishable parcel is given up when no day within a year is good enough.
constexpr std::int64_t kSearchDays = 366;

// From the day an order is taken up to the day it arrives.
class Course {
 public:
  Course(const DeliverySchedule& schedule, const TransitDays& transit, const LeadTime& lead)
      : schedule_(schedule), transit_(transit), lead_(lead) {}

  // The day it is made and packed.
  std::int64_t ready(std::int64_t taken_up) const {
    return schedule_.warehouse.add(taken_up, lead_.make_days + schedule_.processing_days);
  }

  // The first day from then on that it leaves and arrives in time. Nothing: it would spoil.
  std::optional<DeliveryDays> leave(std::int64_t ready) const {
    DeliveryDays days = travel(collected(ready));
    if (!lead_.keeps_days) return days;
    while (days.dispatch <= ready + kSearchDays) {
      if (days.latest - days.dispatch <= *lead_.keeps_days) return days;
      days = travel(collected(days.dispatch + 1));
    }
    return std::nullopt;
  }

 private:
  // The first day from `day` on that warehouse and carrier both work.
  std::int64_t collected(std::int64_t day) const {
    while (true) {
      const std::int64_t packed = schedule_.warehouse.next(day);
      day = schedule_.carrier.next(packed);
      if (day == packed) return day;
    }
  }

  DeliveryDays travel(std::int64_t dispatch) const {
    return {dispatch,
            schedule_.carrier.add(dispatch, transit_.min_days),
            schedule_.carrier.add(dispatch, transit_.max_days),
            {}};
  }

  const DeliverySchedule& schedule_;
  const TransitDays& transit_;
  const LeadTime& lead_;
};

Status in_range(std::string_view path, std::int64_t value, std::int64_t min, std::int64_t max) {
  if (value >= min && value <= max) return {};
  return refuse(Error(ErrorCode::number_out_of_range, path).with("min", min).with("max", max));
}

Status check_input(const TransitDays& transit, const LeadTime& lead, Timestamp now,
                   std::int32_t utc_offset_min) {
  constexpr std::int64_t kLastNowMs = (kLastDay - 100 * 365) * kMsPerDay;  // in 9899
  if (Status s = in_range("now", now.ms, 0, kLastNowMs); !s) return s;
  if (Status s = in_range("utcOffsetMin", utc_offset_min, limits::kUtcOffsetWestMin,
                          limits::kUtcOffsetEastMin);
      !s) {
    return s;
  }
  if (Status s = in_range("maxDays", transit.max_days, 0, limits::kLeadDays); !s) return s;
  if (Status s = in_range("minDays", transit.min_days, 0, transit.max_days); !s) return s;
  if (Status s = in_range("keepsDays", lead.keeps_days.value_or(0), 0, limits::kLeadDays); !s) {
    return s;
  }
  return in_range("makeDays", lead.make_days, 0, limits::kLeadDays);
}

}  // namespace

WorkDays::WorkDays(const WorkCalendar& calendar) : working_days_(calendar.working_days) {
  // In place as they come: few, mostly in order, and a sort is a kilobyte of cart.wasm.
  for (const std::string& holiday : calendar.holidays) {
    const auto day = parse_date(holiday);
    if (day) holidays_.insert(std::ranges::upper_bound(holidays_, *day), *day);
  }
}

bool WorkDays::works(std::int64_t day) const {
  if (((working_days_ >> weekday_of(day)) & 1) == 0) return false;
  return !std::ranges::binary_search(holidays_, day);
}

std::int64_t WorkDays::next(std::int64_t day) const {
  while (!works(day)) ++day;
  return day;
}

std::int64_t WorkDays::add(std::int64_t day, std::int32_t count) const {
  for (; count > 0; --count) day = next(day + 1);
  return day;
}

LeadTime longest_lead(std::span<const LeadTime> lines) {
  LeadTime whole;
  for (const LeadTime& line : lines) {
    whole.make_days = std::max(whole.make_days, line.make_days);
    if (!line.keeps_days) continue;
    whole.keeps_days = std::min(whole.keeps_days.value_or(*line.keeps_days), *line.keeps_days);
  }
  return whole;
}

Result<DeliveryDays> delivery_days(const DeliverySchedule& schedule, const TransitDays& transit,
                                   const LeadTime& lead, Timestamp now,
                                   std::int32_t utc_offset_min) {
  if (Status s = check_input(transit, lead, now, utc_offset_min); !s) {
    return refuse(std::move(s).error());
  }
  const LocalTime local = local_time(now.ms, utc_offset_min);
  const bool too_late_today = local.ms >= schedule.cut_off_ms;
  std::int64_t taken_up = schedule.warehouse.next(local.day + (too_late_today ? 1 : 0));
  const Course course(schedule, transit, lead);
  auto days = course.leave(course.ready(taken_up));
  if (!days) {
    return refuse(Error(ErrorCode::shipping_method_unavailable)
                      .with("keepsDays", std::int64_t{lead.keeps_days.value_or(0)}));
  }
  // Orders of several working days may leave together: the countdown is to the last of them.
  while (true) {
    const std::int64_t following = schedule.warehouse.next(taken_up + 1);
    if (course.ready(following) > days->dispatch) break;
    taken_up = following;
  }
  days->changes_at = {taken_up * kMsPerDay + schedule.cut_off_ms - utc_offset_min * kMsPerMinute};
  return *days;
}

DeliveryEstimate estimate_of(const DeliveryDays& days) {
  return {format_date(days.dispatch), format_date(days.earliest), format_date(days.latest),
          days.changes_at};
}

}  // namespace sealcart
