// Operations as their maker sees the cart, and the rules of quantities.
#include <gtest/gtest.h>

#include "sealcart/op.h"
#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

constexpr Author kAuthor{kMaker, 5};

Cart cart_with_two_lots() {
  Cart cart = empty_cart();
  EXPECT_TRUE(apply(cart, make_add(cart, {1, 0}, "A", 2)));
  EXPECT_TRUE(apply(cart, make_add(cart, {2, 0}, "A", 3)));
  return cart;
}

TEST(MakeOp, TheFirstOfAReplicaIsNumberOne) {
  const Op op = make_add(empty_cart(), kAuthor, "A", 2);
  EXPECT_EQ(json(op),
            R"({"v":1,"cart":"00000000000000000000000000000001","replica":7,"n":1,"lamport":1,)"
            R"("base":5,"kind":"add","sku":"A","units":2,"born":1,"shrinks":[],"value":"",)"
            R"("customizations":[]})");
}

TEST(MakeOp, NumbersAndTimesFollowWhatTheMakerHasSeen) {
  const Cart cart = cart_with_two_lots();
  EXPECT_EQ(make_add(cart, {1, 0}, "B", 1).n, 2);
  EXPECT_EQ(make_add(cart, {9, 0}, "B", 1).n, 1);
  EXPECT_EQ(make_add(cart, {9, 0}, "B", 1).lamport, 3);
}

TEST(MakeAdd, AnotherAddOfALineIsBornWithIt) {
  EXPECT_EQ(make_add(cart_with_two_lots(), kAuthor, "A", 1).born, 1);
  EXPECT_EQ(make_add(cart_with_two_lots(), kAuthor, "B", 1).born, 3);
}

TEST(MakeAdd, ALineWithAllItsLotsInUseTakesTheSumAsOneSet) {
  Cart cart = empty_cart();
  for (std::size_t i = 0; i < limits::kLots; ++i) {
    EXPECT_TRUE(apply(cart, make_add(cart, kAuthor, "A", 2)));
  }
  const Op op = make_add(cart, kAuthor, "A", 3);
  EXPECT_EQ(op.kind, OpKind::set);
  EXPECT_EQ(op.units, 2 * 64 + 3);
  EXPECT_EQ(op.shrinks.size(), limits::kLots);
}

TEST(MakeSet, EmptiesEveryLotItSawAndKeepsThePlace) {
  const Cart cart = cart_with_two_lots();
  const Op op = make_set(cart, kAuthor, cart.lines.front(), 4);
  EXPECT_EQ(op.units, 4);
  EXPECT_EQ(op.born, 1);
  EXPECT_EQ(op.shrinks, (std::vector<Shrink>{{1, 1, 0}, {2, 1, 0}}));
}

TEST(MakeRemove, EmptiesEveryLotItSaw) {
  const Cart cart = cart_with_two_lots();
  const Op op = make_remove(cart, kAuthor, cart.lines.front());
  EXPECT_EQ(op.kind, OpKind::remove);
  EXPECT_EQ(op.units, 0);
  EXPECT_EQ(op.shrinks, (std::vector<Shrink>{{1, 1, 0}, {2, 1, 0}}));
  EXPECT_EQ(make_remove(cart, kAuthor, cart.lines.front(), OpKind::order).kind, OpKind::order);
}

TEST(MakeCode, RemovingEmptiesTheLotsOfTheCode) {
  Cart cart = empty_cart();
  EXPECT_TRUE(apply(cart, make_code(cart, {1, 0}, "TEN", true)));
  EXPECT_EQ(make_code(cart, kAuthor, "TEN", false).shrinks, (std::vector<Shrink>{{1, 1, 0}}));
  EXPECT_EQ(make_code(cart, kAuthor, "TEN", true).shrinks, std::vector<Shrink>{});
  EXPECT_EQ(make_code(cart, kAuthor, "TWO", false).shrinks, std::vector<Shrink>{});
}

TEST(MakeRegister, CarriesTheValue) {
  EXPECT_EQ(make_destination(empty_cart(), kAuthor, {"CA", "QC", ""}).destination->region, "QC");
  EXPECT_EQ(make_shipping_method(empty_cart(), kAuthor, "post").value, "post");
}

}  // namespace
}  // namespace sealcart
