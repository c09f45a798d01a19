// What is cut off a log is not missed by anybody. On a disk in memory: thousands of commits.
#include "services/compaction.h"

#include <gtest/gtest.h>

#include <random>

#include "support/shopper.h"
#include "support/simulated_disk.h"

namespace sealcart::server {
namespace {

using testing::Shopper;
using testing::SimulatedDisk;
using testing::TestShop;

constexpr std::int64_t kLongLog = kKeptEntries + kEntriesToCut;

CartState stored(TestShop& shop, const CartId& cart) {
  const auto state = shop.on_cart<CartState>(
      cart, [](Work&, const CartState& now) -> Outcome<CartState> { return now; });
  return state.value();
}

// One operation a time, so that a log grows by exactly one.
void edit(Shopper& shopper, std::mt19937& random) {
  const auto& lines = shopper.sees().lines;
  constexpr const char* kSkus[] = {"CUP-RED", "POT", "SPOON", "LAMP-S"};
  const auto drawn = random() % 8;
  if (lines.size() < 2 || drawn < 2) {
    shopper.add(kSkus[random() % 4], static_cast<std::int32_t>(random() % 3 + 1));
  } else if (drawn < 7) {
    shopper.set(lines[random() % lines.size()], static_cast<std::int32_t>(random() % 20 + 1));
  } else {
    shopper.remove(lines[random() % lines.size()]);
  }
}

void type(Shopper& shopper, std::int64_t operations, std::uint32_t seed = 1) {
  std::mt19937 random(seed);
  for (std::int64_t i = 0; i < operations; ++i) {
    edit(shopper, random);
    static_cast<void>(shopper.send().value());
  }
}

void catch_up(Shopper& shopper) {
  while (shopper.send().value().head > shopper.head()) {
  }
}

// The same operations applied to nothing, without a log.
class Reference {
 public:
  explicit Reference(const CartId& id) { cart_.id = id; }
  void take(const LogBatch& batch) {
    for (const LogEntry& entry : batch.entries) {
      if (entry.index == head_ + 1) apply(cart_, entry.op).value(), ++head_;
    }
  }
  const Cart& cart() const { return cart_; }
  std::int64_t head() const { return head_; }

 private:
  Cart cart_;
  std::int64_t head_ = 0;
};

TEST(Compaction, LeavesTheCartAsTheWholeLogDoes) {
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    std::mt19937 random(seed);
    SimulatedDisk disk;
    TestShop shop;
    Shopper phone(shop, 1);
    Shopper laptop(shop, phone.cart(), 2);
    Shopper away(shop, phone.cart(), 3);  // sends now and then only
    Reference all(phone.cart());
    while (all.head() < 3 * kLongLog) {
      Shopper& one = random() % 2 == 0 ? phone : laptop;
      edit(one, random);
      all.take(one.send({}, all.head()).value());
      all.take(one.send().value());
      if (random() % 40 == 0) edit(away, random);
      if (random() % 200 == 0) catch_up(away);
      if (random() % 400 == 0) shop.restart();
    }
    catch_up(away);
    all.take(phone.send({}, all.head()).value());
    const CartState now = stored(shop, phone.cart());
    ASSERT_EQ(now.record.head, all.head()) << "seed " << seed;
    EXPECT_EQ(now.cart, all.cart()) << "seed " << seed;
    EXPECT_LE(now.record.head - now.record.cut, kLongLog);
    shop.restart();
    EXPECT_EQ(stored(shop, phone.cart()).cart, all.cart()) << "seed " << seed;
    for (Shopper* device : {&phone, &laptop, &away}) {
      catch_up(*device);
    }
    EXPECT_EQ(phone.sees(), laptop.sees());
    EXPECT_EQ(phone.sees(), away.sees());
  }
}

TEST(Compaction, ADeviceFarBehindGetsACheckpointAndTheRest) {
  SimulatedDisk disk;
  TestShop shop;
  Shopper ada(shop, 1);
  type(ada, kLongLog);
  Shopper late(shop, ada.cart(), 2);
  const auto batch = late.send();
  ASSERT_TRUE(batch->checkpoint);
  EXPECT_EQ(batch->checkpoint->index, kEntriesToCut);
  ASSERT_EQ(batch->entries.size(), static_cast<std::size_t>(kKeptEntries));
  EXPECT_EQ(batch->entries.front().index, kEntriesToCut + 1);
  EXPECT_EQ(late.sees(), ada.sees());
  EXPECT_FALSE(ada.send()->checkpoint);
  EXPECT_FALSE(late.send({}, kEntriesToCut)->checkpoint);
  EXPECT_TRUE(late.send({}, kEntriesToCut - 1)->checkpoint);
}

TEST(Compaction, WhatAnIdleDeviceKeptToItselfStillJoins) {
  SimulatedDisk disk;
  TestShop shop;
  Shopper busy(shop, 1);
  busy.add("POT", 1);
  busy.add("SPOON", 2);
  static_cast<void>(busy.send().value());
  Shopper idle(shop, busy.cart(), 2);
  static_cast<void>(idle.send().value());
  // Both on the old state: one more unit of a line, none of another.
  idle.remove(*idle.sees().find_line(line_id("SPOON", {})));
  idle.add("POT", 5);
  std::mt19937 random(3);
  for (std::int64_t i = 0; i < 2 * kLongLog; ++i) {
    busy.set(*busy.sees().find_line(line_id("POT", {})), static_cast<std::int32_t>(i % 9 + 1));
    static_cast<void>(busy.send().value());
  }
  ASSERT_GT(stored(shop, busy.cart()).record.cut, 2);
  const std::int32_t chosen = quantity_of(busy.sees().find_line(line_id("POT", {}))->lots);
  catch_up(idle);
  catch_up(busy);
  EXPECT_EQ(idle.sees(), busy.sees());
  EXPECT_EQ(idle.sees().find_line(line_id("SPOON", {})), nullptr);
  EXPECT_EQ(quantity_of(idle.sees().find_line(line_id("POT", {}))->lots), chosen + 5);
}

TEST(Compaction, WhatIsSentAgainIsAcknowledgedWhileItIsKept) {
  SimulatedDisk disk;
  TestShop shop;
  Shopper ada(shop, 1);
  std::vector<Op> ops;
  for (std::int64_t i = 0; i < kLongLog; ++i) {
    ada.choose();
    ops.push_back(ada.pending().front());
    ops.push_back(ada.pending().back());
    static_cast<void>(ada.send().value());
  }
  const std::int64_t cut = stored(shop, ada.cart()).record.cut;
  ASSERT_GT(cut, 0);
  const auto resend = [&](std::int64_t index) {
    return ada.send({ops[static_cast<std::size_t>(index - 1)]}, ada.head());
  };
  EXPECT_TRUE(resend(cut + 1));
  EXPECT_EQ(resend(cut).error().error.code, ErrorCode::op_fork);
  EXPECT_EQ(stored(shop, ada.cart()).record.head, 2 * kLongLog);
}

TEST(Compaction, ShortLogsAreLeftAlone) {
  SimulatedDisk disk;
  TestShop shop;
  Shopper ada(shop, 1);
  type(ada, kLongLog - 1);
  EXPECT_EQ(stored(shop, ada.cart()).record.cut, 0);
  type(ada, 1, 2);
  EXPECT_EQ(stored(shop, ada.cart()).record.cut, kEntriesToCut);
}

}  // namespace
}  // namespace sealcart::server
