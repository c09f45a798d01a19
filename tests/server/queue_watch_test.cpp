// When requests are turned away because storage is behind.
#include "api/queue_watch.h"

#include <gtest/gtest.h>

namespace sealcart::server::api {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class QueueWatchTest : public ::testing::Test {
 protected:
  QueueWatch watch{milliseconds(100)};
  QueueWatch::Time start{std::chrono::hours(1)};

  // A request every 10 ms for a while, each begun after it waited so long.
  QueueWatch::Time run(milliseconds wait, milliseconds length) {
    QueueWatch::Time now = start;
    for (; now < start + length; now += milliseconds(10)) {
      watch.submitted(now);
      watch.began(now - wait, now);
    }
    return now;
  }
};

TEST_F(QueueWatchTest, ShortWaitsTurnNobodyAway) {
  const auto now = run(milliseconds(100), seconds(10));
  EXPECT_FALSE(watch.turns_away(true, now));
}

TEST_F(QueueWatchTest, LongWaitsForASecondTurnWritesAwayAndReadsAfterThree) {
  auto now = run(milliseconds(101), milliseconds(900));
  EXPECT_FALSE(watch.turns_away(true, now));
  now += milliseconds(150);
  EXPECT_TRUE(watch.turns_away(true, now));
  EXPECT_FALSE(watch.turns_away(false, now));
  now += seconds(2);
  EXPECT_TRUE(watch.turns_away(false, now));
}

TEST_F(QueueWatchTest, OneThatBeginsInTimeEndsIt) {
  const auto now = run(milliseconds(500), seconds(5));
  ASSERT_TRUE(watch.turns_away(true, now));
  watch.began(now - milliseconds(20), now);
  EXPECT_FALSE(watch.turns_away(true, now));
}

TEST_F(QueueWatchTest, StorageThatStandsStillIsSeenWithoutAnyBeginning) {
  watch.submitted(start);
  EXPECT_FALSE(watch.turns_away(true, start + seconds(1)));
  EXPECT_TRUE(watch.turns_away(true, start + milliseconds(1001)));
}

TEST_F(QueueWatchTest, WhatLiesLongBackIsForgottenOnceNobodyWaits) {
  watch.submitted(start);
  watch.answered();
  EXPECT_FALSE(watch.turns_away(true, start + seconds(60)));
  watch.submitted(start + seconds(60));
  EXPECT_FALSE(watch.turns_away(true, start + seconds(60)));
}

TEST(QueueWatch, WithoutATargetNobodyIsTurnedAway) {
  QueueWatch watch(milliseconds(0));
  watch.submitted(QueueWatch::Time());
  EXPECT_FALSE(watch.turns_away(false, QueueWatch::Time(std::chrono::hours(1))));
}

}  // namespace
}  // namespace sealcart::server::api
