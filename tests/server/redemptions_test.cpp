#include "services/redemptions.h"

#include <gtest/gtest.h>

#include "services/payments.h"
#include "support/shopper.h"

namespace sealcart::server {
namespace {

using testing::Shopper;
using testing::TestShop;

constexpr std::int64_t kCupPosted = 1200 + 490;

class Redemptions : public ::testing::Test {
 protected:
  TestShop shop;

  // A cart with one cup and a code; it is at the server.
  Shopper with_code(std::string_view code, ReplicaId replica = 7) {
    Shopper shopper(shop, replica);
    shopper.fill("CUP-RED", 1);
    shopper.apply_code(code);
    static_cast<void>(shopper.send().value());
    return shopper;
  }
  static std::int64_t total(Shopper& shopper, std::string_view email) {
    return shopper.snapshot(Shopper::form_of(email)).grand_total;
  }
  static CodeReason reason(Shopper& shopper, std::string_view email) {
    return shopper.snapshot(Shopper::form_of(email)).codes.at(0).reason;
  }
  static Outcome<Order> order(Shopper& shopper, std::string_view email) {
    const CheckoutForm form = Shopper::form_of(email);
    return shopper.order(shopper.request(shopper.good_quote(form), form));
  }
  void decline_payment() {
    const auto decline = [](Work& work) -> Outcome<Order> {
      const auto claim = claim_payment(work).value().value();
      return settle_payment(work,
                            {claim.order, claim.fence, PaymentState::declined, {}, 0, {}, {}});
    };
    static_cast<void>(shop.run<Order>(decline).value());
  }
};

TEST_F(Redemptions, ACodeForOneOrderServesTheFirst) {
  Shopper ada = with_code("SCARCE");
  Shopper bob = with_code("SCARCE", 8);
  EXPECT_EQ(total(bob, "bob@example.com"), kCupPosted - 100);
  ASSERT_TRUE(order(ada, "ada@example.com"));
  EXPECT_EQ(total(bob, "bob@example.com"), kCupPosted);
  EXPECT_EQ(reason(bob, "bob@example.com"), CodeReason::usage_limit_reached);
}

TEST_F(Redemptions, TheLastUseIsNotGivenToTwoQuotes) {
  Shopper ada = with_code("SCARCE");
  Shopper bob = with_code("SCARCE", 8);
  const CheckoutForm bobs = Shopper::form_of("bob@example.com");
  const OrderRequest promised = bob.request(bob.good_quote(bobs), bobs);
  ASSERT_TRUE(order(ada, "ada@example.com"));
  EXPECT_EQ(bob.order(promised).error().error.code, ErrorCode::cart_changed);
  EXPECT_EQ(bob.sees().lines.size(), 1U) << "nothing was taken out of the cart";
  EXPECT_TRUE(order(bob, "bob@example.com")) << "without the code it is an order";
}

TEST_F(Redemptions, AShopperIsKnownByTheAddressWhateverItsCase) {
  Shopper ada = with_code("ONCE");
  ASSERT_TRUE(order(ada, "ada@example.com"));
  Shopper again = with_code("ONCE", 8);
  EXPECT_EQ(total(again, "Ada@Example.com"), kCupPosted);
  EXPECT_EQ(total(again, "\tada@example.com "), kCupPosted) << "white space is no other shopper";
  EXPECT_EQ(reason(again, "Ada@Example.com"), CodeReason::customer_usage_limit_reached);
  EXPECT_EQ(total(again, "bob@example.com"), kCupPosted - 200);
}

TEST_F(Redemptions, AFirstOrderIsOneOfAKnownShopperWithoutOrders) {
  Shopper ada = with_code("HELLO");
  EXPECT_EQ(total(ada, ""), kCupPosted);
  EXPECT_EQ(total(ada, "ada@example.com"), kCupPosted - 300);
  ASSERT_TRUE(order(ada, "ada@example.com"));
  Shopper again = with_code("HELLO", 8);
  EXPECT_EQ(total(again, "ada@example.com"), kCupPosted);
  EXPECT_EQ(reason(again, "ada@example.com"), CodeReason::customer_not_eligible);
}

TEST_F(Redemptions, ADeclinedPaymentGivesBackWhatWasUsed) {
  Shopper ada = with_code("SCARCE");
  ASSERT_TRUE(order(ada, "ada@example.com"));
  Shopper bob = with_code("SCARCE", 8);
  EXPECT_EQ(total(bob, "bob@example.com"), kCupPosted);
  decline_payment();
  EXPECT_EQ(total(bob, "bob@example.com"), kCupPosted - 100);
  EXPECT_TRUE(order(bob, "bob@example.com"));
  Shopper eve = with_code("SCARCE", 9);
  EXPECT_EQ(total(eve, "eve@example.com"), kCupPosted) << "it was given back once";
}

TEST_F(Redemptions, OutliveARestart) {
  Shopper ada = with_code("SCARCE");
  ASSERT_TRUE(order(ada, "ada@example.com"));
  shop.restart();
  Shopper bob = with_code("SCARCE", 8);
  EXPECT_EQ(total(bob, "bob@example.com"), kCupPosted);
}

TEST_F(Redemptions, AnOrderWithoutTheCodeUsesNothing) {
  Shopper ada(shop);
  ada.fill("CUP-RED", 1);
  ASSERT_TRUE(order(ada, "ada@example.com"));
  Shopper bob = with_code("SCARCE", 8);
  EXPECT_EQ(total(bob, "bob@example.com"), kCupPosted - 100);
}

}  // namespace
}  // namespace sealcart::server
