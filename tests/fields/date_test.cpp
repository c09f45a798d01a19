// Calendar dates: those that exist, and the arithmetic behind them.
#include "sealcart/validate/date.h"

#include <gtest/gtest.h>

#include "sealcart/calendar.h"
#include "support/said.h"

namespace sealcart {
namespace {

std::string date_says(std::string_view text, const DateRange& range = {}) {
  Findings findings;
  check_date("date", text, range, findings);
  return said(findings);
}

TEST(Date, ExistsInItsYear) {
  for (const char* text : {"2024-02-29", "2000-02-29", "2026-12-31", " 2026-01-01 ", "0000-02-29",
                           "9999-12-31", "۲۰۲۶-۰۴-۳۰", "٢٠٢٦-٠٤-٣٠"}) {
    EXPECT_EQ(date_says(text), "") << text;
  }
  for (const char* text :
       {"2025-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00",
        "2026-01-32", "2026-1-1", "26-01-01", "20260101", "2026/01/01", "2026-01-01T00:00",
        "12026-01-01", "-026-01-01", "today", "2026-01-0\xFF"}) {
    EXPECT_EQ(date_says(text), "date_invalid") << text;
  }
  EXPECT_EQ(date_says(std::string(33, '1')), "text_too_long max=32");
}

TEST(Date, LiesBetweenTheEndsOfItsRange) {
  const DateRange range{*parse_date("2026-06-10"), *parse_date("2026-06-20")};
  EXPECT_EQ(date_says("2026-06-10", range), "");
  EXPECT_EQ(date_says("2026-06-20", range), "");
  EXPECT_EQ(date_says("2026-06-09", range), "date_too_early min=2026-06-10 -> 2026-06-10");
  EXPECT_EQ(date_says("2026-06-21", range), "date_too_late max=2026-06-20 -> 2026-06-20");
}

// Every day of 800 years follows the one before it, and is read back as itself.
TEST(Date, DaysFollowEachOther) {
  std::int64_t day = *parse_date("1600-01-01");
  for (int year = 1600; year < 2400; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int of_month = 1; of_month <= days_in_month(year, month); ++of_month, ++day) {
        ASSERT_EQ(days_from_civil({year, month, of_month}), day);
        ASSERT_EQ(parse_typed_date(format_date(day)), day);
      }
    }
  }
}

}  // namespace
}  // namespace sealcart
