// Texts of a shopper on their way through log, order and back.
#include <gtest/gtest.h>

#include "services/payments.h"
#include "support/shopper.h"

namespace sealcart::server {
namespace {

using testing::Shopper;
using testing::TestShop;

const Customizations kAda{{"Engraving", "Ada"}};

struct Texts : ::testing::Test {
  TestShop shop;
  Shopper ada{shop};

  // CUP-RED: five in stock.
  Order order_cups(std::int32_t engraved, std::int32_t plain) {
    ada.add("CUP-RED", engraved, kAda);
    ada.fill("CUP-RED", plain);
    return ada.order(ada.request(ada.good_quote())).value();
  }
};

TEST_F(Texts, StandInTheOrderAndItsLinesShareTheStock) {
  const Order order = order_cups(3, 2);
  ASSERT_EQ(order.lines.size(), 2U);
  EXPECT_EQ(order.lines[0].customizations, kAda);
  EXPECT_TRUE(order.lines[1].customizations.empty());
  EXPECT_EQ(ada.read(order.id)->lines[0].customizations, kAda);
  EXPECT_EQ(shop.available("CUP-RED"), 0);
  EXPECT_EQ(ada.snapshot().unit_count, 0);
}

TEST_F(Texts, LinesThatTogetherExceedTheStockAreNotSold) {
  ada.add("CUP-RED", 3, kAda);
  ada.fill("CUP-RED", 3);
  const auto refused = ada.quote(ada.snapshot().grand_total);
  EXPECT_EQ(refused.error().error, Error(ErrorCode::stock_insufficient, "lines[1].quantity")
                                       .with("given", std::int64_t{3})
                                       .with("available", std::int64_t{2}));
}

TEST_F(Texts, ComeBackWithADeclinedPayment) {
  static_cast<void>(order_cups(2, 1));
  const auto decline = [](Work& work) -> Outcome<Order> {
    const auto claim = claim_payment(work).value().value();
    return settle_payment(work, {claim.order, claim.fence, PaymentState::declined, {}, 0, {}, {}});
  };
  static_cast<void>(shop.run<Order>(decline).value());
  const Snapshot snapshot = ada.snapshot();
  ASSERT_EQ(snapshot.lines.size(), 2U);
  EXPECT_EQ(snapshot.lines[0].customizations, kAda);
  EXPECT_EQ(snapshot.lines[0].quantity, 2);
  EXPECT_EQ(shop.available("CUP-RED"), 5);
}

TEST_F(Texts, OutliveARestart) {
  ada.add("CUP-RED", 2, kAda);
  ada.fill("CUP-RED", 1);
  shop.restart();
  EXPECT_EQ(ada.snapshot().lines.at(0).customizations, kAda);
}

TEST_F(Texts, ThatAProductDoesNotTakeAreKeptAndNotSold) {
  ada.add("POT", 1, kAda);
  ada.choose();
  ASSERT_TRUE(ada.send());
  EXPECT_EQ(ada.snapshot().lines.at(0).customizations, kAda);
  EXPECT_EQ(ada.quote(ada.snapshot().grand_total).error().error.code,
            ErrorCode::customization_unknown);
}

}  // namespace
}  // namespace sealcart::server
