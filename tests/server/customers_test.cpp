#include "services/customers.h"

#include <gtest/gtest.h>

#include "support/customer_desk.h"

namespace sealcart::server {
namespace {

using testing::CustomerDesk;
using testing::Shopper;
using testing::SignIn;
using testing::TestShop;
using testing::told;

struct TwoCarts {
  TestShop shop;
  CustomerDesk desk{shop};
  CartId cart;
  CartId saved = random_id<CartId>();

  TwoCarts() {
    Shopper guest(shop);
    guest.fill("POT", 3);
    cart = guest.cart();
    static_cast<void>(desk.sign_in({.cart = cart}).value());
    static_cast<void>(desk.make("laptop", saved, CartUse::saved, "Later").value());
  }
  LineId line() const { return line_id("POT"); }
};

TEST(CustomerCarts, AreListedNamedAndChosen) {
  TwoCarts two;
  const CartId third = random_id<CartId>();
  EXPECT_TRUE(two.desk.make("laptop", third, CartUse::cart, "Office"));
  EXPECT_TRUE(two.desk.make("laptop", third, CartUse::cart, "Office"));
  EXPECT_EQ(two.desk.change("laptop", third, {"Home", true}), "ok");
  const std::vector<CustomerCart> carts = two.desk.carts("laptop");
  ASSERT_EQ(carts.size(), 3U);
  EXPECT_EQ(std::ranges::find(carts, third, &CustomerCart::cart)->name, "Home");
  EXPECT_EQ(std::ranges::find(carts, true, &CustomerCart::current)->cart, third);
  EXPECT_EQ(std::ranges::find(carts, two.cart, &CustomerCart::cart)->unit_count, 3);
  EXPECT_EQ(two.desk.change("laptop", two.saved, {std::nullopt, true}), "value_not_allowed");
  EXPECT_EQ(two.desk.change("laptop", random_id<CartId>(), {"x", false}), "not_found");
}

TEST(CustomerCarts, OpenOnEveryDeviceThatIsSignedIn) {
  TwoCarts two;
  static_cast<void>(two.desk.sign_in({.device = "phone"}).value());
  EXPECT_EQ(two.desk.opens(two.saved, "phone"), "ok");
  const CartId third = random_id<CartId>();
  static_cast<void>(two.desk.make("laptop", third, CartUse::cart).value());
  EXPECT_EQ(two.desk.opens(third, "phone"), "ok");
}

TEST(CustomerCarts, ADeletedOneIsClosedToAll) {
  TwoCarts two;
  EXPECT_EQ(two.desk.remove("laptop", two.cart), "ok");
  EXPECT_EQ(two.desk.opens(two.cart, "laptop"), "unauthorized");
  EXPECT_EQ(two.desk.carts("laptop").size(), 1U);
  EXPECT_EQ(two.desk.remove("laptop", two.cart), "not_found");
  // Nobody gets it by asking for its id.
  EXPECT_EQ(told(two.desk.make("laptop", two.cart, CartUse::cart)), "unauthorized");
}

TEST(CustomerCarts, AreThirtyTwoAndNotOneMore) {
  TwoCarts two;
  for (std::size_t i = 2; i < limits::kCustomerCarts; ++i) {
    ASSERT_TRUE(two.desk.make("laptop", random_id<CartId>(), CartUse::cart));
  }
  EXPECT_EQ(told(two.desk.make("laptop", random_id<CartId>(), CartUse::cart)), "carts_too_many");
}

TEST(CustomerCarts, TheGuestsListJoinsTheCustomersList) {
  TwoCarts two;
  Shopper list(two.shop);
  list.fill("CUP-RED", 1);
  const auto answer = two.desk.sign_in({.device = "phone", .saved = list.cart()});
  EXPECT_EQ(answer->merged.at(0).to, two.saved);
  EXPECT_EQ(two.desk.units(two.saved, "CUP-RED"), 1);
}

TEST(Moves, ALineGoesToTheListAndBack) {
  TwoCarts two;
  const auto moved = two.desk.move("laptop", two.cart, {two.line(), two.saved, 3, {}});
  EXPECT_EQ(moved->to_head, 1);
  EXPECT_EQ(two.desk.units(two.cart, "POT"), 0);
  EXPECT_EQ(two.desk.units(two.saved, "POT"), 3);
  EXPECT_TRUE(two.desk.move("laptop", two.saved, {two.line(), two.cart, 3, 2}));
  EXPECT_EQ(two.desk.units(two.cart, "POT"), 2);
  EXPECT_EQ(two.desk.units(two.saved, "POT"), 1);
  two.shop.restart();
  EXPECT_EQ(two.desk.units(two.cart, "POT"), 2);
}

TEST(Moves, SentTwiceMovesOnce) {
  TwoCarts two;
  const MoveRequest request{two.line(), two.saved, 3, 1};
  EXPECT_TRUE(two.desk.move("laptop", two.cart, request));
  EXPECT_EQ(told(two.desk.move("laptop", two.cart, request)), "cart_changed");
  EXPECT_EQ(two.desk.units(two.cart, "POT"), 2);
  EXPECT_EQ(two.desk.units(two.saved, "POT"), 1);
}

TEST(Moves, ARefusedOneChangesNeitherCart) {
  TwoCarts two;
  const auto tried = [&](const MoveRequest& request) {
    return told(two.desk.move("laptop", two.cart, request));
  };
  EXPECT_EQ(tried({line_id("CUP-RED"), two.saved, 1, {}}), "line_unknown");
  EXPECT_EQ(tried({two.line(), two.saved, 3, 4}), "quantity_too_large");
  EXPECT_EQ(tried({two.line(), two.cart, 3, 1}), "value_not_allowed");
  const Shopper stranger(two.shop);
  EXPECT_EQ(tried({two.line(), stranger.cart(), 3, 1}), "unauthorized");
  EXPECT_EQ(two.desk.units(two.cart, "POT"), 3);
  EXPECT_EQ(two.desk.units(two.saved, "POT"), 0);
}

TEST(Moves, TheOtherCartsLineHoldsNoMoreThanALineMay) {
  TwoCarts two;
  Shopper full(two.shop, 9);
  full.fill("POT", limits::kQuantity - 2);
  static_cast<void>(
      two.desk.sign_in({.device = "phone", .cart = full.cart(), .policy = MergePolicy::keep_both})
          .value());
  const MoveRequest request{two.line(), full.cart(), 3, 3};
  const auto refused = two.desk.move("laptop", two.cart, request);
  EXPECT_EQ(refused.error().error,
            Error(ErrorCode::quantity_too_large, "units").with("max", std::int64_t{2}));
  EXPECT_TRUE(two.desk.move("laptop", two.cart, {two.line(), full.cart(), 3, 2}));
}

TEST(Moves, ACartWhoseSumWouldBeTooLargeGetsNothing) {
  TwoCarts two;
  two.shop.offer("island.catalog.json");
  Shopper laptop(two.shop, two.cart, 9);
  static_cast<void>(laptop.send().value());
  laptop.add("ISLAND", 5'000);
  static_cast<void>(laptop.send().value());
  const LineId islands = line_id("ISLAND");
  EXPECT_TRUE(two.desk.move("laptop", two.cart, {islands, two.saved, 5'000, 4'500}));
  laptop.add("ISLAND", 4'500);
  static_cast<void>(laptop.send().value());
  const auto refused = two.desk.move("laptop", two.saved, {islands, two.cart, 4'500, {}});
  EXPECT_EQ(told(refused), "amount_overflow");
  EXPECT_EQ(two.desk.units(two.saved, "ISLAND"), 4'500);
  EXPECT_EQ(two.desk.units(two.cart, "ISLAND"), 5'000);
}

TEST(Moves, AGuestsListIsASecondCartWithTheSameCapability) {
  TestShop shop;
  CustomerDesk desk(shop);
  const auto make = [&](const CartId& cart) {
    return shop.run<MadeCart>([&](Work& work) -> Outcome<MadeCart> {
      return make_cart(work, {"tea", cart, "EUR"}, testing::hash_named("guest"));
    });
  };
  const CartId cart = random_id<CartId>();
  const CartId list = random_id<CartId>();
  ASSERT_TRUE(make(cart) && make(list));
  Shopper guest(shop, cart, 7);
  guest.add("POT", 2);
  static_cast<void>(guest.send().value());
  EXPECT_TRUE(desk.move("guest", cart, {line_id("POT"), list, 2, {}}));
  EXPECT_EQ(desk.units(list, "POT"), 2);
}

}  // namespace
}  // namespace sealcart::server
