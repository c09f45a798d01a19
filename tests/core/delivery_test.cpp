// Delivery dates: the cut-off to the millisecond, weekends, holidays, lead times, perishables.
#include "sealcart/delivery.h"

#include <gtest/gtest.h>

#include "support/told.h"

namespace sealcart {
namespace {

// 2026-11-23 is a Monday.
struct Warehouse {
  DeliveryRule rule;
  TransitDays transit{1, 2};
  LeadTime lead;
  std::int32_t offset = 0;

  Warehouse() { rule.cut_off_min = 14 * 60; }

  // `ms` after the local midnight of that date.
  Result<DeliveryDays> days(std::string_view date, std::int64_t ms) const {
    const auto schedule = schedule_of(rule);
    must(schedule);
    const std::int64_t local = parse_date(date).value() * kMsPerDay + ms;
    return delivery_days(*schedule, transit, lead, {local - offset * kMsPerMinute}, offset);
  }
  // "left 2026-11-23, there 2026-11-24 to 2026-11-25"
  std::string told_at(std::string_view date, std::int64_t ms) const {
    const auto found = days(date, ms);
    if (!found) return told(found);
    const DeliveryEstimate estimate = estimate_of(*found);
    return "left " + estimate.dispatch + ", there " + estimate.earliest + " to " + estimate.latest;
  }
  std::string told_on(std::string_view date) const { return told_at(date, 0); }
  // The local moment of the next change: "2026-11-23 840" in minutes.
  std::string changes(std::string_view date, std::int64_t ms) const {
    const LocalTime local = local_time(days(date, ms)->changes_at.ms, offset);
    return format_date(local.day) + " " + std::to_string(local.ms / kMsPerMinute);
  }
};

constexpr std::int64_t kTwoPm = 14 * 60 * kMsPerMinute;

TEST(Delivery, TheCutOffIsTheFirstMomentThatIsTooLate) {
  const Warehouse house;
  const char* today = "left 2026-11-23, there 2026-11-24 to 2026-11-25";
  const char* tomorrow = "left 2026-11-24, there 2026-11-25 to 2026-11-26";
  EXPECT_EQ(house.told_at("2026-11-23", kTwoPm - 1000), today);
  EXPECT_EQ(house.told_at("2026-11-23", kTwoPm - 1), today);
  EXPECT_EQ(house.told_at("2026-11-23", kTwoPm), tomorrow);
  EXPECT_EQ(house.told_at("2026-11-23", kTwoPm + 1000), tomorrow);
}

TEST(Delivery, ACutOffAtMidnightTakesTheWholeDayOrNoneOfIt) {
  Warehouse house;
  house.rule.cut_off_min = 1440;
  EXPECT_EQ(house.told_at("2026-11-23", kMsPerDay - 1),
            "left 2026-11-23, there 2026-11-24 to 2026-11-25");
  EXPECT_EQ(house.changes("2026-11-23", 0), "2026-11-24 0");
  house.rule.cut_off_min = 0;
  EXPECT_EQ(house.told_at("2026-11-23", 0), "left 2026-11-24, there 2026-11-25 to 2026-11-26");
  EXPECT_EQ(house.changes("2026-11-23", 0), "2026-11-24 0");
}

TEST(Delivery, EveryWeekdayHasItsOwnDates) {
  const Warehouse house;
  const std::vector<std::string> expected{
      "left 2026-11-23, there 2026-11-24 to 2026-11-25",  // Monday
      "left 2026-11-24, there 2026-11-25 to 2026-11-26",
      "left 2026-11-25, there 2026-11-26 to 2026-11-27",
      "left 2026-11-26, there 2026-11-27 to 2026-11-30",
      "left 2026-11-27, there 2026-11-30 to 2026-12-01",
      "left 2026-11-30, there 2026-12-01 to 2026-12-02",
      "left 2026-11-30, there 2026-12-01 to 2026-12-02",  // Sunday
  };
  for (std::size_t d = 0; d < expected.size(); ++d) {
    const std::string date = "2026-11-" + std::to_string(23 + d);
    EXPECT_EQ(house.told_on(date), expected[d]) << date;
  }
}

TEST(Delivery, TheCountdownGoesToTheNextCutOff) {
  const Warehouse house;
  EXPECT_EQ(house.changes("2026-11-23", kTwoPm - 1), "2026-11-23 840");
  EXPECT_EQ(house.changes("2026-11-23", kTwoPm), "2026-11-24 840");
  EXPECT_EQ(house.changes("2026-11-27", kTwoPm), "2026-11-30 840");
  EXPECT_EQ(house.changes("2026-11-29", 0), "2026-11-30 840");
}

// Packed on Saturday, collected on Monday: Friday's and Saturday's cut-offs change nothing.
TEST(Delivery, ACutOffThatChangesNothingIsNoCountdown) {
  Warehouse house;
  house.rule.warehouse.working_days = kMondayToFriday | 32;
  EXPECT_EQ(house.told_at("2026-11-27", kTwoPm), house.told_at("2026-11-30", 0));
  EXPECT_EQ(house.changes("2026-11-27", kTwoPm), "2026-11-30 840");
  EXPECT_EQ(house.changes("2026-11-27", kTwoPm - 1), "2026-11-27 840");
}

TEST(Delivery, DaysAreThoseOfTheShopsOffset) {
  Warehouse house;
  for (const std::int32_t offset : {-720, -300, 0, 60, 330, 345, 840}) {
    house.offset = offset;
    EXPECT_EQ(house.told_at("2026-11-23", kTwoPm - 1),
              "left 2026-11-23, there 2026-11-24 to 2026-11-25");
    EXPECT_EQ(house.told_at("2026-11-23", kTwoPm),
              "left 2026-11-24, there 2026-11-25 to 2026-11-26");
    EXPECT_EQ(house.changes("2026-11-23", 0), "2026-11-23 840") << offset;
  }
}

TEST(Delivery, TheYearEndsLikeAnyDay) {
  const Warehouse house;
  EXPECT_EQ(house.told_on("2026-12-31"), "left 2026-12-31, there 2027-01-01 to 2027-01-04");
  EXPECT_EQ(house.told_at("2027-12-31", kTwoPm), "left 2028-01-03, there 2028-01-04 to 2028-01-05");
}

TEST(Delivery, ALeapDayIsADay) {
  const Warehouse house;
  EXPECT_EQ(house.told_on("2028-02-28"), "left 2028-02-28, there 2028-02-29 to 2028-03-01");
  EXPECT_EQ(house.told_on("2028-02-29"), "left 2028-02-29, there 2028-03-01 to 2028-03-02");
  EXPECT_EQ(house.told_on("2027-02-26"), "left 2027-02-26, there 2027-03-01 to 2027-03-02");
}

// Christmas 2026: Friday 25 and Saturday 26; New Year on a Friday.
TEST(Delivery, AChainOfHolidaysAndWeekendsIsCrossed) {
  Warehouse house;
  house.rule.warehouse.holidays = {"2027-01-01", "2026-12-24", "2026-12-25", "2026-12-28",
                                   "2026-12-29", "2026-12-30", "2026-12-31"};
  house.rule.carrier.holidays = {"2026-12-25", "2027-01-01", "2027-01-06"};
  EXPECT_EQ(house.told_on("2026-12-23"), "left 2026-12-23, there 2026-12-24 to 2026-12-28");
  EXPECT_EQ(house.told_at("2026-12-23", kTwoPm), "left 2027-01-04, there 2027-01-05 to 2027-01-07");
  EXPECT_EQ(house.changes("2026-12-23", kTwoPm), "2027-01-04 840");
}

TEST(Delivery, WaitsForADayOnWhichTheCarrierCollects) {
  Warehouse house;
  house.rule.carrier.holidays = {"2026-11-23", "2026-11-24"};
  EXPECT_EQ(house.told_on("2026-11-23"), "left 2026-11-25, there 2026-11-26 to 2026-11-27");
}

TEST(Delivery, PackingAndMakingAddWorkingDaysOfTheWarehouse) {
  Warehouse house;
  house.rule.processing_days = 1;
  EXPECT_EQ(house.told_on("2026-11-27"), "left 2026-11-30, there 2026-12-01 to 2026-12-02");
  house.lead.make_days = 5;
  EXPECT_EQ(house.told_on("2026-11-23"), "left 2026-12-01, there 2026-12-02 to 2026-12-03");
}

TEST(Delivery, NoDaysOnTheWayIsTheSameDay) {
  Warehouse house;
  house.transit = {0, 0};
  EXPECT_EQ(house.told_on("2026-11-23"), "left 2026-11-23, there 2026-11-23 to 2026-11-23");
}

// Two working days on the way and keeps three: from Thursday on it would wait out the weekend.
TEST(Perishable, IsNotSentIntoAWeekendThatBreaksIt) {
  Warehouse house;
  house.lead.keeps_days = 3;
  EXPECT_EQ(house.told_on("2026-11-25"), "left 2026-11-25, there 2026-11-26 to 2026-11-27");
  for (const char* date : {"2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"}) {
    EXPECT_EQ(house.told_on(date), "left 2026-11-30, there 2026-12-01 to 2026-12-02") << date;
  }
  EXPECT_EQ(house.changes("2026-11-26", 0), "2026-11-30 840");
  house.lead.keeps_days = 4;  // Thursday to Monday
  EXPECT_EQ(house.told_on("2026-11-26"), "left 2026-11-26, there 2026-11-27 to 2026-11-30");
}

TEST(Perishable, WaitsForTheEndOfAHolidayOnTheWay) {
  Warehouse house;
  house.lead.keeps_days = 2;
  house.rule.carrier.holidays = {"2026-11-25"};
  EXPECT_EQ(house.told_on("2026-11-23"), "left 2026-11-30, there 2026-12-01 to 2026-12-02");
}

TEST(Perishable, ThatWouldAlwaysSpoilIsNotOffered) {
  Warehouse house;
  house.lead.keeps_days = 1;
  EXPECT_EQ(house.told_on("2026-11-23"), "shipping_method_unavailable keepsDays=1");
}

TEST(Perishable, AParcelKeepsAsLongAsItsWeakestPart) {
  EXPECT_EQ(longest_lead({}).make_days, 0);
  EXPECT_FALSE(longest_lead({}).keeps_days);
  const std::vector<LeadTime> lines{{0, 5}, {3, {}}, {1, 2}, {2, 9}};
  EXPECT_EQ(longest_lead(lines).make_days, 3);
  EXPECT_EQ(longest_lead(lines).keeps_days, 2);
}

TEST(DeliveryRule, TellsEveryMistakeWithItsPath) {
  DeliveryRule rule;
  rule.warehouse.working_days = 3;
  rule.warehouse.holidays = {"2026-02-28", "2026-02-29"};
  rule.carrier.working_days = 4;
  rule.carrier.holidays = {"soon"};
  const std::vector<std::string> expected{
      "store_value_conflict at warehouse.holidays[1] what=no such day: write it as 2026-12-25",
      "store_value_conflict at carrier.holidays[0] what=no such day: write it as 2026-12-25",
      "store_value_conflict at carrier.workingDays what=the carrier collects on no day the "
      "warehouse works",
  };
  EXPECT_EQ(told(delivery_mistakes(rule)), expected);
  EXPECT_FALSE(schedule_of(rule));
  rule.carrier = rule.warehouse = {0, {}};
  EXPECT_EQ(told(delivery_mistakes(rule))[0],
            "number_out_of_range at warehouse.workingDays min=1 max=127");
}

TEST(DeliveryRule, IsReadAndWrittenAsJson) {
  const std::string text = R"({"cutOffMin":840,"processingDays":1,)"
                           R"("warehouse":{"workingDays":31,"holidays":["2026-12-25"]},)"
                           R"("carrier":{"workingDays":63,"holidays":[]}})";
  const auto rule = read_json<DeliveryRule>(text);
  must(rule);
  EXPECT_EQ(json(*rule), text);
  EXPECT_EQ(told(read_json<LeadTime>(R"({"keepsDays":366})")),
            "number_out_of_range at keepsDays min=0 max=365");
}

TEST(Delivery, RefusesWhatIsOutsideItsLimits) {
  const auto schedule = schedule_of({});
  must(schedule);
  const auto verdict = [&](TransitDays transit, LeadTime lead, std::int64_t ms,
                           std::int32_t offset) {
    return told(delivery_days(*schedule, transit, lead, {ms}, offset));
  };
  EXPECT_EQ(verdict({1, 1}, {}, 0, 840), "ok");
  EXPECT_EQ(verdict({365, 365}, {365, 365}, (kLastDay - 36'500) * kMsPerDay, -720),
            "shipping_method_unavailable keepsDays=365");
  EXPECT_EQ(verdict({1, 1}, {}, -1, 0), "number_out_of_range at now min=0 max=250248614400000");
  EXPECT_EQ(verdict({1, 1}, {}, (kLastDay - 36'500) * kMsPerDay + 1, 0),
            "number_out_of_range at now min=0 max=250248614400000");
  EXPECT_EQ(verdict({1, 1}, {}, 0, 841), "number_out_of_range at utcOffsetMin min=-720 max=840");
  EXPECT_EQ(verdict({2, 1}, {}, 0, 0), "number_out_of_range at minDays min=0 max=1");
  EXPECT_EQ(verdict({0, 366}, {}, 0, 0), "number_out_of_range at maxDays min=0 max=365");
  EXPECT_EQ(verdict({0, 1}, {366, {}}, 0, 0), "number_out_of_range at makeDays min=0 max=365");
  EXPECT_EQ(verdict({0, 1}, {0, -1}, 0, 0), "number_out_of_range at keepsDays min=0 max=365");
}

}  // namespace
}  // namespace sealcart
