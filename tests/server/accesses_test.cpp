#include "services/accesses.h"

#include <gtest/gtest.h>

#include "support/devices.h"

namespace sealcart::server {
namespace {

using testing::DeviceDesk;
using testing::kMaker;
using testing::Shopper;
using testing::TestShop;
using testing::told;

constexpr std::array kEveryScope{AccessScope::view, AccessScope::edit, AccessScope::checkout,
                                 AccessScope::manage};

Outcome<bool> remove(DeviceDesk& desk, const CartId& cart, std::string_view by,
                     const AccessId& device) {
  return desk.visit<bool>(cart, by, AccessScope::view,
                          [&](Work& work, const Visit& visit) -> Outcome<bool> {
                            const Status removed = remove_device(work, visit, device);
                            if (!removed) return refuse(removed.error());
                            return true;
                          });
}

TEST(Accesses, TheDeviceThatMadeTheCartMayDoEverything) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  for (const AccessScope scope : kEveryScope) {
    EXPECT_EQ(desk.opens(ada.cart(), kMaker, scope), "ok");
    EXPECT_EQ(desk.opens(ada.cart(), "guess", scope), "unauthorized");
  }
}

TEST(Accesses, EachScopeOpensItsOwnDoorsAlone) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  for (const AccessScope given : kEveryScope) {
    const std::string secret = "phone" + std::to_string(static_cast<int>(given));
    desk.pair(ada.cart(), secret, {given});
    for (const AccessScope asked : kEveryScope) {
      const bool may = asked == given || asked == AccessScope::view;
      EXPECT_EQ(desk.opens(ada.cart(), secret, asked), may ? "ok" : "access_denied");
    }
  }
}

TEST(Accesses, ADeviceCanGiveOnlyWhatItHas) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  desk.pair(ada.cart(), "clerk", {AccessScope::manage});
  const Pairing waiting = *desk.claim(desk.offer(ada.cart(), "clerk")->code, "friend");
  EXPECT_EQ(told(desk.approve(ada.cart(), waiting, {AccessScope::checkout}, "clerk")),
            "access_denied");
  EXPECT_EQ(told(desk.approve(ada.cart(), waiting, {}, "clerk")), "ok");
  EXPECT_EQ(desk.opens(ada.cart(), "friend"), "ok");
  EXPECT_EQ(desk.opens(ada.cart(), "friend", AccessScope::checkout), "access_denied");
}

TEST(Accesses, ARemovedDeviceOpensNothingAndItsPeersAreTold) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  desk.pair(ada.cart(), "phone");
  const DeviceList devices = desk.list(ada.cart());
  ASSERT_EQ(devices.devices.size(), 2U);
  EXPECT_EQ(devices.devices[1].label, "Phone");
  EXPECT_EQ(devices.devices[1].origin, AccessOrigin::paired);
  EXPECT_EQ(told(remove(desk, ada.cart(), "phone", devices.you)), "access_denied");
  static_cast<void>(shop.take_changes());
  EXPECT_EQ(told(remove(desk, ada.cart(), kMaker, devices.devices[1].id)), "ok");
  EXPECT_EQ(shop.take_changes().at(0).carts, std::vector<CartId>{ada.cart()});
  EXPECT_EQ(desk.opens(ada.cart(), "phone"), "unauthorized");
  EXPECT_EQ(told(remove(desk, ada.cart(), kMaker, devices.devices[1].id)), "not_found");
  shop.restart();
  EXPECT_EQ(desk.opens(ada.cart(), "phone"), "unauthorized");
  EXPECT_EQ(desk.opens(ada.cart(), kMaker), "ok");
}

TEST(Accesses, ADeviceCanLeave) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  desk.pair(ada.cart(), "phone", {AccessScope::view});
  EXPECT_EQ(told(remove(desk, ada.cart(), "phone", desk.list(ada.cart()).devices[1].id)), "ok");
  EXPECT_EQ(desk.opens(ada.cart(), "phone"), "unauthorized");
}

TEST(Accesses, AChangedCapabilityIsTheOnlyOneThatOpens) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  const std::string fresh(43, 'A');
  const auto change = [&](std::string_view by, const std::string& to) {
    return told(desk.visit<bool>(ada.cart(), by, AccessScope::view,
                                 [&](Work& work, const Visit& visit) -> Outcome<bool> {
                                   const Status done = change_capability(work, visit, to);
                                   if (!done) return refuse(done.error());
                                   return true;
                                 }));
  };
  EXPECT_EQ(change(kMaker, "no capability"), "unauthorized");
  EXPECT_EQ(change(kMaker, fresh), "ok");
  EXPECT_EQ(desk.opens(ada.cart(), kMaker), "unauthorized");
  const auto opens = [&] {
    return told(shop.run<Visit>([&](Work& work) -> Outcome<Visit> {
      return open_cart(work, ada.cart(), capability_hash(fresh), AccessScope::manage);
    }));
  };
  EXPECT_EQ(opens(), "ok");
  shop.restart();
  EXPECT_EQ(opens(), "ok");
}

TEST(Accesses, ACartHas64DevicesAndNotOneMore) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  const RestoreLinkMade link = *desk.link(ada.cart());
  for (std::size_t i = 1; i < limits::kDevices; ++i) {
    ASSERT_TRUE(desk.restore(link.token, "tablet" + std::to_string(i)));
  }
  EXPECT_EQ(told(desk.restore(link.token, "one more")), "devices_too_many");
  EXPECT_EQ(told(desk.restore(link.token, "tablet1")), "ok");
  EXPECT_EQ(desk.list(ada.cart()).devices.size(), limits::kDevices);
}

TEST(Accesses, ADeviceIsSeenOncePerDay) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  constexpr std::int64_t kDay = 86'400'000;
  const std::int64_t today = shop.now().ms - shop.now().ms % kDay;
  EXPECT_EQ(desk.list(ada.cart()).devices[0].seen_at_ms, today);
  shop.pass(3 * kDay);
  EXPECT_EQ(desk.opens(ada.cart(), kMaker), "ok");
  EXPECT_EQ(desk.list(ada.cart()).devices[0].seen_at_ms, today + 3 * kDay);
  shop.restart();
  EXPECT_EQ(desk.list(ada.cart()).devices[0].seen_at_ms, today + 3 * kDay);
}

TEST(RestoreLinks, OpenTheCartElsewhereUntilTheyEnd) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  const RestoreLinkMade link = *desk.link(ada.cart(), 7);
  EXPECT_EQ(desk.restore(link.token, "tablet")->cart, ada.cart());
  EXPECT_EQ(desk.opens(ada.cart(), "tablet", AccessScope::checkout), "ok");
  EXPECT_EQ(desk.opens(ada.cart(), "tablet", AccessScope::manage), "access_denied");
  shop.pass(std::int64_t{7} * 86'400'000 - 1);
  EXPECT_EQ(told(desk.restore(link.token, "tablet2")), "ok");
  shop.pass(1);
  EXPECT_EQ(told(desk.restore(link.token, "tablet3")), "link_invalid");
  EXPECT_TRUE(desk.list(ada.cart()).links.empty());
}

TEST(RestoreLinks, NoOtherTokenOpensAnything) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  const std::string good = desk.link(ada.cart())->token;
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = bad[i] == 'A' ? 'B' : 'A';
    ASSERT_EQ(told(desk.restore(bad, "thief")), "link_invalid") << i;
  }
  for (const std::string& bad : {good.substr(1), good + "A", std::string("A"), std::string()}) {
    EXPECT_EQ(told(desk.restore(bad, "thief")), "link_invalid");
  }
  EXPECT_EQ(desk.opens(ada.cart(), "thief"), "unauthorized");
}

TEST(RestoreLinks, ARevokedOneOpensNothingMore) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  const RestoreLinkMade link = *desk.link(ada.cart());
  EXPECT_EQ(told(desk.restore(link.token, "tablet")), "ok");
  ASSERT_EQ(desk.list(ada.cart()).links.size(), 1U);
  const auto revoked =
      shop.on_cart<bool>(ada.cart(), [&](Work& work, const CartState& state) -> Outcome<bool> {
        return revoke_link(work, state, link.id).has_value();
      });
  EXPECT_TRUE(*revoked);
  EXPECT_EQ(told(desk.restore(link.token, "other")), "link_invalid");
  EXPECT_EQ(desk.opens(ada.cart(), "tablet"), "ok");
}

}  // namespace
}  // namespace sealcart::server
