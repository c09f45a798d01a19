// A session and the log: what it hands out, amends, receives and drops; and how it tells the page.
#include <gtest/gtest.h>

#include "sealcart/session.h"
#include "support/open_session.h"
#include "support/told.h"

namespace sealcart {
namespace {

constexpr ReplicaId kOther = 3;

Shop small_shop() {
  Shop shop;
  shop.sell("MUG", 1250);
  shop.sell("HAT", 2000).stock = 5;
  return shop;
}

struct SessionLogTest : testing::Test {
  Shop shop = small_shop();
  Session session = open_session(shop);
  Cart server = empty_cart();
  std::int64_t head = 0;

  void add(std::string sku, std::int64_t units) {
    ASSERT_EQ(submitted(session, add_command(std::move(sku), units)), "ok");
  }
  void set(std::string_view sku, std::int64_t units) {
    ASSERT_EQ(submitted(session, set_command(sku, units)), "ok");
  }
  LogEntry logged(const Op& op) {
    EXPECT_EQ(told(apply(server, op)), "ok");
    return {++head, op};
  }
  std::string receive(const std::vector<LogEntry>& entries) {
    return told(session.receive(entries));
  }
};

// --- amending ------------------------------------------------------------------------------------
TEST_F(SessionLogTest, ManyStepsOfOneQuantityAreOneOperation) {
  add("MUG", 1);
  for (const int units : {2, 3, 4, 9}) set("MUG", units);
  ASSERT_EQ(session.log().pending().size(), 2u);
  EXPECT_EQ(session.log().pending()[1].units, 9);
  EXPECT_EQ(lines_of(session), "9 x MUG");
}

TEST_F(SessionLogTest, AnOperationThatWasHandedOutIsNeverAmended) {
  add("MUG", 1);
  set("MUG", 2);
  const std::vector<Op> taken = session.take();
  set("MUG", 3);
  ASSERT_EQ(session.log().pending().size(), 3u);
  EXPECT_EQ(session.log().pending()[1], taken[1]);
  set("MUG", 4);
  EXPECT_EQ(session.log().pending().size(), 3u);
  EXPECT_EQ(session.log().pending()[2].shrinks, (std::vector<Shrink>{{kMaker, 2, 0}}));
}

TEST_F(SessionLogTest, ASetThatIsNoLongerAloneIsNotAmended) {
  add("MUG", 1);
  set("MUG", 2);
  add("MUG", 1);
  set("MUG", 8);
  EXPECT_EQ(session.log().pending().size(), 4u);
  EXPECT_EQ(session.log().pending()[1].units, 2);
}

TEST_F(SessionLogTest, WhatIsAmendedIsWhatIsRestored) {
  add("MUG", 1);
  add("HAT", 1);
  set("MUG", 7);
  set("HAT", 2);
  set("MUG", 3);
  Session again = open_session(shop);
  ASSERT_TRUE(again.open_cart(session.save()));
  EXPECT_EQ(again.cart(), session.cart());
  EXPECT_EQ(json(again.snapshot()), json(session.snapshot()));
}

// --- receiving -----------------------------------------------------------------------------------
TEST_F(SessionLogTest, ShowsWhatOthersDid) {
  add("MUG", 1);
  EXPECT_EQ(receive({logged(make_add(server, {kOther, 0}, "HAT", 2)),
                     logged(make_add(server, {kOther, 0}, "MUG", 3))}),
            "ok");
  EXPECT_EQ(session.priced().totals.item_subtotal, 4 * 1250 + 2 * 2000);
  EXPECT_EQ(flat_of(session)[18], 2);  // head
  EXPECT_EQ(flat_of(session)[17], 1);  // pending
}

TEST_F(SessionLogTest, KeepsWhatCameBeforeARefusedEntry) {
  const LogEntry first = logged(make_add(server, {kOther, 0}, "MUG", 1));
  LogEntry bad = logged(make_add(server, {kOther, 0}, "MUG", 1));
  bad.op.cart = cart_id(2);
  EXPECT_EQ(receive({first, bad}), "cart_mismatch at entries[1].op.cart");
  EXPECT_EQ(lines_of(session), "1 x MUG");
  EXPECT_EQ(flat_of(session)[18], 1);
}

TEST_F(SessionLogTest, KnownEntriesAreNoChange) {
  const LogEntry first = logged(make_add(server, {kOther, 0}, "MUG", 1));
  EXPECT_EQ(receive({first}), "ok");
  const std::string before = whole(session);
  EXPECT_EQ(receive({first}), "ok");
  EXPECT_EQ(receive({}), "ok");
  EXPECT_EQ(whole(session), before);
}

TEST_F(SessionLogTest, AnAcknowledgementLeavesTheTotals) {
  add("MUG", 2);
  const std::vector<Op> ops = session.take();
  const std::string before = json(session.snapshot());
  EXPECT_EQ(receive({logged(ops[0])}), "ok");
  EXPECT_EQ(json(session.snapshot()), before);
  EXPECT_EQ(session.log().pending().size(), 0u);
}

TEST_F(SessionLogTest, ASetMadeBeforeAnotherDevicesAddIsStillTheOneToAmend) {
  add("MUG", 1);
  set("MUG", 5);
  EXPECT_EQ(receive({logged(make_add(server, {kOther, 0}, "HAT", 1))}), "ok");
  set("MUG", 6);
  EXPECT_EQ(session.log().pending().size(), 2u);
  EXPECT_EQ(lines_of(session).find("6 x MUG") != std::string::npos, true);
}

// --- dropping ------------------------------------------------------------------------------------
// The log may have it already, though the answer was lost with the batch.
TEST_F(SessionLogTest, WhatWasHandedOutBeforeADroppedOperationIsNotAmended) {
  add("MUG", 1);
  set("MUG", 2);
  add("HAT", 1);
  const std::vector<Op> taken = session.take();
  EXPECT_EQ(told(session.drop(3)), "ok");
  set("MUG", 3);
  ASSERT_EQ(session.log().pending().size(), 3u);
  EXPECT_EQ(session.log().pending()[1], taken[1]);
}

TEST_F(SessionLogTest, DropUndoesTheOperationAndPricesAgain) {
  add("MUG", 1);
  add("HAT", 1);
  session.take();
  EXPECT_EQ(told(session.drop(1)), "ok");
  EXPECT_EQ(lines_of(session), "1 x HAT");
  EXPECT_EQ(session.priced().totals.grand_total, 2000);
  EXPECT_EQ(session.take().front().n, 1);
  const std::string before = whole(session);
  EXPECT_EQ(told(session.drop(9)), "op_invalid at n what=no such operation is pending");
  EXPECT_EQ(whole(session), before);
}

// --- revision and structure ----------------------------------------------------------------------
TEST_F(SessionLogTest, AQuantityChangesTheRevisionAndALineTheStructure) {
  add("MUG", 1);
  const std::int64_t revision = session.revision(), structure = session.structure();
  set("MUG", 2);
  EXPECT_GT(session.revision(), revision);
  EXPECT_EQ(session.structure(), structure);
  add("HAT", 1);
  EXPECT_GT(session.structure(), structure);
}

// A page that keeps the text parts of a snapshot reads them again only when the structure changes.
TEST_F(SessionLogTest, TheStructureChangesWithEveryPartThatIsNoAmount) {
  add("HAT", 1);
  EXPECT_EQ(receive({logged(make_add(server, {kOther, 0}, "HAT", 7))}), "ok");
  EXPECT_FALSE(session.snapshot().problems.empty());  // 8 of 5 in stock
  std::int64_t structure = session.structure();
  set("HAT", 5);
  EXPECT_GT(session.structure(), structure);
  shop.document.promotions = {percent_off("ten", PromotionTarget::order, 100'000)};
  shop.document.promotions[0].min_subtotal = 12'000;
  ASSERT_TRUE(session.open_store(shop.document));
  set("HAT", 4);
  structure = session.structure();
  add("MUG", 1);
  set("MUG", 2);
  structure = session.structure();
  set("MUG", 4);  // 8,000 + 5,000: the promotion begins
  EXPECT_GT(session.structure(), structure);
}

// --- other documents -----------------------------------------------------------------------------
TEST_F(SessionLogTest, ANewPriceIsShownAtOnce) {
  add("MUG", 2);
  shop.slice.products[0].variants[0].price = 1300;
  ASSERT_TRUE(session.load_catalog(shop.slice));
  EXPECT_EQ(session.priced().totals.grand_total, 2600);
  set("MUG", 3);
  EXPECT_EQ(session.priced().totals.grand_total, 3900);
}

TEST_F(SessionLogTest, ARefusedDocumentChangesNothing) {
  add("MUG", 2);
  const std::string before = whole(session);
  StoreDocument store = shop.document;
  store.default_zone = "nowhere";
  EXPECT_EQ(told(session.open_store(store)), "store_reference_unknown at defaultZone id=nowhere");
  CatalogSlice slice = shop.slice;
  slice.products[1].variants[0].sku = "MUG";
  EXPECT_NE(told(session.load_catalog(slice)), "ok");
  slice.currency = "EUR";
  EXPECT_EQ(told(session.load_catalog(slice)),
            "currency_mismatch at currency given=EUR expected=USD");
  DeviceLog::Saved saved = session.save();
  saved.pending[0].n = 5;
  EXPECT_NE(told(session.open_cart(saved)), "ok");
  EXPECT_EQ(whole(session), before);
}

// The prices that are loaded are in the old currency: their numbers are never read in another one.
TEST_F(SessionLogTest, AStoreInAnotherCurrencyIsRefused) {
  add("MUG", 2);
  const std::string before = whole(session);
  shop.document.currency = "JPY";
  EXPECT_EQ(told(session.open_store(shop.document)),
            "currency_mismatch at currency given=JPY expected=USD");
  EXPECT_EQ(whole(session), before);
}

TEST_F(SessionLogTest, ALineWhoseSkuIsGoneCanOnlyBeRemoved) {
  EXPECT_EQ(receive({logged(make_add(server, {kOther, 0}, "GONE", 2))}), "ok");
  EXPECT_EQ(submitted(session, set_command("GONE", 1)), "sku_unknown at line sku=GONE");
  EXPECT_EQ(submitted(session, remove_command("GONE")), "ok");
}

}  // namespace
}  // namespace sealcart
