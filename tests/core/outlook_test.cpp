// Why a code does nothing, when prices change, gifts, prices that rose, tenders.
#include "sealcart/outlook.h"

#include <gtest/gtest.h>

#include "sealcart/snapshot.h"
#include "support/open_session.h"
#include "support/told.h"

namespace sealcart {
namespace {

// 2 x A at 10.00, and the code FIVE.
struct Coded : PricingCase {
  PriceContext context;

  Coded() {
    line("A", 1000, 2);
    document.promotions = {fixed_off("five", PromotionTarget::order, 500)};
    document.promotions[0].code = "FIVE";
    code("FIVE");
  }
  Promotion& five() { return document.promotions[0]; }
  Snapshot snapshot() const {
    return make_snapshot(cart, store(), catalog(), price_cart(cart, store(), catalog(), context),
                         context);
  }
  std::string reason() const {
    const SnapshotCode told_code = snapshot().codes[0];
    const std::string text = json(told_code);
    const auto at = text.find(R"("reason":")") + 10;
    return text.substr(at, text.find('"', at) - at);
  }
};

TEST(CodeReason, IsAppliedWhereItLowersThePrice) {
  EXPECT_EQ(Coded().reason(), "applied");
  EXPECT_TRUE(Coded().snapshot().codes[0].applied);
}

TEST(CodeReason, NamesTheConditionThatFails) {
  const auto with = [](auto change) {
    Coded test;
    change(test);
    return test.reason();
  };
  EXPECT_EQ(with([](Coded& t) { t.document.promotions.clear(); }), "notFound");
  EXPECT_EQ(with([](Coded& t) { t.five().starts_at = Timestamp{1}; }), "currentlyInactive");
  EXPECT_EQ(with([](Coded& t) { t.five().ends_at = Timestamp{0}; }), "currentlyInactive");
  EXPECT_EQ(with([](Coded& t) { t.five().first_order = true; }), "customerNotEligible");
  EXPECT_EQ(with([](Coded& t) { t.five().customer_groups = {"club"}; }), "customerNotEligible");
  EXPECT_EQ(with([](Coded& t) { t.five().min_subtotal = 2001; }), "purchaseNotInRange");
  EXPECT_EQ(with([](Coded& t) { t.five().max_subtotal = 1999; }), "purchaseNotInRange");
  EXPECT_EQ(with([](Coded& t) { t.five().min_quantity = 3; }), "quantityNotInRange");
  EXPECT_EQ(with([](Coded& t) { t.five().needs = {{{"A"}, {}, 3, 0}}; }), "quantityNotInRange");
  EXPECT_EQ(with([](Coded& t) { t.five().needs = {{{"A"}, {}, 1, 2001}}; }), "purchaseNotInRange");
  EXPECT_EQ(with([](Coded& t) { t.five().skus = {"B"}; }), "noEntitledLineItems");
  EXPECT_EQ(with([](Coded& t) { t.five().zones = {"away"}; }), "noEntitledShippingLines");
  EXPECT_EQ(with([](Coded& t) { t.five().target = PromotionTarget::shipping; }),
            "noEntitledShippingLines");
}

TEST(CodeReason, TellsUsedUpForAllFromUsedUpForThisShopper) {
  Coded test;
  test.five().usage_limit = 10;
  test.five().shopper_limit = 1;
  test.context.uses = {{"five", 9, 0}};
  EXPECT_EQ(test.reason(), "applied");
  test.context.uses = {{"five", 10, 0}};
  EXPECT_EQ(test.reason(), "usageLimitReached");
  test.context.uses = {{"five", 9, 1}};
  EXPECT_EQ(test.reason(), "customerUsageLimitReached");
}

TEST(CodeReason, OfBuyXGetYTellsThatAUnitIsMissing) {
  Coded test;
  test.five() = percent_off("five", PromotionTarget::line, 1'000'000);
  test.five().code = "FIVE";
  test.five().units = PromotionUnits{2, 1, {}, {}, 0};
  EXPECT_EQ(test.reason(), "quantityNotInRange");
}

TEST(CodeReason, OfTheWorseDealNamesTheBetterOne) {
  Coded test;
  test.document.promotions.push_back(fixed_off("eight", PromotionTarget::order, 800));
  EXPECT_EQ(test.reason(), "codeNotHonoured");
  EXPECT_EQ(test.snapshot().codes[0].beaten_by, "eight");
  test.document.promotions[1].target = PromotionTarget::line;
  test.document.promotions[1].exclusive_group = "one";
  test.five().exclusive_group = "one";
  EXPECT_EQ(test.reason(), "codeNotHonoured");
  EXPECT_EQ(test.snapshot().codes[0].beaten_by, "eight");
}

TEST(CodeReason, OfALinePromotionBeatenOnEveryLineNamesTheBetterOne) {
  Coded test;
  test.five() = percent_off("five", PromotionTarget::line, 50'000);
  test.five().code = "FIVE";
  test.document.promotions.push_back(percent_off("ten", PromotionTarget::line, 100'000));
  EXPECT_EQ(test.reason(), "codeNotHonoured");
  EXPECT_EQ(test.snapshot().codes[0].beaten_by, "ten");
}

TEST(NextChange, IsTheNearestMomentAndItsPromotion) {
  Coded test;
  EXPECT_FALSE(test.snapshot().next_change);
  test.five().ends_at = Timestamp{90};
  test.slice.products[0].variants[0].prices = {{"Sale", {}, 1, 900, Timestamp{50}, {}}};
  test.context.now = Timestamp{10};
  EXPECT_EQ(json(*test.snapshot().next_change), R"({"at":50,"promotion":""})");
  test.context.now = Timestamp{50};
  EXPECT_EQ(json(*test.snapshot().next_change), R"({"at":90,"promotion":"five"})");
}

TEST(Gifts, AreThoseTheCartLacks) {
  Coded test;
  test.sell("G", 400);
  Promotion gift = percent_off("gift", PromotionTarget::line, 1'000'000);
  gift.gift = true;
  gift.skus = {"G"};
  gift.max_units = 2;
  gift.min_subtotal = 2000;
  test.document.promotions.push_back(gift);
  EXPECT_EQ(json(test.snapshot().gifts[0]), R"({"promotion":"gift","sku":"G","units":2})");
  test.put("G", 1);
  EXPECT_EQ(test.snapshot().gifts[0].units, 1);
  test.document.promotions[1].min_subtotal = 5000;
  EXPECT_TRUE(test.snapshot().gifts.empty());
}

TEST(PriceChanges, AreTheSeenPricesThatHoldNoMore) {
  Coded test;
  test.context.seen = {{"A", 900}, {"B", 1}};
  const Snapshot snapshot = test.snapshot();
  ASSERT_EQ(snapshot.price_changes.size(), 1U);
  EXPECT_EQ(snapshot.price_changes[0].was, 900);
  EXPECT_EQ(snapshot.price_changes[0].now, 1000);
  EXPECT_EQ(snapshot.problems[0].code, "price_changed");
  EXPECT_EQ(snapshot.problems[0].path, "lines[0].unitPrice");
}

TEST(PriceChanges, ThatLowerThePriceAreNoProblem) {
  Coded test;
  test.context.seen = {{"A", 1100}};
  EXPECT_EQ(test.snapshot().price_changes.size(), 1U);
  EXPECT_TRUE(test.snapshot().problems.empty());
}

TEST(PriceChanges, AreNotMadeByAnotherQuantity) {
  Coded test;
  test.slice.products[0].variants[0].prices = {{"Five", {}, 5, 800, {}, {}}};
  test.context.seen = {{"A", 800}};
  EXPECT_TRUE(test.snapshot().price_changes.empty());
}

TEST(PriceChanges, WaitInTheSessionUntilTheyAreAccepted) {
  Shop shop;
  shop.sell("A", 1000);
  Session session = open_session(shop);
  must(session.add("A", 2));
  Session later = open_session([&] {
    Shop dearer = shop;
    dearer.slice.products[0].variants[0].price = 1200;
    return dearer;
  }());
  must(later.open_cart(session.save()));
  ASSERT_EQ(later.snapshot().price_changes.size(), 1U);
  EXPECT_EQ(later.snapshot().price_changes[0].was, 1000);
  Command accept;
  accept.kind = CommandKind::accept_prices;
  must(later.submit(accept));
  EXPECT_TRUE(later.snapshot().price_changes.empty());
  EXPECT_EQ(later.save().seen[0].unit_price, 1200);
  EXPECT_EQ(later.save().pending.size(), 1U) << "accepting is no operation";
}

TEST(Structure, ChangesWithTheReasonOfACodeThoughNoRuleApplies) {
  Coded test;
  test.five().min_quantity = 5;
  test.five().min_subtotal = 4000;
  Session session = open_session(test);
  must(session.add("A", 3));
  must(session.submit(code_command(CommandKind::apply_code, "FIVE")));
  EXPECT_EQ(session.snapshot().codes[0].reason, CodeReason::purchase_not_in_range);
  const std::int64_t before = session.structure();
  must(session.set_quantity(0, 4));
  EXPECT_EQ(session.snapshot().codes[0].reason, CodeReason::quantity_not_in_range);
  EXPECT_GT(session.structure(), before);
}

TEST(Tenders, AreToldAsTheyAreUsed) {
  Coded test;
  test.context.tenders = {{"card", TenderKind::gift_card, "USD", 400, {}, {}},
                          {"old", TenderKind::gift_card, "USD", 400, {}, Timestamp{0}}};
  const Snapshot snapshot = test.snapshot();
  EXPECT_EQ(snapshot.amount_due, 1100);
  ASSERT_EQ(snapshot.tenders.size(), 2U);
  EXPECT_EQ(snapshot.tenders[0].amount, 400);
  EXPECT_EQ(snapshot.tenders[1].state, TenderState::expired);
}

TEST(Tenders, ThatAreRefusedPayNothingAndAreAProblem) {
  Coded test;
  test.context.tenders = {{"card", TenderKind::gift_card, "USD", 400, {}, {}},
                          {"card", TenderKind::gift_card, "USD", 400, {}, {}}};
  EXPECT_EQ(test.snapshot().amount_due, 1100) << "a card pays once";
  EXPECT_EQ(test.snapshot().problems[0].path, "tenders[1].id");
}

}  // namespace
}  // namespace sealcart
