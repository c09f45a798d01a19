// When an order arrives: dispatch day, earliest and latest delivery day, and the moment this
// changes.
//
// The order is taken up on the first working day of the warehouse whose cut-off is still ahead; it
// is made and packed in working days of the warehouse; it leaves on the first day from then on that
// is a working day of warehouse and carrier; it travels in working days of the carrier. Days are
// those of the shop. Its offset from UTC is a value handed in: when clocks change is the business
// of whoever knows the time zone, and an estimate takes the offset of the moment it is made.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sealcart/calendar.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"
#include "sealcart/time.h"

namespace sealcart {

inline constexpr std::int32_t kMondayToFriday = 0b001'1111;
inline constexpr std::int32_t kEveryDay = 0b111'1111;

// Bit 0 of `working_days` is Monday, bit 6 Sunday (the order of ISO 8601).
struct WorkCalendar {
  std::int32_t working_days = kMondayToFriday;
  std::vector<std::string> holidays;
};

// What a shipping method says of its dates. The days on the way are the method's own least and most
// days, counted in working days of the carrier.
struct DeliveryRule {
  std::int32_t cut_off_min = 0;
  std::int32_t processing_days = 0;
  WorkCalendar warehouse;
  WorkCalendar carrier;
};

// Of a product. Made to order: `make_days` before it is packed. Perishable: it has to arrive within
// `keeps_days` days of its dispatch, Sundays and holidays included.
struct LeadTime {
  std::int32_t make_days = 0;
  std::optional<std::int32_t> keeps_days;
};

// The lead time of a parcel: the longest making, the shortest keeping.
LeadTime longest_lead(std::span<const LeadTime> lines);

// Every mistake in a rule with its path: no such date, no day on which the warehouse works and the
// carrier collects.
std::vector<Error> delivery_mistakes(const DeliveryRule& rule);

// A calendar made ready for counting.
class WorkDays {
 public:
  explicit WorkDays(const WorkCalendar& calendar);
  bool works(std::int64_t day) const;
  std::int64_t next(std::int64_t day) const;  // that day or the first working day after it
  std::int64_t add(std::int64_t day, std::int32_t count) const;  // the count-th after that day
 private:
  std::int32_t working_days_;
  std::vector<std::int64_t> holidays_;  // rising
};

struct DeliverySchedule {
  WorkDays warehouse;
  WorkDays carrier;
  std::int64_t cut_off_ms;
  std::int32_t processing_days;
};
// The first of delivery_mistakes(), if any.
Result<DeliverySchedule> schedule_of(const DeliveryRule& rule);

struct TransitDays {
  std::int32_t min_days = 0;
  std::int32_t max_days = 0;
};

// Day numbers of the shop, see calendar.h.
struct DeliveryDays {
  std::int64_t dispatch = 0;
  std::int64_t earliest = 0;
  std::int64_t latest = 0;
  Timestamp changes_at;  // the first cut-off from which on the days are others: a countdown
};

// shipping_method_unavailable (param keepsDays) when a perishable parcel would spoil on the way
// whenever it leaves within a year; number_out_of_range for a moment outside 1970 to 9899, an
// offset outside -720 to 840 minutes, or days outside 0 to 365.
Result<DeliveryDays> delivery_days(const DeliverySchedule& schedule, const TransitDays& transit,
                                   const LeadTime& lead, Timestamp now,
                                   std::int32_t utc_offset_min);

// The same for a page.
struct DeliveryEstimate {
  std::string dispatch;
  std::string earliest;
  std::string latest;
  Timestamp changes_at;
};
DeliveryEstimate estimate_of(const DeliveryDays& days);

template <>
struct Describe<WorkCalendar> : Fields<WorkCalendar> {
  static constexpr std::string_view doc = "The days on which somebody works.";
  static constexpr std::array fields{
      field<&T::working_days>(range(1, kEveryDay),
                              "sum of 1 Monday, 2 Tuesday, 4 Wednesday, 8 Thursday, 16 Friday, "
                              "32 Saturday, 64 Sunday"),
      field<&T::holidays>(bytes(10, 10), "days off, as 2026-12-25 (ISO 8601)")
          .items(limits::kHolidays)
          .optional(),
  };
};

template <>
struct Describe<DeliveryRule> : Fields<DeliveryRule> {
  static constexpr std::string_view doc = "How the delivery dates of a shipping method are found.";
  static constexpr std::array fields{
      field<&T::cut_off_min>(range(0, 1440),
                             "minutes after midnight in the shop; orders before it are taken up "
                             "the same working day"),
      field<&T::processing_days>(range(0, limits::kLeadDays),
                                 "working days of the warehouse to pack it")
          .optional(),
      field<&T::warehouse>("when orders are packed"),
      field<&T::carrier>("when parcels are collected, travel and arrive"),
  };
};

template <>
struct Describe<LeadTime> : Fields<LeadTime> {
  static constexpr std::string_view doc = "What a product asks of its delivery.";
  static constexpr std::array fields{
      field<&T::make_days>(range(0, limits::kLeadDays),
                           "working days of the warehouse to make it; 0: in stock")
          .optional(),
      field<&T::keeps_days>(range(0, limits::kLeadDays),
                            "days it keeps after dispatch, all days counted; absent: it lasts"),
  };
};

template <>
struct Describe<DeliveryEstimate> : Fields<DeliveryEstimate> {
  static constexpr std::string_view doc = "When an order arrives if it is placed now.";
  static constexpr std::array fields{
      field<&T::dispatch>(bytes(10, 10), "day it leaves, as 2026-12-25 in the shop's time"),
      field<&T::earliest>(bytes(10, 10), "first day it may arrive"),
      field<&T::latest>(bytes(10, 10), "last day it may arrive"),
      field<&T::changes_at>("the days are others for orders from this moment on"),
  };
};

}  // namespace sealcart
