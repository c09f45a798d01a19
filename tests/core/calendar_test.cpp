// Day numbers against a walk that counts one day after the other.
#include "sealcart/calendar.h"

#include <gtest/gtest.h>

#include "support/random.h"

namespace sealcart {
namespace {

// Length of a month, as the rhyme has it.
std::int32_t length_of(const CivilDate& date) {
  if (date.month == 4 || date.month == 6 || date.month == 9 || date.month == 11) return 30;
  if (date.month != 2) return 31;
  if (date.year % 400 == 0) return 29;
  if (date.year % 100 == 0) return 28;
  return date.year % 4 == 0 ? 29 : 28;
}

void step_forward(CivilDate& date) {
  if (date.day < length_of(date)) {
    ++date.day;
    return;
  }
  date.day = 1;
  if (date.month == 12) ++date.year;
  date.month = date.month % 12 + 1;
}

void step_back(CivilDate& date) {
  if (date.day > 1) {
    --date.day;
    return;
  }
  if (date.month == 1) --date.year;
  date.month = date.month == 1 ? 12 : date.month - 1;
  date.day = length_of(date);
}

constexpr std::int64_t kFourHundredYears = 146'097;

TEST(Calendar, EqualsAWalkOf800YearsForward) {
  CivilDate date;
  for (std::int64_t day = 0; day <= 2 * kFourHundredYears; ++day, step_forward(date)) {
    ASSERT_EQ(civil_from_days(day), date) << day;
    ASSERT_EQ(days_from_civil(date), day);
    ASSERT_EQ(weekday_of(day), (3 + day) % 7) << "1970-01-01 was a Thursday";
  }
  EXPECT_EQ(date, (CivilDate{2770, 1, 2}));
}

TEST(Calendar, EqualsAWalkOf2400YearsBack) {
  CivilDate date;
  std::int32_t weekday = 3;
  for (std::int64_t day = 0; day >= -6 * kFourHundredYears; --day, step_back(date)) {
    ASSERT_EQ(civil_from_days(day), date) << day;
    ASSERT_EQ(days_from_civil(date), day);
    ASSERT_EQ(weekday_of(day), weekday) << day;
    weekday = weekday == 0 ? 6 : weekday - 1;
  }
  EXPECT_EQ(date, (CivilDate{-431, 12, 31}));
}

TEST(Calendar, HoldsDaysThatAreKnown) {
  EXPECT_EQ(days_from_civil({1970, 1, 1}), 0);
  EXPECT_EQ(days_from_civil({2000, 2, 29}), 11'016);
  EXPECT_EQ(days_from_civil({2038, 1, 19}), 24'855);  // 2^31 s lie in it
  EXPECT_EQ(days_from_civil({1900, 3, 1}) - days_from_civil({1900, 2, 28}), 1);
  EXPECT_EQ(days_from_civil({9999, 12, 31}), kLastDay);
  EXPECT_EQ(weekday_of(days_from_civil({2026, 11, 22})), 6);
  EXPECT_EQ(weekday_of(days_from_civil({1582, 10, 15})), 4);  // Friday, first Gregorian day
}

TEST(Calendar, AMonthIsAsLongAsItsFirstDaysAreApart) {
  for (std::int64_t year = 1896; year <= 2404; ++year) {
    EXPECT_EQ(is_leap_year(year), length_of({year, 2, 1}) == 29) << year;
    for (std::int32_t month = 1; month <= 12; ++month) {
      EXPECT_EQ(days_in_month(year, month), length_of({year, month, 1})) << year << '-' << month;
    }
  }
}

TEST(Calendar, FarYearsComeBackToThemselves) {
  Random random(20301);
  for (int i = 0; i < rounds(100'000); ++i) {
    const std::int64_t day = random.between(-365'000'000'000, 365'000'000'000);
    ASSERT_EQ(days_from_civil(civil_from_days(day)), day);
  }
}

TEST(CalendarText, IsReadAndWrittenForEveryDayOfFourDigitYears) {
  for (std::int64_t day = days_from_civil({0, 1, 1}); day <= kLastDay; day += 7) {
    ASSERT_EQ(parse_date(format_date(day)), day);
  }
  EXPECT_EQ(format_date(0), "1970-01-01");
  EXPECT_EQ(format_date(kLastDay), "9999-12-31");
  EXPECT_EQ(format_date(days_from_civil({0, 3, 1})), "0000-03-01");
}

TEST(CalendarText, DaysThatDoNotExistAreNone) {
  for (const char* text :
       {"", "2026", "2026-1-01", "2026-01-1", "2026-00-10", "2026-13-01", "2026-01-00",
        "2026-01-32", "2026-04-31", "2026-02-29", "1900-02-29", "2026/01-01", "2026-01/01",
        "2026-01-01 ", "+026-01-01", "2026-0a-01", "20a6-01-01", "2026-01-0a", "-026-01-01"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
  EXPECT_TRUE(parse_date("2024-02-29"));
  EXPECT_TRUE(parse_date("2000-02-29"));
}

TEST(CalendarText, LocalDaysBeginAtLocalMidnight) {
  const std::int64_t midnight = days_from_civil({2026, 11, 22}) * kMsPerDay;
  EXPECT_EQ(local_time(midnight, 0).day, midnight / kMsPerDay);
  EXPECT_EQ(local_time(midnight, 0).ms, 0);
  EXPECT_EQ(local_time(midnight - 1, 0).ms, kMsPerDay - 1);
  EXPECT_EQ(local_time(midnight - 60 * kMsPerMinute, 60).day, midnight / kMsPerDay);
  EXPECT_EQ(local_time(midnight - 60 * kMsPerMinute - 1, 60).day, midnight / kMsPerDay - 1);
  EXPECT_EQ(local_time(midnight, -1).ms, kMsPerDay - kMsPerMinute);
  EXPECT_EQ(local_time(0, -720).day, -1);
}

}  // namespace
}  // namespace sealcart
