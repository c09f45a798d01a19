// Long histories drawn from a seed keep the laws, and each wrong design is caught by some of them.
// A million run in a program of their own (tests/invariants/schedules.cpp).
#include <gtest/gtest.h>

#include <cstdio>

#include "support/planted_faults.h"
#include "support/random.h"
#include "support/schedule.h"

namespace sealcart::history {
namespace {

// In four parts, so that they can run side by side.
constexpr int kParts = 4;

struct DrawnSchedules : testing::TestWithParam<int> {};

TEST_P(DrawnSchedules, KeepTheLaws) {
  for (int number = GetParam(); number < rounds(20'000); number += kParts) {
    const auto seed = static_cast<std::uint64_t>(number);
    ASSERT_EQ(broken_by_schedule(seed), "") << "seed " << seed;
    ASSERT_EQ(broken_by_log(seed), "") << "seed " << seed;
  }
}
INSTANTIATE_TEST_SUITE_P(Part, DrawnSchedules, testing::Range(0, kParts));

// The first broken law among some schedules with that fault.
std::string caught(std::string (*run)(std::uint64_t, const Fault&), const Fault& fault) {
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const std::string broken = run(seed, fault);
    if (!broken.empty()) return broken.substr(0, broken.find(" in ["));
  }
  return "not caught";
}

TEST(DrawnSchedule, CatchesWrongDesigns) {
  EXPECT_EQ(caught(broken_by_schedule, {}), "not caught");
  for (const WrongDesign& design : wrong_designs()) {
    const std::string broken = caught(broken_by_schedule, design.fault);
    EXPECT_NE(broken, "not caught") << design.name;
    std::printf("  %-38s %s\n", design.name, broken.c_str());
  }
}

TEST(DrawnSchedule, CatchesPlantedBugs) {
  EXPECT_EQ(caught(broken_by_schedule, forgets_shrinks()), "resurrected");
  EXPECT_EQ(caught(broken_by_schedule, mistakes_the_line()), "another line changed");
  EXPECT_EQ(caught(broken_by_schedule, orders_without_taking()), "resurrected");
}

TEST(DrawnLog, CatchesPlantedBugs) {
  EXPECT_EQ(caught(broken_by_log, {}), "not caught");
  EXPECT_NE(caught(broken_by_log, forgets_shrinks()), "not caught");
  EXPECT_NE(caught(broken_by_log, removes_unseen()), "not caught");
}

}  // namespace
}  // namespace sealcart::history
