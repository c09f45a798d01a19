#include "services/pairings.h"

#include <gtest/gtest.h>

#include <cctype>
#include <thread>

#include "services/pairing_codes.h"
#include "services/qr_image.h"
#include "support/devices.h"

namespace sealcart::server {
namespace {

using testing::DeviceDesk;
using testing::kMaker;
using testing::Shopper;
using testing::TestShop;
using testing::told;

std::string secret_of(const PairingOffer& offer) {
  return offer.link.substr(offer.link.find("#pair=") + 6);
}

TEST(Pairings, ACodeLetsADeviceInOnceItIsApproved) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  const PairingOffer offer = *desk.offer(ada.cart());
  const Pairing waiting = *desk.claim(offer.code, "phone");
  EXPECT_EQ(waiting.state, PairingState::waiting);
  EXPECT_EQ(waiting.check.size(), kCheckDigits);
  EXPECT_EQ(desk.opens(ada.cart(), "phone"), "unauthorized");
  EXPECT_EQ(desk.look(offer.id, "phone")->pairing.state, PairingState::waiting);
  EXPECT_EQ(told(desk.approve(ada.cart(), waiting)), "ok");
  const Pairing approved = desk.look(offer.id, "phone")->pairing;
  EXPECT_EQ(approved.state, PairingState::approved);
  EXPECT_EQ(approved.access->cart, ada.cart());
  EXPECT_EQ(approved.access->store, "tea");
  EXPECT_EQ(desk.opens(ada.cart(), "phone", AccessScope::checkout), "ok");
  EXPECT_EQ(desk.opens(ada.cart(), "phone", AccessScope::manage), "access_denied");
}

TEST(Pairings, TheLinkOfTheImageIsAsGoodAsTheCode) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  const PairingOffer offer = *desk.offer(ada.cart());
  EXPECT_TRUE(offer.link.starts_with("https://tea.example/cart#pair="));
  EXPECT_EQ(told(desk.claim(secret_of(offer), "phone")), "ok");
  EXPECT_EQ(told(desk.claim(offer.code, "other")), "pairing_unknown");
}

TEST(Pairings, ACodeIsReadAsItIsMeant) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  std::string typed = desk.offer(ada.cart())->code;
  for (char& c : typed) {
    c = c == '-' ? ' ' : c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
  }
  EXPECT_EQ(told(desk.claim(typed, "phone")), "ok");
  EXPECT_FALSE(pairing_code_hash("ABCD-EFGU"));
  EXPECT_FALSE(pairing_code_hash("ABCD-EFG"));
  EXPECT_FALSE(pairing_code_hash("ABCD-EFGHJ"));
}

TEST(Pairings, ALostAnswerCanBeAskedForAgainByTheSameDeviceAlone) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  const PairingOffer offer = *desk.offer(ada.cart());
  const Pairing first = *desk.claim(offer.code, "phone");
  EXPECT_EQ(desk.claim(offer.code, "phone")->check, first.check);
  EXPECT_EQ(told(desk.claim(offer.code, "thief")), "pairing_unknown");
  EXPECT_EQ(told(desk.look(offer.id, "thief")), "pairing_unknown");
  EXPECT_EQ(told(desk.approve(ada.cart(), first)), "ok");
  EXPECT_EQ(told(desk.claim(offer.code, "phone")), "pairing_unknown");
  EXPECT_EQ(told(desk.approve(ada.cart(), first)), "pairing_unknown");
}

TEST(Pairings, ACodeIsGoodForTwoMinutesAndSoIsItsApproval) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  constexpr std::int64_t kGood = std::int64_t{limits::kPairingSec} * 1000;
  const PairingOffer late = *desk.offer(ada.cart());
  shop.pass(kGood);
  EXPECT_EQ(told(desk.claim(late.code, "phone")), "pairing_unknown");
  EXPECT_EQ(told(desk.claim(secret_of(late), "phone")), "pairing_unknown");
  const PairingOffer offer = *desk.offer(ada.cart());
  shop.pass(kGood - 1);
  const Pairing waiting = *desk.claim(offer.code, "phone");
  shop.pass(kGood);
  EXPECT_EQ(told(desk.approve(ada.cart(), waiting)), "pairing_unknown");
  EXPECT_EQ(told(desk.look(offer.id, "phone")), "pairing_unknown");
}

TEST(Pairings, OtherDigitsThanThoseShownApproveNothing) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  Pairing waiting = *desk.claim(desk.offer(ada.cart())->code, "phone");
  waiting.check[0] = waiting.check[0] == '9' ? '0' : '9';
  EXPECT_EQ(told(desk.approve(ada.cart(), waiting)), "pairing_unknown");
  EXPECT_EQ(desk.opens(ada.cart(), "phone"), "unauthorized");
}

TEST(Pairings, ARefusedDeviceIsToldAndAWithdrawnCodeIsGone) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  const auto refuse_one = [&](const PairingId& id) {
    return told(desk.visit<Pairing>(ada.cart(), kMaker, AccessScope::manage,
                                    [&](Work& work, const Visit& visit) -> Outcome<Pairing> {
                                      const auto done = refuse_pairing(work, visit, id);
                                      if (!done) return refuse(done.error());
                                      return *done;
                                    }));
  };
  const PairingOffer offer = *desk.offer(ada.cart());
  const Pairing waiting = *desk.claim(offer.code, "phone");
  EXPECT_EQ(refuse_one(offer.id), "ok");
  EXPECT_EQ(desk.look(offer.id, "phone")->pairing.state, PairingState::refused);
  EXPECT_EQ(told(desk.approve(ada.cart(), waiting)), "pairing_unknown");
  const PairingOffer open = *desk.offer(ada.cart());
  EXPECT_EQ(refuse_one(open.id), "ok");
  EXPECT_EQ(told(desk.claim(open.code, "phone")), "pairing_unknown");
}

TEST(Pairings, FourAreOpenAtATime) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  for (std::size_t i = 0; i < limits::kPairings; ++i) ASSERT_TRUE(desk.offer(ada.cart()));
  EXPECT_EQ(told(desk.offer(ada.cart())), "pairings_too_many");
  shop.pass(std::int64_t{limits::kPairingSec} * 1000);
  EXPECT_EQ(told(desk.offer(ada.cart())), "ok");
}

TEST(Pairings, SurviveARestart) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  const PairingOffer offer = *desk.offer(ada.cart());
  shop.restart();
  const Pairing waiting = *desk.claim(offer.code, "phone");
  shop.restart();
  EXPECT_EQ(told(desk.approve(ada.cart(), waiting)), "ok");
  shop.restart();
  EXPECT_EQ(desk.look(offer.id, "phone")->pairing.state, PairingState::approved);
}

TEST(Pairings, OfSixtyFourDevicesThatGiveTheCodeOneWins) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  const PairingOffer offer = *desk.offer(ada.cart());
  std::atomic<int> won{0};
  std::vector<std::thread> devices;
  for (int i = 0; i < 64; ++i) {
    devices.emplace_back([&, i] {
      const std::string& given = i % 2 == 0 ? offer.code : secret_of(offer);
      if (desk.claim(given, "phone" + std::to_string(i))) ++won;
    });
  }
  for (std::thread& device : devices) device.join();
  EXPECT_EQ(won, 1);
}

TEST(Pairings, TenThousandGuessesReplaysAndExpiredCodesLetNobodyIn) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  std::vector<std::string> used;
  for (int i = 0; i < 8; ++i) {
    const PairingOffer offer = *desk.offer(ada.cart());
    used.insert(used.end(), {offer.code, secret_of(offer)});
    if (i % 2 == 0) {
      static_cast<void>(desk.approve(ada.cart(), *desk.claim(offer.code, "phone")).value());
    }
    shop.pass(std::int64_t{limits::kPairingSec} * 1000);
  }
  static_cast<void>(desk.offer(ada.cart()).value());
  int accepted = 0;
  for (int i = 0; i < 10'000; ++i) {
    const auto kind = i % 3;
    const std::string tried = kind == 0   ? random_pairing_code()
                              : kind == 1 ? random_pairing_secret()
                                          : used[static_cast<std::size_t>(i) % used.size()];
    if (desk.claim(tried, "thief")) ++accepted;
  }
  EXPECT_EQ(accepted, 0);
}

TEST(Pairings, TheBaseOfTheLinkIsOfThePagesOrigin) {
  TestShop shop;
  DeviceDesk desk(shop);
  const Shopper ada(shop);
  const auto offer = [&](const std::string& base) {
    return told(desk.visit<PairingOffer>(
        ada.cart(), kMaker, AccessScope::manage,
        [&](Work& work, const Visit& visit) -> Outcome<PairingOffer> {
          const auto made = offer_pairing(work, visit, {base}, "https://tea.example");
          if (!made) return refuse(made.error());
          return *made;
        }));
  };
  EXPECT_EQ(offer("https://tea.example/cart?x=1"), "ok");
  for (const char* base :
       {"https://tea.example", "https://tea.example.evil.example/", "https://evil.example/",
        "javascript:alert(1)", "/cart", "https://tea.example/#", "https://tea.example/a b"}) {
    EXPECT_EQ(offer(base), "value_not_allowed") << base;
  }
}

TEST(QrImage, DrawsEachDarkModuleOnceInsideTheQuietZone) {
  const QrImage image = qr_image("https://tea.example/cart#pair=" + std::string(22, 'x'));
  EXPECT_GE(image.size, 21 + 8);
  EXPECT_EQ(image.path.substr(0, 6), "M4 4h7");  // the corner of a finder pattern
  const std::string long_link(limits::kUrlBytes + 28, 'x');
  EXPECT_LT(qr_image(long_link).path.size(), limits::kJsonBytes);
}

}  // namespace
}  // namespace sealcart::server
