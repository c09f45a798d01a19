#include "services/sign_in.h"

#include <gtest/gtest.h>

#include "support/customer_desk.h"

namespace sealcart::server {
namespace {

using testing::CustomerDesk;
using testing::DeviceDesk;
using testing::kMaker;
using testing::login_token;
using testing::Shopper;
using testing::TestShop;
using testing::told;

// A customer whose current cart holds this, made on another device before.
CartId customer_with(TestShop& shop, CustomerDesk& desk, std::string_view sku, std::int32_t units) {
  Shopper earlier(shop, 3);
  earlier.fill(sku, units);
  return desk.sign_in({.device = "phone", .cart = earlier.cart()})->cart.value();
}

TEST(SignIn, TheGuestsCartBecomesTheCustomersWhenThereIsNone) {
  TestShop shop;
  CustomerDesk desk(shop);
  Shopper guest(shop);
  guest.fill("POT", 2);
  const LoginAnswer answer = *desk.sign_in({.cart = guest.cart()});
  EXPECT_EQ(answer.cart, guest.cart());
  ASSERT_EQ(answer.merged.size(), 1U);
  EXPECT_EQ(answer.merged[0].from, answer.merged[0].to);
  EXPECT_EQ(desk.units(guest.cart(), "POT"), 2);
  EXPECT_EQ(desk.opens(guest.cart(), "laptop"), "ok");
  const auto life =
      shop.on_cart<bool>(guest.cart(), [](Work&, const CartState& state) -> Outcome<bool> {
        return state.record.life == CartLife::customer;
      });
  EXPECT_TRUE(*life);
  EXPECT_EQ(DeviceDesk(shop).opens(guest.cart(), kMaker), "unauthorized");
}

TEST(SignIn, NobodyWhoHadTheGuestsCartLooksIntoItAfterwards) {
  TestShop shop;
  CustomerDesk desk(shop);
  DeviceDesk devices(shop);
  const Shopper guest(shop);
  devices.pair(guest.cart(), "stranger");
  const std::string link = devices.link(guest.cart())->token;
  const std::string code = devices.offer(guest.cart())->code;
  static_cast<void>(desk.sign_in({.cart = guest.cart()}).value());
  EXPECT_EQ(devices.opens(guest.cart(), "stranger"), "unauthorized");
  EXPECT_EQ(told(devices.restore(link, "stranger")), "link_invalid");
  EXPECT_EQ(told(devices.claim(code, "stranger")), "pairing_unknown");
}

TEST(SignIn, UnitsOfBothCartsAreAddedUpAndTold) {
  TestShop shop;
  CustomerDesk desk(shop);
  const CartId mine = customer_with(shop, desk, "POT", 3);
  Shopper guest(shop);
  guest.fill("POT", 2);
  guest.fill("CUP-RED", 1);
  const LoginAnswer answer = *desk.sign_in({.cart = guest.cart()});
  EXPECT_EQ(answer.cart, mine);
  EXPECT_EQ(desk.units(mine, "POT"), 5);
  EXPECT_EQ(desk.units(mine, "CUP-RED"), 1);
  ASSERT_EQ(answer.merged.size(), 1U);
  const MergeReport& report = answer.merged[0];
  EXPECT_EQ(report.to, mine);
  ASSERT_EQ(report.added.size(), 2U);
  EXPECT_EQ(report.added[0].units + report.added[1].units, 3);
  EXPECT_TRUE(report.overflow.empty());
}

TEST(SignIn, MergingAgainChangesNothing) {
  TestShop shop;
  CustomerDesk desk(shop);
  DeviceDesk devices(shop);
  const CartId mine = customer_with(shop, desk, "POT", 3);
  Shopper guest(shop);
  guest.fill("POT", 2);
  devices.pair(guest.cart(), "tablet", {AccessScope::edit});
  static_cast<void>(desk.sign_in({.cart = guest.cart()}).value());
  EXPECT_EQ(desk.units(guest.cart(), "POT"), 0);
  for (int i = 0; i < 3; ++i) {
    const auto again = desk.sign_in({.device = "tablet" + std::to_string(i),
                                     .cart = guest.cart(),
                                     .guest = blake2b(i == 0 ? "tablet" : "gone")});
    EXPECT_EQ(told(again), i == 0 ? "ok" : "unauthorized");
    EXPECT_EQ(desk.units(mine, "POT"), 5);
  }
  shop.restart();
  EXPECT_EQ(desk.units(mine, "POT"), 5);
}

TEST(SignIn, EachPolicyDecidesALineOfBothCarts) {
  const std::map<MergePolicy, std::int64_t> expected{{MergePolicy::sum, 5},
                                                     {MergePolicy::max, 3},
                                                     {MergePolicy::guest, 2},
                                                     {MergePolicy::customer, 3}};
  for (const auto& [policy, units] : expected) {
    TestShop shop;
    CustomerDesk desk(shop);
    const CartId mine = customer_with(shop, desk, "POT", 3);
    Shopper guest(shop);
    guest.fill("POT", 2);
    static_cast<void>(desk.sign_in({.cart = guest.cart(), .policy = policy}).value());
    EXPECT_EQ(desk.units(mine, "POT"), units);
  }
}

TEST(SignIn, BothCartsCanBeKept) {
  TestShop shop;
  CustomerDesk desk(shop);
  const CartId mine = customer_with(shop, desk, "POT", 3);
  Shopper guest(shop);
  guest.fill("POT", 2);
  const auto answer = desk.sign_in({.cart = guest.cart(), .policy = MergePolicy::keep_both});
  EXPECT_EQ(answer->cart, mine);
  EXPECT_EQ(answer->carts.size(), 2U);
  EXPECT_EQ(desk.units(mine, "POT"), 3);
  EXPECT_EQ(desk.units(guest.cart(), "POT"), 2);
  EXPECT_EQ(desk.opens(guest.cart(), "phone"), "ok");
}

TEST(SignIn, WhatDidNotFitIsTold) {
  TestShop shop;
  CustomerDesk desk(shop);
  const CartId mine = customer_with(shop, desk, "CUP-RED", 4);
  Shopper guest(shop);
  guest.fill("CUP-RED", 3);
  const LoginAnswer answer = *desk.sign_in({.cart = guest.cart()});
  ASSERT_EQ(answer.merged[0].overflow.size(), 1U);
  EXPECT_EQ(answer.merged[0].overflow[0].wanted, 7);
  EXPECT_EQ(answer.merged[0].overflow[0].kept, 5);  // in stock
  EXPECT_EQ(desk.units(mine, "CUP-RED"), 5);
}

TEST(SignIn, AnotherCustomersCartStaysWhereItIs) {
  TestShop shop;
  CustomerDesk desk(shop);
  DeviceDesk devices(shop);
  const CartId first = customer_with(shop, desk, "POT", 3);
  const auto other =
      desk.sign_in({.subject = "customer 2", .cart = first, .guest = testing::hash_named("phone")});
  EXPECT_FALSE(other->cart);
  EXPECT_TRUE(other->merged.empty());
  EXPECT_EQ(desk.units(first, "POT"), 3);
  EXPECT_EQ(desk.opens(first, "laptop"), "unauthorized");
  // The device changed hands: its first sign-in is over.
  EXPECT_EQ(desk.opens(first, "phone"), "unauthorized");
}

TEST(SignIn, ATokenIsGoodOnceAndAgainOnlyForItsOwnDevice) {
  TestShop shop;
  CustomerDesk desk(shop);
  Shopper guest(shop);
  guest.fill("POT", 2);
  const std::string token = login_token(shop, "customer 1");
  EXPECT_EQ(told(desk.sign_in({.cart = guest.cart()}, token)), "ok");
  const auto again = desk.sign_in({.cart = guest.cart()}, token);
  EXPECT_EQ(told(again), "ok");
  EXPECT_EQ(again->cart, guest.cart());
  EXPECT_TRUE(again->merged.empty());
  EXPECT_EQ(told(desk.sign_in({.device = "thief"}, token)), "login_invalid");
  shop.restart();
  EXPECT_EQ(told(desk.sign_in({.device = "thief"}, token)), "login_invalid");
}

TEST(SignIn, ARefusedOneChangesNothingAndItsTokenStaysGood) {
  TestShop shop;
  CustomerDesk desk(shop);
  const Shopper guest(shop);
  const std::string token = login_token(shop, "customer 1");
  const auto refused = desk.sign_in({.cart = guest.cart(), .guest = blake2b("guess")}, token);
  EXPECT_EQ(told(refused), "unauthorized");
  EXPECT_EQ(refused.error().error.path, "cart");
  EXPECT_EQ(desk.opens(guest.cart(), "laptop"), "unauthorized");
  EXPECT_EQ(told(desk.sign_in({.cart = guest.cart()}, token)), "ok");
}

TEST(SignIn, TheCapabilityHasToBeAFreshOne) {
  TestShop shop;
  CustomerDesk desk(shop);
  static_cast<void>(customer_with(shop, desk, "POT", 1));
  const Hash32 phone = testing::hash_named("phone");
  EXPECT_EQ(told(desk.sign_in({.device = "phone", .guest = phone})), "login_invalid");
  EXPECT_EQ(told(desk.sign_in({.device = "phone"})), "login_invalid");
}

TEST(SignIn, ADeviceWithoutManageCanNotTakeACartAway) {
  TestShop shop;
  CustomerDesk desk(shop);
  DeviceDesk devices(shop);
  const Shopper guest(shop);
  devices.pair(guest.cart(), "friend");
  const auto taken = desk.sign_in({.cart = guest.cart(), .guest = blake2b("friend")});
  EXPECT_EQ(told(taken), "access_denied");
  EXPECT_EQ(devices.opens(guest.cart(), kMaker), "ok");
}

TEST(SignIn, EndsWhenSignedOutAndAfter90Days) {
  TestShop shop;
  CustomerDesk desk(shop);
  const CartId mine = customer_with(shop, desk, "POT", 1);
  static_cast<void>(desk.sign_in({.device = "tablet"}).value());
  EXPECT_TRUE(desk.sign_out("phone"));
  EXPECT_FALSE(desk.sign_out("phone"));
  EXPECT_EQ(desk.opens(mine, "phone"), "unauthorized");
  EXPECT_EQ(desk.opens(mine, "tablet"), "ok");
  shop.pass(std::int64_t{90} * 86'400'000);
  EXPECT_EQ(desk.opens(mine, "tablet"), "unauthorized");
  EXPECT_FALSE(desk.sign_out("tablet"));
}

TEST(SignIn, RemovingTheDeviceFromOneCartSignsItOut) {
  TestShop shop;
  CustomerDesk desk(shop);
  const CartId mine = customer_with(shop, desk, "POT", 1);
  const CartId second = random_id<CartId>();
  static_cast<void>(desk.make("phone", second, CartUse::cart).value());
  static_cast<void>(desk.sign_in({.device = "tablet"}).value());
  const auto removed = shop.run<bool>([&](Work& work) -> Outcome<bool> {
    const Visit visit =
        open_cart(work, mine, testing::hash_named("phone"), AccessScope::manage).value();
    const AccessId tablet = visit.cart->sharing->accesses.back().id;
    return remove_device(work, visit, tablet).has_value();
  });
  EXPECT_TRUE(*removed);
  EXPECT_EQ(desk.opens(mine, "tablet"), "unauthorized");
  EXPECT_EQ(desk.opens(second, "tablet"), "unauthorized");
  EXPECT_FALSE(desk.sign_out("tablet"));
}

TEST(SignIn, AChangedCapabilityOpensEveryCartOfTheCustomer) {
  TestShop shop;
  CustomerDesk desk(shop);
  const CartId mine = customer_with(shop, desk, "POT", 1);
  const CartId second = random_id<CartId>();
  static_cast<void>(desk.make("phone", second, CartUse::cart).value());
  const auto changed = shop.run<bool>([&](Work& work) -> Outcome<bool> {
    const Visit visit =
        open_cart(work, mine, testing::hash_named("phone"), AccessScope::view).value();
    return change_capability(work, visit, testing::capability_named("renewed")).has_value();
  });
  EXPECT_TRUE(*changed);
  for (const CartId& cart : {mine, second}) {
    EXPECT_EQ(desk.opens(cart, "renewed"), "ok");
    EXPECT_EQ(desk.opens(cart, "phone"), "unauthorized");
  }
  EXPECT_EQ(desk.carts("renewed").size(), 2U);
}

TEST(SignIn, TheOldestOf32SignInsMakesRoom) {
  TestShop shop;
  CustomerDesk desk(shop);
  const CartId mine = customer_with(shop, desk, "POT", 1);
  for (int i = 0; i < 32; ++i) {
    shop.pass(1000);
    ASSERT_TRUE(desk.sign_in({.device = "device " + std::to_string(i)}));
  }
  EXPECT_EQ(desk.opens(mine, "phone"), "unauthorized");
  EXPECT_EQ(desk.opens(mine, "device 0"), "ok");
  EXPECT_EQ(desk.opens(mine, "device 31"), "ok");
}

}  // namespace
}  // namespace sealcart::server
