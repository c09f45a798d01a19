// Drawn rules against a diary: one day after the other, doing each day what that day allows.
#include <gtest/gtest.h>

#include "sealcart/delivery.h"
#include "support/random.h"
#include "support/told.h"

namespace sealcart {
namespace {

struct Drawn {
  DeliveryRule rule;
  TransitDays transit;
  LeadTime lead;
  std::int64_t now = 0;
  std::int32_t offset = 0;
};

constexpr std::int64_t kFirstDay = 20'779;  // 2026-11-22

WorkCalendar draw_calendar(Random& random) {
  WorkCalendar calendar;
  calendar.working_days = static_cast<std::int32_t>(random.between(1, kEveryDay));
  if (random.one_in(2)) calendar.working_days = kMondayToFriday;
  const std::size_t holidays = random.below(9);
  for (std::size_t h = 0; h < holidays; ++h) {
    calendar.holidays.push_back(format_date(kFirstDay + random.between(0, 30)));
  }
  return calendar;
}

Drawn draw(Random& random) {
  Drawn drawn;
  drawn.rule.warehouse = draw_calendar(random);
  drawn.rule.carrier = draw_calendar(random);
  drawn.rule.carrier.working_days |= drawn.rule.warehouse.working_days & 0b101'0101;
  drawn.rule.cut_off_min = static_cast<std::int32_t>(random.between(0, 1440));
  drawn.rule.processing_days = static_cast<std::int32_t>(random.between(0, 3));
  drawn.transit.min_days = static_cast<std::int32_t>(random.between(0, 3));
  drawn.transit.max_days = drawn.transit.min_days + static_cast<std::int32_t>(random.between(0, 3));
  drawn.lead.make_days = static_cast<std::int32_t>(random.between(0, 4));
  if (random.one_in(2)) drawn.lead.keeps_days = static_cast<std::int32_t>(random.between(0, 9));
  drawn.offset = static_cast<std::int32_t>(random.between(-720, 840));
  drawn.now = kFirstDay * kMsPerDay + random.between(0, 10 * kMsPerDay);
  if (random.one_in(3)) {  // at a cut-off, or a millisecond beside it
    const std::int64_t cut = drawn.rule.cut_off_min - drawn.offset;
    drawn.now = drawn.now / kMsPerDay * kMsPerDay + cut * kMsPerMinute + random.between(-1, 1);
  }
  return drawn;
}

bool works(const WorkCalendar& calendar, std::int64_t day) {
  const std::string date = format_date(day);
  for (const std::string& holiday : calendar.holidays) {
    if (holiday == date) return false;
  }
  return (calendar.working_days & (1 << ((day + 3) % 7))) != 0;
}

// The day after `count` more working days.
std::int64_t travels(const WorkCalendar& calendar, std::int64_t day, std::int32_t count) {
  while (count > 0) count -= works(calendar, ++day) ? 1 : 0;
  return day;
}

struct Dates {
  std::int64_t dispatch = -1, earliest = -1, latest = -1;
  friend bool operator==(const Dates&, const Dates&) = default;
};

Dates diary(const Drawn& drawn) {
  const std::int64_t local = drawn.now + drawn.offset * kMsPerMinute;
  bool taken_up = false;
  std::int32_t work_left = drawn.lead.make_days + drawn.rule.processing_days;
  std::int64_t ready = -1;
  for (std::int64_t day = local / kMsPerDay;; ++day) {
    const bool warehouse = works(drawn.rule.warehouse, day);
    if (warehouse && taken_up && work_left > 0) --work_left;
    if (warehouse && local < day * kMsPerDay + drawn.rule.cut_off_min * kMsPerMinute) {
      taken_up = true;
    }
    if (!taken_up || work_left > 0) continue;
    if (ready < 0) ready = day;
    if (ready >= 0 && day > ready + 366) return {};
    if (!warehouse || !works(drawn.rule.carrier, day)) continue;
    const std::int64_t latest = travels(drawn.rule.carrier, day, drawn.transit.max_days);
    if (drawn.lead.keeps_days && latest - day > *drawn.lead.keeps_days) continue;
    return {day, travels(drawn.rule.carrier, day, drawn.transit.min_days), latest};
  }
}

Result<DeliveryDays> days_at(const Drawn& drawn, std::int64_t now) {
  const auto schedule = schedule_of(drawn.rule);
  must(schedule);
  return delivery_days(*schedule, drawn.transit, drawn.lead, {now}, drawn.offset);
}

Dates dates_at(const Drawn& drawn, std::int64_t now) {
  const auto days = days_at(drawn, now);
  return days ? Dates{days->dispatch, days->earliest, days->latest} : Dates{};
}

bool is_possible(const Drawn& drawn) {
  return (drawn.rule.warehouse.working_days & drawn.rule.carrier.working_days) != 0;
}

TEST(DeliveryRandom, EqualsTheDiary) {
  Random random(20302);
  int offered = 0, refused = 0;
  for (int i = 0; i < rounds(20'000); ++i) {
    const Drawn drawn = draw(random);
    if (!is_possible(drawn)) continue;
    const Dates dates = dates_at(drawn, drawn.now);
    ASSERT_EQ(dates, diary(drawn)) << json(drawn.rule) << drawn.now << ' ' << drawn.offset;
    ++(dates == Dates{} ? refused : offered);
  }
  EXPECT_GT(offered, refused);
  EXPECT_GT(refused, 0);
}

TEST(DeliveryRandom, TheDatesHoldUpToTheCountdownAndNoLonger) {
  Random random(20303);
  for (int i = 0; i < rounds(20'000); ++i) {
    const Drawn drawn = draw(random);
    if (!is_possible(drawn)) continue;
    const auto days = days_at(drawn, drawn.now);
    if (!days) continue;
    ASSERT_GT(days->changes_at.ms, drawn.now);
    const Dates now = dates_at(drawn, drawn.now);
    ASSERT_EQ(dates_at(drawn, days->changes_at.ms - 1), now) << json(drawn.rule);
    ASSERT_NE(dates_at(drawn, days->changes_at.ms), now) << json(drawn.rule);
  }
}

}  // namespace
}  // namespace sealcart
