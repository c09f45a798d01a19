// What a device keeps of a log: its own operations until the log has them, and the two joined.
#include <gtest/gtest.h>

#include "sealcart/op_log.h"
#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

constexpr ReplicaId kOther = 3;

DeviceLog fresh() { return *DeviceLog::restore({kMaker, 0, empty_cart(), {}}); }

Op add_op(const DeviceLog& log, std::string_view sku, std::int32_t units) {
  return make_add(log.cart(), log.author(), sku, units);
}
void add(DeviceLog& log, std::string_view sku, std::int32_t units) {
  ASSERT_EQ(told(log.append(add_op(log, sku, units))), "ok");
}

std::int32_t quantity(const Cart& cart, std::string_view sku) {
  const LineItem* line = cart.find_line(line_id(sku));
  return line == nullptr ? 0 : quantity_of(line->lots);
}

// The log on the server, as far as a test needs one.
struct Log {
  Cart cart = empty_cart();
  std::vector<LogEntry> entries;
  const LogEntry& append(const Op& op) {
    EXPECT_EQ(told(apply(cart, op)), "ok");
    entries.push_back({static_cast<std::int64_t>(entries.size()) + 1, op});
    return entries.back();
  }
};

// Nothing of the log differs: what it shows, keeps and would send.
std::string whole(const DeviceLog& log) {
  return json(log.save()) + json(log.cart()) + std::to_string(log.untaken_from());
}

TEST(DeviceLog, ShowsItsOwnOperationsAtOnce) {
  DeviceLog log = fresh();
  add(log, "A", 2);
  EXPECT_EQ(quantity(log.cart(), "A"), 2);
  EXPECT_EQ(log.pending().size(), 1u);
  EXPECT_EQ(log.save().confirmed, empty_cart());
}

TEST(DeviceLog, RefusesWhatExceedsACapAndStaysAsItWas) {
  DeviceLog log = fresh();
  add(log, "A", 2);
  const std::string before = whole(log);
  Op op = add_op(log, "B", 1);
  op.units = 0;
  EXPECT_EQ(told(log.append(op)), "quantity_too_small at units given=0 min=1");
  op = add_op(log, "B", 1);
  op.n += 1;
  EXPECT_EQ(told(log.append(op)), "op_gap at n n=3 last=1");
  EXPECT_EQ(whole(log), before);
}

TEST(DeviceLog, HandsEachOperationOutOnce) {
  DeviceLog log = fresh();
  add(log, "A", 1);
  add(log, "B", 1);
  EXPECT_EQ(log.take().size(), 2u);
  EXPECT_TRUE(log.take().empty());
  add(log, "C", 1);
  const std::vector<Op> fresh_ops = log.take();
  ASSERT_EQ(fresh_ops.size(), 1u);
  EXPECT_EQ(fresh_ops[0].n, 3);
}

TEST(DeviceLog, AnAcknowledgedOperationIsNoLongerPending) {
  DeviceLog log = fresh();
  Log server;
  add(log, "A", 1);
  add(log, "B", 1);
  ASSERT_EQ(log.take().size(), 2u);
  add(log, "C", 1);
  EXPECT_EQ(told(log.receive(server.append(log.pending()[0]))), "ok");
  EXPECT_EQ(log.pending().size(), 2u);
  EXPECT_EQ(log.untaken_from(), 1u);
  EXPECT_EQ(log.save().confirmed, server.cart);
  EXPECT_EQ(told(log.receive(server.append(log.pending()[0]))), "ok");
  EXPECT_EQ(log.take().size(), 1u);
  EXPECT_EQ(log.head(), 2);
  EXPECT_EQ(log.cart().lines.size(), 3u);
}

TEST(DeviceLog, ACheckpointStandsForEntriesThatAreCutOff) {
  DeviceLog log = fresh();
  Log server;
  add(log, "A", 1);
  server.append(make_add(server.cart, {kOther, 0}, "A", 4));
  server.append(make_add(server.cart, {kOther, 0}, "B", 2));
  EXPECT_EQ(told(log.adopt({2, server.cart})), "ok");
  EXPECT_EQ(log.head(), 2);
  EXPECT_EQ(quantity(log.cart(), "A"), 5);
  EXPECT_EQ(quantity(log.cart(), "B"), 2);
  EXPECT_EQ(log.untaken_from(), 0u);
  const std::string before = whole(log);
  EXPECT_EQ(told(log.adopt({1, empty_cart()})), "ok");
  EXPECT_EQ(whole(log), before);
  EXPECT_EQ(told(log.receive(server.append(log.pending()[0]))), "ok");
  EXPECT_EQ(log.cart(), server.cart);
}

// Whether the log has the same operations or those of a copied profile can't be told from a join.
TEST(DeviceLog, RefusesACheckpointThatContainsWhatIsPendingHere) {
  DeviceLog log = fresh();
  Log server;
  add(log, "A", 1);
  server.append(make_add(server.cart, {kMaker, 0}, "B", 1));
  const std::string before = whole(log);
  EXPECT_EQ(told(log.adopt({1, server.cart})), "op_fork at cart.clocks n=1");
  EXPECT_EQ(whole(log), before);
}

TEST(DeviceLog, RefusesAnotherCartsCheckpointAndAnUnsoundOne) {
  DeviceLog log = fresh();
  Cart other = empty_cart();
  other.id.bytes[0] ^= 1;
  EXPECT_EQ(told(log.adopt({1, other})), "cart_mismatch at cart.id");
  Cart unsound = empty_cart();
  unsound.clocks = {{9, 1}, {8, 1}};
  EXPECT_EQ(told(log.adopt({1, unsound})), "cart_invalid at cart.clocks[1]");
}

TEST(DeviceLog, JoinsWhatOthersDid) {
  DeviceLog log = fresh();
  Log server;
  add(log, "A", 1);
  EXPECT_EQ(told(log.receive(server.append(make_add(server.cart, {kOther, 0}, "A", 4)))), "ok");
  EXPECT_EQ(quantity(log.cart(), "A"), 5);
  EXPECT_EQ(log.pending().size(), 1u);
  EXPECT_EQ(log.author().base, 1);
}

TEST(DeviceLog, AKnownEntryChangesNothingAndAGapIsRefused) {
  DeviceLog log = fresh();
  Log server;
  server.append(make_add(server.cart, {kOther, 0}, "A", 1));
  server.append(make_add(server.cart, {kOther, 0}, "B", 1));
  const std::string before = whole(log);
  EXPECT_EQ(told(log.receive(server.entries[1])), "op_gap at index n=2 last=0");
  EXPECT_EQ(whole(log), before);
  EXPECT_EQ(told(log.receive(server.entries[0])), "ok");
  const std::string after = whole(log);
  EXPECT_EQ(told(log.receive(server.entries[0])), "ok");
  EXPECT_EQ(whole(log), after);
}

TEST(DeviceLog, AnEntryThatCantBeJoinedChangesNothing) {
  DeviceLog log = fresh();
  add(log, "A", 1);
  const std::string before = whole(log);
  Op op = make_add(empty_cart(), {kOther, 0}, "B", 1);
  op.cart = cart_id(2);
  EXPECT_EQ(told(log.receive({1, op})), "cart_mismatch at op.cart");
  op = make_add(empty_cart(), {kOther, 0}, "B", 1);
  op.n = 2;
  EXPECT_EQ(told(log.receive({1, op})), "op_gap at op.n n=2 last=0");
  EXPECT_EQ(whole(log), before);
}

// Two tabs under one replica id: the log has this number with other content.
TEST(DeviceLog, AForkOfItsOwnOperationIsRefused) {
  DeviceLog log = fresh();
  add(log, "A", 1);
  const std::string before = whole(log);
  EXPECT_EQ(told(log.receive({1, make_add(empty_cart(), {kMaker, 0}, "B", 9)})),
            "op_fork at op n=1");
  EXPECT_EQ(whole(log), before);
}

TEST(DeviceLog, AnOwnOperationItHasForgottenIsLearntAgain) {
  DeviceLog log = fresh();
  EXPECT_EQ(told(log.receive({1, make_add(empty_cart(), {kMaker, 0}, "B", 9)})), "ok");
  add(log, "A", 1);
  EXPECT_EQ(log.pending()[0].n, 2);
}

// --- amend ---------------------------------------------------------------------------------------
TEST(DeviceLog, AmendChangesTheOperationAndItsLotTogether) {
  DeviceLog log = fresh();
  add(log, "A", 2);
  ASSERT_TRUE(log.append(make_set(log.cart(), log.author(), log.cart().lines[0], 5)));
  log.amend(1, 0, 8);
  EXPECT_EQ(quantity(log.cart(), "A"), 8);
  EXPECT_EQ(log.pending()[1].units, 8);
  const auto again = DeviceLog::restore(log.save());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->cart(), log.cart());
}

// --- drop ----------------------------------------------------------------------------------------
TEST(DeviceLog, ADroppedOperationIsUndoneAndTheRestMovesUp) {
  DeviceLog log = fresh();
  add(log, "A", 1);
  add(log, "B", 2);
  add(log, "C", 3);
  ASSERT_EQ(log.take().size(), 3u);
  EXPECT_EQ(told(log.drop(2)), "ok");
  EXPECT_EQ(quantity(log.cart(), "A"), 1);
  EXPECT_EQ(quantity(log.cart(), "B"), 0);
  EXPECT_EQ(quantity(log.cart(), "C"), 3);
  const std::vector<Op> again = log.take();  // what came before it was handed out as it is
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].n, 2);
  EXPECT_EQ(again[0].sku, "C");
}

TEST(DeviceLog, WhatFollowsADroppedOperationNoLongerNamesItsLot) {
  DeviceLog log = fresh();
  add(log, "A", 1);
  add(log, "A", 2);
  ASSERT_TRUE(log.append(make_set(log.cart(), log.author(), log.cart().lines[0], 9)));
  add(log, "A", 1);
  ASSERT_TRUE(log.append(make_remove(log.cart(), log.author(), log.cart().lines[0])));
  EXPECT_EQ(told(log.drop(1)), "ok");
  EXPECT_EQ(log.pending()[1].shrinks, (std::vector<Shrink>{{kMaker, 1, 0}}));
  EXPECT_EQ(log.pending()[3].shrinks, (std::vector<Shrink>{{kMaker, 2, 0}, {kMaker, 3, 0}}));
  EXPECT_TRUE(log.cart().lines.empty());
}

TEST(DeviceLog, DroppingWhatIsNotPendingIsRefusedAndChangesNothing) {
  DeviceLog log = fresh();
  Log server;
  add(log, "A", 1);
  EXPECT_EQ(told(log.receive(server.append(log.pending()[0]))), "ok");
  add(log, "B", 2);
  ASSERT_EQ(log.take().size(), 1u);
  const std::string before = whole(log);
  for (const std::int64_t n : {std::int64_t{0}, std::int64_t{1}, std::int64_t{3}}) {
    EXPECT_EQ(told(log.drop(n)), "op_invalid at n what=no such operation is pending");
    EXPECT_EQ(whole(log), before);
  }
}

// --- restore -------------------------------------------------------------------------------------
TEST(DeviceLog, RestoreJoinsTheSavedPartsAgain) {
  DeviceLog log = fresh();
  Log server;
  EXPECT_EQ(told(log.receive(server.append(make_add(server.cart, {kOther, 0}, "A", 1)))), "ok");
  add(log, "A", 2);
  add(log, "B", 3);
  auto again = DeviceLog::restore(log.save());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->cart(), log.cart());
  EXPECT_EQ(json(again->save()), json(log.save()));
  EXPECT_TRUE(again->take().empty());  // the outbox has them: they are as good as sent
}

TEST(DeviceLog, RestoreForgetsWhatTheLogHasConfirmed) {
  DeviceLog log = fresh();
  Log server;
  add(log, "A", 1);
  add(log, "B", 1);
  DeviceLog::Saved saved = log.save();
  server.append(saved.pending[0]);
  saved.confirmed = server.cart;
  saved.head = 1;
  const auto again = DeviceLog::restore(saved);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->pending().size(), 1u);
  EXPECT_EQ(again->cart(), log.cart());
}

std::string restored(DeviceLog::Saved saved) { return told(DeviceLog::restore(std::move(saved))); }

TEST(DeviceLog, RestoreRefusesOperationsThatDoNotFollow) {
  DeviceLog log = fresh();
  add(log, "A", 1);
  add(log, "B", 1);
  DeviceLog::Saved saved = log.save();
  saved.pending[1].replica = kOther;
  EXPECT_EQ(restored(saved), "op_invalid at pending[1] what=made by another replica");
  saved = log.save();
  saved.pending[1].n = 3;
  EXPECT_EQ(restored(saved), "op_gap at pending[1].n n=3 last=1");
  saved.pending[1].n = 1;
  EXPECT_EQ(restored(saved), "op_gap at pending[1].n n=1 last=1");
  saved = log.save();
  saved.confirmed.lines = log.cart().lines;
  EXPECT_EQ(restored(saved), "cart_invalid at confirmed.lines[0].lots[0]");
  saved = log.save();
  saved.pending[0].cart = cart_id(9);
  EXPECT_EQ(restored(saved), "cart_mismatch at pending[0].cart");
}

TEST(DeviceLog, KeepsNoOperationThatDoesNotDoWhatWasAsked) {
  DeviceLog log = fresh();
  add(log, "A", 2);
  add(log, "A", 3);
  const std::string before = whole(log);
  Op set = make_set(log.cart(), log.author(), log.cart().lines[0], 4);
  set.shrinks.pop_back();
  EXPECT_EQ(told(log.append(set)), "internal at shrinks");
  Op removal = make_remove(log.cart(), log.author(), log.cart().lines[0]);
  removal.shrinks[0].remaining = 1;
  EXPECT_EQ(told(log.append(removal)), "internal at shrinks");
  EXPECT_EQ(whole(log), before);
}

}  // namespace
}  // namespace sealcart
