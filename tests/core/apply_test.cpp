// The join: what each kind does to a cart, and how concurrent ones meet (research: the table of
// concurrent pairs). Every pair is joined in both orders.
#include <gtest/gtest.h>

#include "sealcart/op.h"
#include "support/make_decrease.h"
#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

constexpr Author kAnn{1, 0}, kBob{2, 0}, kServer{9, 0};

void join(Cart& cart, const Op& op) { ASSERT_EQ(told(apply(cart, op)), "ok"); }

std::int32_t quantity(const Cart& cart, std::string_view sku = "A") {
  const LineItem* line = cart.find_line(line_id(sku));
  return line == nullptr ? 0 : quantity_of(line->lots);
}

// Both saw `start`, and made these without seeing the other's.
Cart meet(const Cart& start, const Op& one, const Op& other) {
  Cart first = start, second = start;
  join(first, one);
  join(first, other);
  join(second, other);
  join(second, one);
  EXPECT_EQ(first, second);
  return first;
}

Cart cart_with(std::int32_t units) {
  Cart cart = empty_cart();
  join(cart, make_add(cart, kAnn, "A", units));
  return cart;
}

const LineItem& line_of(const Cart& cart) { return cart.lines.front(); }

// --- concurrent pairs ----------------------------------------------------------------------------
TEST(Concurrent, AddsBothCount) {
  const Cart start = cart_with(2);
  EXPECT_EQ(quantity(meet(start, make_add(start, kAnn, "A", 1), make_add(start, kBob, "A", 3))), 6);
}

TEST(Concurrent, FirstAddsOfOneSkuMakeOneLine) {
  const Cart start = empty_cart();
  const Cart met = meet(start, make_add(start, kAnn, "A", 1), make_add(start, kBob, "A", 3));
  EXPECT_EQ(met.lines.size(), 1u);
  EXPECT_EQ(quantity(met), 4);
}

TEST(Concurrent, AnAddTheRemoveDidNotSeeSurvivesAlone) {
  const Cart start = cart_with(5);
  EXPECT_EQ(quantity(meet(start, make_remove(start, kAnn, line_of(start)),
                          make_add(start, kBob, "A", 2))),
            2);
}

TEST(Concurrent, OfTwoSetsTheLargerCounts) {
  const Cart start = cart_with(1);
  EXPECT_EQ(quantity(meet(start, make_set(start, kAnn, line_of(start), 5),
                          make_set(start, kBob, line_of(start), 3))),
            5);
}

TEST(Concurrent, AnAddTheSetDidNotSeeComesOnTop) {
  const Cart start = cart_with(1);
  EXPECT_EQ(quantity(meet(start, make_set(start, kAnn, line_of(start), 5),
                          make_add(start, kBob, "A", 1))),
            6);
}

TEST(Concurrent, TwoDecreasesOfTheSameUnitsAreOne) {
  const Cart start = cart_with(2);
  EXPECT_EQ(quantity(meet(start, make_decrease(start, kAnn, line_of(start), 1),
                          make_decrease(start, kBob, line_of(start), 1))),
            1);
}

TEST(Concurrent, ADecreaseTakesOnlyFromWhatItSaw) {
  const Cart start = cart_with(2);
  EXPECT_EQ(quantity(meet(start, make_set(start, kAnn, line_of(start), 3),
                          make_decrease(start, kBob, line_of(start), 1))),
            3);
}

TEST(Concurrent, AnAddBesideAnOrderStaysInTheCart) {
  const Cart start = cart_with(4);
  const Op order = make_remove(start, kServer, line_of(start), OpKind::order);
  EXPECT_EQ(quantity(meet(start, order, make_add(start, kBob, "A", 1))), 1);
}

TEST(Concurrent, ACodeSurvivesARemovalThatDidNotSeeIt) {
  Cart start = empty_cart();
  join(start, make_code(start, kAnn, "TEN", true));
  const Cart met =
      meet(start, make_code(start, kAnn, "TEN", false), make_code(start, kBob, "TEN", true));
  EXPECT_NE(met.find_code("TEN"), nullptr);
  const Cart gone =
      meet(start, make_code(start, kAnn, "TEN", false), make_code(start, kBob, "TEN", false));
  EXPECT_EQ(gone.find_code("TEN"), nullptr);
}

TEST(Concurrent, OfTwoRegistersTheLaterWriterWinsThenTheLargerReplica) {
  Cart start = empty_cart();
  EXPECT_EQ(meet(start, make_shipping_method(start, kAnn, "post"),
                 make_shipping_method(start, kBob, "courier"))
                .shipping_method,
            "courier");
  Op late = make_destination(start, kAnn, {"CA", "", ""});
  late.lamport = 5;
  EXPECT_EQ(meet(start, late, make_destination(start, kBob, {"US", "", ""})).destination.country,
            "CA");
}

// --- alone ---------------------------------------------------------------------------------------
TEST(Apply, AKnownOperationChangesNothing) {
  Cart cart = cart_with(2);
  const Cart before = cart;
  join(cart, make_add(empty_cart(), kAnn, "A", 2));
  EXPECT_EQ(cart, before);
}

TEST(Apply, ARemovedLineLeavesNothingButTheClock) {
  Cart cart = cart_with(2);
  join(cart, make_remove(cart, kBob, line_of(cart)));
  EXPECT_TRUE(cart.lines.empty());
  EXPECT_EQ(cart.clocks, (std::vector<ReplicaClock>{{1, 1}, {2, 1}}));
  EXPECT_EQ(cart.lamport, 2);
}

TEST(Apply, ADecreaseTakesFromTheNewestAddsThenFromTheSet) {
  Cart cart = cart_with(9);
  join(cart, make_set(cart, kAnn, line_of(cart), 3));
  join(cart, make_add(cart, kBob, "A", 2));
  join(cart, make_add(cart, kAnn, "A", 1));
  join(cart, make_decrease(cart, kBob, line_of(cart), 2));
  EXPECT_EQ(quantity(cart), 4);
  join(cart, make_decrease(cart, kBob, line_of(cart), 3));
  EXPECT_EQ(quantity(cart), 1);
  EXPECT_EQ(line_of(cart).lots.size(), 1u);
}

TEST(Apply, ALotOnlyShrinks) {
  Cart cart = cart_with(2);
  Op op = make_decrease(cart, kBob, line_of(cart), 1);
  op.shrinks = {{1, 1, 9}};
  join(cart, op);
  EXPECT_EQ(quantity(cart), 2);
}

TEST(Apply, AShrinkOfAnotherLineOrOfNoLotDoesNothing) {
  Cart cart = cart_with(2);
  join(cart, make_add(cart, kAnn, "B", 1));
  Op op = make_remove(cart, kBob, cart.lines[0]);
  op.shrinks = {{1, 2, 0}, {5, 1, 0}};
  join(cart, op);
  EXPECT_EQ(quantity(cart, "A"), 2);
  EXPECT_EQ(quantity(cart, "B"), 1);
}

// --- order of lines ------------------------------------------------------------------------------
std::string skus(const Cart& cart) {
  std::string all;
  for (const LineItem& line : cart.lines) all += line.sku;
  return all;
}

Cart cart_abc() {
  Cart cart = empty_cart();
  for (const char* sku : {"A", "B", "C"}) join(cart, make_add(cart, kAnn, sku, 1));
  return cart;
}

TEST(LineOrder, IsThatOfTheFirstAddAndStaysUnderEdits) {
  Cart cart = cart_abc();
  EXPECT_EQ(skus(cart), "ABC");
  join(cart, make_set(cart, kBob, cart.lines[0], 5));
  join(cart, make_add(cart, kBob, "B", 1));
  join(cart, make_decrease(cart, kAnn, cart.lines[1], 1));
  EXPECT_EQ(skus(cart), "ABC");
}

TEST(LineOrder, ALineThatComesBackIsLast) {
  Cart cart = cart_abc();
  join(cart, make_remove(cart, kAnn, cart.lines[0]));
  join(cart, make_add(cart, kAnn, "A", 1));
  EXPECT_EQ(skus(cart), "BCA");
}

TEST(LineOrder, LinesBornTogetherAreOrderedById) {
  const Cart start = empty_cart();
  const Cart met = meet(start, make_add(start, kAnn, "A", 1), make_add(start, kBob, "B", 1));
  EXPECT_LT(met.lines[0].id, met.lines[1].id);
  EXPECT_EQ(met.lines[0].born(), met.lines[1].born());
}

TEST(LineOrder, ALineFoundToBeOlderMovesUpOnEveryDevice) {
  Cart start = empty_cart();
  const Op old_b = make_add(start, kBob, "B", 1);
  join(start, make_add(start, kAnn, "A", 1));
  const Op new_b = make_add(start, kAnn, "B", 1);  // later than A
  const Cart met = meet(start, new_b, old_b);
  EXPECT_EQ(met.find_line(line_id("B"))->born(), 1);
}

// --- what may never be, checked in every build ---------------------------------------------------
// The cart is damaged in one way; the operation would spread it.
std::string joined_to_damaged(void (*damage)(Cart&), const Op& op) {
  Cart cart = cart_with(5);
  damage(cart);
  const Cart before = cart;
  const std::string verdict = told(apply(cart, op));
  EXPECT_EQ(cart, before);
  return verdict;
}

TEST(Apply, RefusesToGoOnWithDamagedLots) {
  const Op add = make_add(cart_with(5), kBob, "A", 1);
  const auto twin = [](Cart& cart) { cart.lines[0].lots.push_back(cart.lines[0].lots[0]); };
  EXPECT_EQ(joined_to_damaged(twin, add), "internal at lots");
  const auto unseen = [](Cart& cart) { cart.lines[0].lots[0].n = 2; };
  EXPECT_EQ(joined_to_damaged(unseen, add), "internal at lots");
  const auto negative = [](Cart& cart) { cart.lines[0].lots[0].remaining = -1; };
  EXPECT_EQ(joined_to_damaged(negative, add), "internal at lots");
  const auto code = [](Cart& cart) { cart.codes = {{"X", {{1, 9, LotKind::add, 1, 1}}}}; };
  EXPECT_EQ(joined_to_damaged(code, make_code(cart_with(5), kBob, "X", true)), "internal at lots");
}

}  // namespace
}  // namespace sealcart
