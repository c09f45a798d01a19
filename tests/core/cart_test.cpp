#include "sealcart/cart.h"

#include <gtest/gtest.h>

#include "sealcart/op.h"
#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

Lot add_lot(std::int32_t units, std::int64_t born = 1) { return {1, 1, LotKind::add, units, born}; }
Lot set_lot(std::int32_t units, std::int64_t born = 1) { return {1, 1, LotKind::set, units, born}; }

TEST(QuantityOf, IsTheLargestSetPlusAllAdds) {
  EXPECT_EQ(quantity_of({}), 0);
  EXPECT_EQ(quantity_of({add_lot(2), add_lot(3)}), 5);
  EXPECT_EQ(quantity_of({set_lot(5), set_lot(3)}), 5);
  EXPECT_EQ(quantity_of({set_lot(5), add_lot(1), set_lot(7), add_lot(2)}), 10);
}

TEST(Born, IsThatOfTheOldestLiveLot) {
  const LineItem line{line_id("A"), "A", {add_lot(1, 9), set_lot(1, 4), add_lot(1, 6)}};
  EXPECT_EQ(line.born(), 4);
}

TEST(Cart, FindsLinesCodesAndClocks) {
  PricingCase test;
  test.line("A", 100, 1);
  test.line("B", 100, 2);
  test.code("TEN");
  ASSERT_NE(test.cart.find_line(line_id("B")), nullptr);
  EXPECT_EQ(test.cart.find_line(line_id("B"))->sku, "B");
  EXPECT_EQ(test.cart.find_line(line_id("C")), nullptr);
  ASSERT_NE(test.cart.find_code("TEN"), nullptr);
  EXPECT_EQ(test.cart.find_code("ten"), nullptr);
  EXPECT_EQ(test.cart.seen(kMaker), 3);
  EXPECT_EQ(test.cart.seen(kMaker + 1), 0);
}

// --- what a join leaves behind -------------------------------------------------------------------
PricingCase sound_case() {
  PricingCase test;
  test.line("A", 100, 1);
  test.line("B", 100, 2);
  test.put("A", 4);
  test.code("ONE");
  test.code("TEN");
  EXPECT_TRUE(apply(test.cart, make_add(test.cart, {kMaker + 1, 0}, "A", 4)));
  return test;
}

template <class Change>
std::string checked(Change change) {
  Cart cart = sound_case().cart;
  change(cart);
  return told(check_cart(cart));
}

TEST(CheckCart, AcceptsWhatJoinsLeave) {
  EXPECT_EQ(checked([](Cart&) {}), "ok");
  EXPECT_EQ(told(check_cart(empty_cart())), "ok");
}

TEST(CheckCart, RefusesEntriesTwiceOrOutOfOrder) {
  EXPECT_EQ(checked([](Cart& c) { std::swap(c.clocks[0], c.clocks[1]); }),
            "cart_invalid at clocks[1]");
  EXPECT_EQ(checked([](Cart& c) { c.clocks.push_back(c.clocks[1]); }), "cart_invalid at clocks[2]");
  EXPECT_EQ(checked([](Cart& c) { std::swap(c.lines[0], c.lines[1]); }),
            "cart_invalid at lines[1]");
  EXPECT_EQ(checked([](Cart& c) { c.lines.push_back(c.lines[0]); }), "cart_invalid at lines[2].id");
  EXPECT_EQ(checked([](Cart& c) { std::swap(c.codes[0], c.codes[1]); }),
            "cart_invalid at codes[1]");
  EXPECT_EQ(checked([](Cart& c) { std::swap(c.lines[0].lots[0], c.lines[0].lots[1]); }),
            "cart_invalid at lines[0].lots[1]");
  EXPECT_EQ(checked([](Cart& c) { c.lines[0].lots.push_back(c.lines[0].lots.back()); }),
            "cart_invalid at lines[0].lots[3]");
}

TEST(CheckCart, RefusesLotsNoJoinLeaves) {
  const std::string refused = "cart_invalid at lines[1].lots[0]";
  EXPECT_EQ(checked([](Cart& c) { c.lines[1].lots[0].remaining = 0; }), refused);
  EXPECT_EQ(checked([](Cart& c) { c.lines[1].lots[0].n = 99; }), refused);
  EXPECT_EQ(checked([](Cart& c) { c.lines[1].lots[0].replica = 99; }), refused);
  EXPECT_EQ(checked([](Cart& c) { c.lines[1].lots[0].born = 0; }), refused);
  EXPECT_EQ(checked([](Cart& c) { c.lines[1].lots[0].born = 99; }), refused);
  EXPECT_EQ(checked([](Cart& c) { c.lines[1].lots.clear(); }), "cart_invalid at lines[1].lots");
  EXPECT_EQ(checked([](Cart& c) { c.codes[1].lots.clear(); }), "cart_invalid at codes[1].lots");
}

TEST(CheckCart, RefusesALineUnderAnotherId) {
  EXPECT_EQ(checked([](Cart& c) { c.lines[0].id = line_id("C"); }), "cart_invalid at lines[0].id");
  EXPECT_EQ(checked([](Cart& c) { c.lines[0].sku = "C"; }), "cart_invalid at lines[0].id");
}

}  // namespace
}  // namespace sealcart
