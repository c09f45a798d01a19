// What is good to know of a line and stops no order.
#include <gtest/gtest.h>

#include "support/open_session.h"
#include "support/told.h"

namespace sealcart {
namespace {

using Lines = std::vector<std::string>;

Lines notices_of(const PricingCase& test, const PriceContext& context = {}) {
  const Priced priced = price_cart(test.cart, test.store(), test.catalog(), context);
  Lines lines;
  for (const Problem& notice :
       make_snapshot(test.cart, test.store(), test.catalog(), priced, context).notices) {
    std::string line = notice.code + " at " + notice.path;
    for (const ProblemParam& param : notice.params) line += " " + param.name + "=" + param.value;
    lines.push_back(line);
  }
  return lines;
}

TEST(Notices, LowStockFromTheProductsOwnNumberOrTheStores) {
  PricingCase test;
  test.line("A", 100, 2).stock = 5;
  EXPECT_EQ(notices_of(test), Lines{}) << "nobody asked for it";
  test.document.low_stock_at = 4;
  EXPECT_EQ(notices_of(test), Lines{});
  test.document.low_stock_at = 5;
  EXPECT_EQ(notices_of(test), Lines{"low_stock at lines[0] available=5"});
  test.slice.products[0].low_stock_at = 4;
  EXPECT_EQ(notices_of(test), Lines{}) << "the product says otherwise";
  test.slice.products[0].variants[0].stock = 2;
  EXPECT_EQ(notices_of(test), Lines{"low_stock at lines[0] available=2"});
  test.slice.products[0].variants[0].stock = 1;
  EXPECT_EQ(notices_of(test), Lines{}) << "a problem says so";
}

TEST(Notices, BackorderTellsTheUnitsThatWait) {
  PricingCase test;
  Variant& variant = test.line("A", 100, 7);
  variant.backorder = true;
  EXPECT_EQ(notices_of(test), Lines{}) << "not counted";
  variant.stock = 7;
  EXPECT_EQ(notices_of(test), Lines{});
  variant.stock = 5;
  EXPECT_EQ(notices_of(test), Lines{"on_backorder at lines[0] units=2"});
  variant.stock = 0;
  EXPECT_EQ(notices_of(test), Lines{"on_backorder at lines[0] units=7"});
}

constexpr std::int64_t kMay = 1'777'593'600'000;  // 2026-05-01T00:00:00Z

TEST(Notices, PreorderTellsTheDayInTheShop) {
  PricingCase test;
  test.line("A", 100, 1);
  test.slice.products[0].preorder_from = Timestamp{kMay};
  PriceContext context(Timestamp{kMay - 1});
  EXPECT_EQ(notices_of(test, context), Lines{"on_preorder at lines[0] date=2026-05-01"});
  context.utc_offset_min = -60;
  EXPECT_EQ(notices_of(test, context), Lines{"on_preorder at lines[0] date=2026-04-30"});
  context.now = {kMay};
  EXPECT_EQ(notices_of(test, context), Lines{});
}

// --- in a session --------------------------------------------------------------------------------
TEST(NoticesOfASession, EndWithThePreorder) {
  Shop shop;
  shop.sell("A", 100);
  shop.slice.products[0].preorder_from = Timestamp{kMay};
  Session session = open_session(shop);
  session.set_now({kMay - 1});
  must(session.submit(add_command("A", 1)));
  EXPECT_EQ(session.snapshot().notices.size(), 1u);
  const std::int64_t before = session.structure();
  session.set_now({kMay});
  EXPECT_GT(session.structure(), before);
  EXPECT_EQ(session.snapshot().notices.size(), 0u);
}

TEST(NoticesOfASession, FollowTheQuantity) {
  Shop shop;
  Variant& variant = shop.sell("A", 100);
  variant.stock = 2;
  variant.backorder = true;
  Session session = open_session(shop);
  must(session.submit(add_command("A", 2)));
  for (const std::int64_t units : {3, 4, 2, 1}) {
    const std::int64_t before = session.structure();
    must(session.set_quantity(0, units));
    EXPECT_EQ(session.structure() > before, units != 1) << units << ": nothing new is told";
    EXPECT_EQ(session.snapshot().notices.size(), units > 2 ? 1u : 0u);
  }
}

// One unit of A from the log; then this device chooses `mine`, and another one `theirs`.
Session chosen_twice(const Shop& shop, std::int64_t mine, std::int32_t theirs) {
  constexpr ReplicaId kOther = 99;
  Session session = open_session(shop);
  Cart log = empty_cart();
  const Op added = make_add(log, {kOther, 0}, "A", 1);
  must(apply(log, added));
  must(session.receive(std::vector<LogEntry>{{1, added}}));
  must(session.set_quantity(0, mine));
  session.take();
  const Op chosen = make_set(log, {kOther, 1}, log.lines[0], theirs);
  must(session.receive(std::vector<LogEntry>{{2, chosen}}));
  return session;
}

TEST(NoticesOfASession, TellThatDevicesChoseDifferentQuantitiesUntilOneIsChosenAgain) {
  Shop shop;
  shop.sell("A", 100);
  for (const std::int64_t settled : {5, 3, 7}) {
    Session session = chosen_twice(shop, 3, 5);
    const Snapshot shown = session.snapshot();
    ASSERT_EQ(shown.notices.size(), 1u);
    EXPECT_EQ(shown.notices[0].code, "quantity_conflict");
    EXPECT_EQ(shown.notices[0].path, "lines[0]");
    EXPECT_EQ(shown.notices[0].params, (std::vector<ProblemParam>{{"least", "3"}, {"most", "5"}}));
    EXPECT_EQ(shown.lines[0].quantity, 5);
    const std::int64_t before = session.structure();
    must(session.set_quantity(0, settled));
    EXPECT_GT(session.structure(), before);
    EXPECT_EQ(session.snapshot().notices.size(), 0u);
    EXPECT_EQ(session.snapshot().lines[0].quantity, settled);
    EXPECT_EQ(session.take().size(), 1u) << "other devices are told too";
  }
}

TEST(NoticesOfASession, AreSilentWhereDevicesChoseTheSame) {
  Shop shop;
  shop.sell("A", 100);
  Session session = chosen_twice(shop, 4, 4);
  EXPECT_EQ(session.snapshot().notices.size(), 0u);
  must(session.set_quantity(0, 4));
  EXPECT_EQ(session.take().size(), 0u);
}

// Goods that can't be sent yet can't arrive either.
TEST(Preorder, MovesTheDatesOfDelivery) {
  Shop shop;
  shop.sell("A", 100);
  shop.document.shipping_methods = {shipping_method("post", {"home"}, 500)};
  shop.document.shipping_methods[0].delivery.emplace();
  shop.document.shipping_methods[0].delivery->cut_off_min = 720;
  const auto dispatch = [&] {
    Session session = open_session(shop);
    session.set_now({kMay - 10 * kMsPerDay});
    must(session.submit(add_command("A", 1)));
    return session.snapshot().shipping_methods[0].delivery.value().dispatch;
  };
  EXPECT_EQ(dispatch(), "2026-04-21");
  shop.slice.products[0].preorder_from = Timestamp{kMay};
  EXPECT_EQ(dispatch(), "2026-05-01");
}

}  // namespace
}  // namespace sealcart
