// Which operations can be joined at all, and which are let in.
#include <gtest/gtest.h>

#include "sealcart/op.h"
#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

constexpr Author kAuthor{kMaker, 0};

Op good_add() { return make_add(empty_cart(), kAuthor, "A", 2); }

// An operation with one thing changed is refused by apply(), and the cart stays as it was.
template <class Change>
std::string joined(Op op, Change change) {
  change(op);
  Cart cart = empty_cart();
  const std::string verdict = told(apply(cart, op));
  if (verdict != "ok") {
    EXPECT_EQ(cart, empty_cart());
  }
  return verdict;
}
template <class Change>
std::string joined_add(Change change) {
  return joined(good_add(), change);
}

TEST(CheckOp, AcceptsWhatTheMakersMake) {
  EXPECT_EQ(joined_add([](Op&) {}), "ok");
}

TEST(CheckOp, RefusesAnotherCart) {
  EXPECT_EQ(joined_add([](Op& op) { op.cart = cart_id(2); }), "cart_mismatch at cart");
}

TEST(CheckOp, RefusesAGap) {
  EXPECT_EQ(joined_add([](Op& op) { op.n = 2; }), "op_gap at n n=2 last=0");
}

TEST(CheckOp, UnitsAreOneTo9999) {
  EXPECT_EQ(joined_add([](Op& op) { op.units = 0; }), "quantity_too_small at units given=0 min=1");
  EXPECT_EQ(joined_add([](Op& op) { op.units = -1; }),
            "quantity_too_small at units given=-1 min=1");
  EXPECT_EQ(joined_add([](Op& op) { op.units = 9'999; }), "ok");
  EXPECT_EQ(joined_add([](Op& op) { op.units = 10'000; }),
            "quantity_too_large at units given=10000 max=9999");
}

TEST(CheckOp, ALotIsBornByItsLamportTime) {
  const std::string refused = "op_invalid at born what=a lot is born by its lamport time";
  EXPECT_EQ(joined_add([](Op& op) { op.born = 0; }), refused);
  EXPECT_EQ(joined_add([](Op& op) { op.born = op.lamport + 1; }), refused);
}

TEST(CheckOp, ALineKindNamesItsSkuAndNoOtherDoes) {
  const std::string refused = "op_invalid at sku what=a line kind names its SKU";
  EXPECT_EQ(joined_add([](Op& op) { op.sku.clear(); }), refused);
  for (const OpKind kind : {OpKind::decrease, OpKind::set, OpKind::remove, OpKind::order}) {
    EXPECT_EQ(joined_add([&](Op& op) {
                op.kind = kind;
                op.sku.clear();
              }),
              refused);
  }
  const Op code = make_code(empty_cart(), kAuthor, "TEN", true);
  EXPECT_EQ(joined(code, [](Op& op) { op.sku = "A"; }), refused);
}

TEST(CheckOp, OnlyAddAndSetBringUnits) {
  for (const OpKind kind : {OpKind::decrease, OpKind::remove, OpKind::order}) {
    EXPECT_EQ(joined_add([&](Op& op) { op.kind = kind; }),
              "op_invalid at units what=only add and set bring units");
    EXPECT_EQ(joined_add([&](Op& op) {
                op.kind = kind;
                op.units = 0;
              }),
              "op_invalid at born what=only add and set bring units");
  }
}

TEST(CheckOp, AnAddOrARegisterEmptiesNothing) {
  const std::string refused = "op_invalid at shrinks what=this kind empties no lot";
  EXPECT_EQ(joined_add([](Op& op) { op.shrinks = {{1, 1, 0}}; }), refused);
  for (const Op& op : {make_code(empty_cart(), kAuthor, "TEN", true),
                       make_destination(empty_cart(), kAuthor, {"US", "", ""}),
                       make_shipping_method(empty_cart(), kAuthor, "post")}) {
    EXPECT_EQ(joined(op, [](Op& o) { o.shrinks = {{1, 1, 0}}; }), refused);
  }
}

TEST(CheckOp, ValueAndDestinationBelongToTheirKinds) {
  EXPECT_EQ(joined_add([](Op& op) { op.value = "x"; }),
            "op_invalid at value what=this kind has no value");
  EXPECT_EQ(joined(make_code(empty_cart(), kAuthor, "", true), [](Op&) {}),
            "op_invalid at value what=the code is missing");
  EXPECT_EQ(joined(make_code(empty_cart(), kAuthor, "", false), [](Op&) {}),
            "op_invalid at value what=the code is missing");
  EXPECT_EQ(joined(make_shipping_method(empty_cart(), kAuthor, ""), [](Op&) {}), "ok");
  const std::string refused = "op_invalid at destination what=it belongs to the kind destination";
  EXPECT_EQ(joined_add([](Op& op) { op.destination = Destination{}; }), refused);
  EXPECT_EQ(
      joined(make_destination(empty_cart(), kAuthor, {}), [](Op& op) { op.destination.reset(); }),
      refused);
}

// --- caps ----------------------------------------------------------------------------------------
TEST(CheckCaps, ACartHoldsAThousandLines) {
  Cart cart = empty_cart();
  for (std::size_t i = 0; i < limits::kLines; ++i) {
    ASSERT_TRUE(apply(cart, make_add(cart, kAuthor, "SKU-" + std::to_string(i), 1)));
  }
  EXPECT_EQ(told(check_caps(cart, make_add(cart, kAuthor, "SKU-7", 1))), "ok");
  EXPECT_EQ(told(check_caps(cart, make_add(cart, kAuthor, "one more", 1))), "cart_full max=1000");
  EXPECT_EQ(told(check_caps(cart, make_remove(cart, kAuthor, cart.lines[3]))), "ok");
}

TEST(CheckCaps, ALineHolds64Lots) {
  Cart cart = empty_cart();
  for (std::size_t i = 0; i < limits::kLots; ++i) {
    const Op op = make_add(cart, kAuthor, "A", 1);
    ASSERT_EQ(told(check_caps(cart, op)), "ok");
    ASSERT_TRUE(apply(cart, op));
  }
  Op add = make_set(cart, kAuthor, cart.lines.front(), 1);
  EXPECT_EQ(told(check_caps(cart, add)), "ok");
  add.kind = OpKind::add;
  add.shrinks.clear();
  EXPECT_EQ(told(check_caps(cart, add)), "lots_too_many max=64");
}

// A device that names no lot could otherwise pile them up without end.
TEST(CheckCaps, ASetThatEmptiesNothingCountsToo) {
  Cart cart = empty_cart();
  for (std::size_t i = 0; i < limits::kLots; ++i) {
    ASSERT_TRUE(apply(cart, make_add(cart, kAuthor, "A", 1)));
  }
  Op set = make_set(cart, kAuthor, cart.lines.front(), 1);
  set.shrinks.clear();
  EXPECT_EQ(told(check_caps(cart, set)), "lots_too_many max=64");
  set.shrinks = {{kMaker, 1, 1}};
  EXPECT_EQ(told(check_caps(cart, set)), "lots_too_many max=64");
  set.shrinks = {{kMaker, 1, 0}};
  EXPECT_EQ(told(check_caps(cart, set)), "ok");
}

TEST(CheckCaps, ACartHolds16CodesOf64LotsEach) {
  Cart cart = empty_cart();
  for (std::size_t i = 0; i < limits::kCodes; ++i) {
    ASSERT_TRUE(apply(cart, make_code(cart, kAuthor, "CODE-" + std::to_string(i), true)));
  }
  EXPECT_EQ(told(check_caps(cart, make_code(cart, kAuthor, "MORE", true))),
            "codes_too_many max=16");
  EXPECT_EQ(told(check_caps(cart, make_code(cart, kAuthor, "CODE-0", true))), "ok");
  for (std::size_t i = 1; i < limits::kLots; ++i) {
    ASSERT_TRUE(apply(cart, make_code(cart, kAuthor, "CODE-0", true)));
  }
  EXPECT_EQ(told(check_caps(cart, make_code(cart, kAuthor, "CODE-0", true))),
            "lots_too_many max=64");
  EXPECT_EQ(told(check_caps(cart, make_code(cart, kAuthor, "CODE-0", false))), "ok");
}

TEST(CheckCaps, ACartHolds32Replicas) {
  Cart cart = empty_cart();
  for (std::size_t i = 1; i <= limits::kReplicas; ++i) {
    const Author author{static_cast<ReplicaId>(i), 0};
    const Op op = make_add(cart, author, "A", 1);
    ASSERT_EQ(told(check_caps(cart, op)), "ok");
    ASSERT_TRUE(apply(cart, op));
  }
  EXPECT_EQ(told(check_caps(cart, make_add(cart, {33, 0}, "A", 1))), "replicas_too_many max=32");
  EXPECT_EQ(told(check_caps(cart, make_add(cart, {32, 0}, "A", 1))), "ok");
}

}  // namespace
}  // namespace sealcart
