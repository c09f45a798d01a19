// Every command of a session: what it does, what it refuses, and that a refusal changes nothing
// (submitted() compares snapshot, saved cart and flat numbers byte for byte).
#include "sealcart/session.h"

#include <gtest/gtest.h>

#include "support/open_session.h"
#include "support/told.h"

namespace sealcart {
namespace {

Shop demo_shop() {
  Shop shop;
  shop.sell("MUG", 1250);
  shop.sell("PACK", 600).step = 6;
  shop.sell("RARE", 9900).stock = 2;
  Product shirt = product_of("shirt", {variant_of("S-RED", 2000), variant_of("M-BLUE", 2000)});
  shirt.options = {{"Size", {"S", "M"}}, {"Colour", {"red", "blue"}}};
  shirt.variants[0].options = {"S", "red"};
  shirt.variants[1].options = {"M", "blue"};
  shop.slice.products.push_back(shirt);
  shop.document.promotions = {percent_off("ten", PromotionTarget::order, 100'000)};
  shop.document.promotions[0].code = "Ten";
  shop.document.shipping_methods = {shipping_method("post", {"home"}, 500),
                                    shipping_method("air", {"away"}, 900)};
  return shop;
}

struct SessionTest : testing::Test {
  Session session = open_session(demo_shop());
  std::string submit(const Command& command) { return submitted(session, command); }
};

TEST(SessionOrder, NeedsAStoreThenACart) {
  Session session;
  EXPECT_EQ(told(session.submit(add_command("MUG", 1))), "store_not_loaded");
  EXPECT_EQ(told(session.load_catalog(demo_shop().slice)), "store_not_loaded");
  EXPECT_EQ(told(session.open_cart({kMaker, 0, empty_cart(), {}})), "store_not_loaded");
  EXPECT_EQ(told(session.open_store(demo_shop().document)), "ok");
  EXPECT_EQ(told(session.submit(add_command("MUG", 1))), "cart_unknown");
  EXPECT_EQ(told(session.add("MUG", 1)), "cart_unknown");
  EXPECT_EQ(told(session.set_quantity(0, 1)), "cart_unknown");
  EXPECT_EQ(told(session.remove(0)), "cart_unknown");
  EXPECT_EQ(told(session.drop(1)), "cart_unknown");
}

TEST_F(SessionTest, AddPutsALineIn) {
  EXPECT_EQ(submit(add_command("MUG", 2)), "ok");
  EXPECT_EQ(submit(add_command("RARE", 1)), "ok");
  EXPECT_EQ(submit(add_command("MUG", 1)), "ok");
  EXPECT_EQ(lines_of(session), "3 x MUG, 1 x RARE");
  EXPECT_EQ(session.priced().totals.item_subtotal, 3 * 1250 + 9900);
}

TEST_F(SessionTest, AddByProductAndOptions) {
  Command command;
  command.product = "shirt";
  command.options = {{"Size", "M"}, {"Colour", "blue"}};
  EXPECT_EQ(submit(command), "ok");
  EXPECT_EQ(lines_of(session), "1 x M-BLUE");
  command.options[1].value = "red";
  EXPECT_EQ(submit(command), "variant_impossible at options");
  command.options[1].value = "pink";
  EXPECT_EQ(submit(command), "option_unknown at options[1] option=pink");
  command.options.pop_back();
  EXPECT_EQ(submit(command), "option_missing at options option=Colour");
  command.product = "hat";
  EXPECT_EQ(submit(command), "product_unknown at product product=hat");
}

TEST_F(SessionTest, AddTakesOneUnitWhereNoneIsSaid) {
  Command command = add_command("MUG", 1);
  command.quantity.reset();
  EXPECT_EQ(submit(command), "ok");
  EXPECT_EQ(lines_of(session), "1 x MUG");
}

TEST_F(SessionTest, AddRefusesWhatTheVariantDoesNotAllow) {
  EXPECT_EQ(submit(add_command("HAT", 1)), "sku_unknown at sku sku=HAT");
  EXPECT_EQ(submit(add_command("", 1)), "sku_unknown at sku sku=");
  EXPECT_EQ(submit(add_command("MUG", 0)), "quantity_too_small at quantity given=0 min=1");
  EXPECT_EQ(submit(add_command("MUG", -3)), "quantity_too_small at quantity given=-3 min=1");
  EXPECT_EQ(submit(add_command("MUG", 10'000)),
            "quantity_too_large at quantity given=10000 max=9999");
  EXPECT_EQ(submit(add_command("MUG", limits::kAmount)),
            "quantity_too_large at quantity given=9007199254740991 max=9999");
  EXPECT_EQ(submit(add_command("PACK", 5)), "quantity_step at quantity given=5 step=6");
}

TEST_F(SessionTest, AddCountsWhatIsThereAlready) {
  EXPECT_EQ(submit(add_command("RARE", 2)), "ok");
  EXPECT_EQ(submit(add_command("RARE", 1)), "stock_insufficient at quantity given=3 available=2");
  EXPECT_EQ(submit(add_command("MUG", 9'999)), "ok");
  EXPECT_EQ(submit(add_command("MUG", 1)), "quantity_too_large at quantity given=10000 max=9999");
  EXPECT_EQ(lines_of(session), "2 x RARE, 9999 x MUG");
}

TEST_F(SessionTest, SetQuantityChoosesANumber) {
  EXPECT_EQ(submit(add_command("MUG", 2)), "ok");
  EXPECT_EQ(submit(add_command("RARE", 1)), "ok");
  EXPECT_EQ(submit(set_command("MUG", 7)), "ok");
  EXPECT_EQ(lines_of(session), "7 x MUG, 1 x RARE");
  EXPECT_EQ(submit(set_command("MUG", 0)), "quantity_too_small at quantity given=0 min=1");
  EXPECT_EQ(submit(set_command("MUG", 10'000)),
            "quantity_too_large at quantity given=10000 max=9999");
  EXPECT_EQ(submit(set_command("RARE", 3)), "stock_insufficient at quantity given=3 available=2");
  EXPECT_EQ(submit(set_command("HAT", 1)), "line_unknown at line");
  Command command = set_command("MUG", 1);
  command.quantity.reset();
  EXPECT_EQ(submit(command), "field_missing at quantity");
  command.line.reset();
  EXPECT_EQ(submit(command), "field_missing at line");
}

TEST_F(SessionTest, RemoveTakesALineOut) {
  EXPECT_EQ(submit(add_command("MUG", 2)), "ok");
  EXPECT_EQ(submit(add_command("RARE", 1)), "ok");
  EXPECT_EQ(submit(remove_command("MUG")), "ok");
  EXPECT_EQ(lines_of(session), "1 x RARE");
  EXPECT_EQ(submit(remove_command("MUG")), "line_unknown at line");
}

TEST_F(SessionTest, CodesAreFoundInAnyCaseAndKeptAsTheStoreSpellsThem) {
  EXPECT_EQ(submit(add_command("MUG", 2)), "ok");
  EXPECT_EQ(submit(code_command(CommandKind::apply_code, "tEN")), "ok");
  EXPECT_EQ(session.priced().totals.order_discount_total, 250);
  EXPECT_EQ(session.snapshot().codes[0].code, "Ten");
  EXPECT_EQ(submit(code_command(CommandKind::apply_code, "TEN")),
            "code_already_applied at code code=Ten");
  EXPECT_EQ(submit(code_command(CommandKind::apply_code, "NINE")),
            "code_unknown at code code=NINE");
  EXPECT_EQ(submit(code_command(CommandKind::apply_code, "")), "code_unknown at code code=");
  EXPECT_EQ(submit(code_command(CommandKind::remove_code, "ten")), "ok");
  EXPECT_EQ(session.priced().totals.order_discount_total, 0);
  EXPECT_EQ(submit(code_command(CommandKind::remove_code, "ten")),
            "code_not_applied at code code=ten");
}

// The merchant renamed the code after it was applied.
TEST_F(SessionTest, ACodeInTheCartCanBeRemovedHoweverTheStoreSpellsItNow) {
  EXPECT_EQ(submit(code_command(CommandKind::apply_code, "Ten")), "ok");
  Shop shop = demo_shop();
  shop.document.promotions[0].code = "TEN";
  ASSERT_TRUE(session.open_store(shop.document));
  EXPECT_EQ(submit(code_command(CommandKind::remove_code, "Ten")), "ok");
  EXPECT_TRUE(session.snapshot().codes.empty());
}

TEST_F(SessionTest, DestinationIsACountryTheStoreServes) {
  EXPECT_EQ(submit(destination_command("CA", "QC")), "ok");
  EXPECT_EQ(session.snapshot().destination.region, "QC");
  EXPECT_EQ(submit(destination_command("XX")), "country_unknown at destination.country");
  EXPECT_EQ(submit(destination_command("U")), "country_unknown at destination.country");
  EXPECT_EQ(submit(destination_command("FR")),
            "destination_not_served at destination.country country=FR");
  EXPECT_EQ(submit(destination_command("")), "ok");
  Command command = destination_command("US");
  command.destination.reset();
  EXPECT_EQ(submit(command), "field_missing at destination");
}

TEST_F(SessionTest, ShippingMethodReachesTheDestination) {
  EXPECT_EQ(submit(method_command("post")), "ok");
  EXPECT_EQ(session.snapshot().shipping_method, "post");
  EXPECT_EQ(submit(method_command("rocket")), "shipping_method_unknown at method method=rocket");
  EXPECT_EQ(submit(method_command("air")), "shipping_method_unavailable at method method=air");
  EXPECT_EQ(submit(destination_command("CA")), "ok");
  EXPECT_EQ(submit(method_command("air")), "ok");
  EXPECT_EQ(submit(method_command("")), "ok");
  EXPECT_EQ(session.snapshot().shipping_method, "");
}

TEST_F(SessionTest, WhatChangesNothingMakesNoOperation) {
  EXPECT_EQ(submit(add_command("MUG", 2)), "ok");
  EXPECT_EQ(submit(destination_command("CA")), "ok");
  EXPECT_EQ(submit(method_command("air")), "ok");
  const std::string before = whole(session);
  EXPECT_EQ(submit(set_command("MUG", 2)), "ok");
  EXPECT_EQ(submit(destination_command("CA")), "ok");
  EXPECT_EQ(submit(method_command("air")), "ok");
  EXPECT_EQ(whole(session), before);
}

TEST_F(SessionTest, TheNumericDoorIsTheSameCommand) {
  EXPECT_EQ(told(session.add("MUG", 2)), "ok");
  EXPECT_EQ(told(session.add("HAT", 2)), "sku_unknown at sku sku=HAT");
  EXPECT_EQ(told(session.set_quantity(0, 5)), "ok");
  EXPECT_EQ(told(session.set_quantity(1, 5)), "line_unknown at line");
  EXPECT_EQ(told(session.remove(1)), "line_unknown at line");
  Session other = open_session(demo_shop());
  EXPECT_EQ(submitted(other, add_command("MUG", 2)), "ok");
  EXPECT_EQ(submitted(other, set_command("MUG", 5)), "ok");
  EXPECT_EQ(whole(session), whole(other));
  EXPECT_EQ(told(session.remove(0)), "ok");
  EXPECT_EQ(lines_of(session), "");
}

// --- amounts that exceed 2^53-1 ------------------------------------------------------------------
TEST(SessionOverflow, IsRefusedAndNothingChanges) {
  Shop shop;
  shop.sell("GOLD", limits::kUnitPrice);
  shop.sell("MUG", 100);
  Session session = open_session(shop);
  EXPECT_EQ(submitted(session, add_command("GOLD", 9'008)), "amount_overflow");
  EXPECT_EQ(submitted(session, add_command("GOLD", 9'007)), "ok");
  EXPECT_EQ(submitted(session, add_command("MUG", 1)), "ok");
  EXPECT_EQ(submitted(session, set_command("GOLD", 9'008)), "amount_overflow");
  EXPECT_EQ(submitted(session, set_command("GOLD", 9'006)), "ok");
  EXPECT_EQ(submitted(session, set_command("GOLD", 9'008)), "amount_overflow");  // amends
  EXPECT_EQ(lines_of(session), "9006 x GOLD, 1 x MUG");
}

// Another device did it, or the price rose: then the cart is told and can be mended.
TEST(SessionOverflow, ThatCameFromElsewhereIsAProblemUntilMended) {
  Shop shop;
  shop.sell("GOLD", 100);
  Session session = open_session(shop);
  EXPECT_EQ(submitted(session, add_command("GOLD", 9'999)), "ok");
  shop.slice.products[0].variants[0].price = limits::kUnitPrice;
  EXPECT_EQ(told(session.load_catalog(shop.slice)), "ok");
  EXPECT_EQ(session.snapshot().problems.back().code, "amount_overflow");
  EXPECT_EQ(session.priced().totals.grand_total, 0);
  EXPECT_EQ(submitted(session, set_command("GOLD", 9'998)), "amount_overflow");
  EXPECT_EQ(submitted(session, set_command("GOLD", 2)), "ok");
  EXPECT_EQ(session.priced().totals.grand_total, 2 * limits::kUnitPrice);
  EXPECT_TRUE(session.snapshot().problems.size() < 2);
}

}  // namespace
}  // namespace sealcart
