#include "services/payments.h"

#include <gtest/gtest.h>

#include "support/shopper.h"

namespace sealcart::server {
namespace {

using testing::Shopper;
using testing::TestShop;

class Payments : public ::testing::Test {
 protected:
  TestShop shop;
  Shopper ada{shop};
  OrderRequest request;

  void place(std::string_view sku = "CUP-RED", std::int32_t units = 2) {
    ada.fill(sku, units);
    request = ada.request(ada.good_quote());
    static_cast<void>(ada.order(request).value());
  }
  std::optional<PaymentClaim> claim() {
    return shop
        .run<std::optional<PaymentClaim>>(
            [](Work& work) -> Outcome<std::optional<PaymentClaim>> { return claim_payment(work); })
        .value();
  }
  Outcome<Order> settle(const PaymentResult& result) {
    return shop.run<Order>(
        [&](Work& work) -> Outcome<Order> { return settle_payment(work, result); });
  }
  static PaymentResult captured(const PaymentClaim& claim) {
    return {claim.order,    claim.fence, PaymentState::captured, "REF-1", claim.amount,
            claim.currency, {}};
  }
  static PaymentResult declined(const PaymentClaim& claim) {
    return {claim.order, claim.fence, PaymentState::declined, "", 0, "", "no funds"};
  }
  std::size_t tokens() {
    return shop
        .run<std::size_t>([](Work& work) -> Outcome<std::size_t> {
          return work.storage.orders_with_token().size();
        })
        .value();
  }
};

TEST_F(Payments, AreClaimedOnceWithAllTheWorkerHasToCompare) {
  place();
  const auto claimed = claim();
  ASSERT_TRUE(claimed);
  EXPECT_EQ(claimed->order, request.order);
  EXPECT_EQ(claimed->quote, request.quote);
  EXPECT_EQ(claimed->amount, 2890);
  EXPECT_EQ(claimed->token, request.token);
  EXPECT_EQ(claimed->fence, 1);
  EXPECT_EQ(ada.read(request.order)->payment, PaymentState::claimed);
  EXPECT_FALSE(claim());
}

TEST_F(Payments, CapturedUnitsLeaveTheStock) {
  place();
  const auto order = settle(captured(*claim()));
  ASSERT_TRUE(order);
  EXPECT_EQ(order->payment, PaymentState::captured);
  EXPECT_EQ(order->payment_reference, "REF-1");
  EXPECT_EQ(shop.available("CUP-RED"), 3);
  EXPECT_EQ(tokens(), 0U);
  EXPECT_TRUE(ada.snapshot().lines.empty());
}

TEST_F(Payments, DeclinedGivesTheStockBackAndRefillsTheCart) {
  place();
  const auto order = settle(declined(*claim()));
  EXPECT_EQ(order->payment, PaymentState::declined);
  EXPECT_EQ(shop.available("CUP-RED"), 5);
  EXPECT_EQ(tokens(), 0U);
  const Snapshot cart = ada.snapshot();
  ASSERT_EQ(cart.lines.size(), 1U);
  EXPECT_EQ(cart.lines[0].sku, "CUP-RED");
  EXPECT_EQ(cart.lines[0].quantity, 2);
}

TEST_F(Payments, AfterADeclineTheShopperOrdersAgain) {
  place();
  static_cast<void>(settle(declined(*claim())).value());
  const auto second = ada.order(ada.request(ada.good_quote()));
  ASSERT_TRUE(second);
  EXPECT_EQ(second->number, "SC-100002");
  EXPECT_EQ(settle(captured(*claim()))->payment, PaymentState::captured);
  EXPECT_EQ(shop.available("CUP-RED"), 3);
}

TEST_F(Payments, TheQuoteOfADeclinedOrderIsUsedUp) {
  place();
  static_cast<void>(settle(declined(*claim())).value());
  request.order = random_id<OrderId>();
  EXPECT_EQ(ada.order(request).error().error.code, ErrorCode::quote_expired);
}

TEST_F(Payments, ACaptureOfAnotherAmountOrCurrencyIsForAPerson) {
  place();
  const auto claimed = claim();
  PaymentResult result = captured(*claimed);
  result.amount -= 1;
  EXPECT_EQ(settle(result)->payment, PaymentState::review);
  EXPECT_EQ(shop.available("CUP-RED"), 3);  // stays reserved until a person has decided

  ada.fill("POT", 1);
  request = ada.request(ada.good_quote());
  static_cast<void>(ada.order(request).value());
  result = captured(*claim());
  result.currency = "USD";
  EXPECT_EQ(settle(result)->payment, PaymentState::review);
}

TEST_F(Payments, AResultTwiceChangesNothing) {
  place();
  const auto claimed = claim();
  static_cast<void>(settle(declined(*claimed)).value());
  EXPECT_EQ(settle(declined(*claimed))->payment, PaymentState::declined);
  EXPECT_EQ(shop.available("CUP-RED"), 5);
  EXPECT_EQ(ada.snapshot().unit_count, 2);
}

TEST_F(Payments, ALaterResultDoesNotTurnAClosedPayment) {
  place();
  const auto claimed = claim();
  static_cast<void>(settle(captured(*claimed)).value());
  EXPECT_EQ(settle(declined(*claimed)).error().error.code, ErrorCode::idempotency_mismatch);
  EXPECT_EQ(ada.read(request.order)->payment, PaymentState::captured);
}

TEST_F(Payments, UnknownIsClosedLaterByTheSameClaim) {
  place();
  const auto claimed = claim();
  PaymentResult result = captured(*claimed);
  result.state = PaymentState::unknown;
  EXPECT_EQ(settle(result)->payment, PaymentState::unknown);
  EXPECT_EQ(tokens(), 0U);
  shop.pass(kLeaseMs * 10);
  EXPECT_FALSE(claim());  // never charged again
  EXPECT_EQ(settle(captured(*claimed))->payment, PaymentState::captured);
}

TEST_F(Payments, ALeaseThatEndedLetsAnotherWorkerClaim) {
  place();
  const auto first = claim();
  shop.pass(kLeaseMs - 1);
  EXPECT_FALSE(claim());
  shop.pass(1);
  const auto second = claim();
  ASSERT_TRUE(second);
  EXPECT_EQ(second->fence, 2);
  EXPECT_EQ(settle(captured(*first)).error().error,
            Error(ErrorCode::idempotency_mismatch, "fence"));
  EXPECT_EQ(settle(captured(*second))->payment, PaymentState::captured);
}

TEST_F(Payments, StatesAWorkerCannotReportAreRefused) {
  place();
  PaymentResult result = captured(*claim());
  result.state = PaymentState::created;
  EXPECT_EQ(settle(result).error().error.code, ErrorCode::value_not_allowed);
  result.order = random_id<OrderId>();
  EXPECT_EQ(settle(result).error().error.code, ErrorCode::order_unknown);
}

TEST_F(Payments, AreAnnouncedAtEachStep) {
  place();
  const auto claimed = claim();
  shop.take_changes();
  static_cast<void>(settle(declined(*claimed)).value());
  const std::vector<Changes> changes = shop.take_changes();
  ASSERT_EQ(changes.size(), 1U);
  ASSERT_EQ(changes[0].orders.size(), 1U);
  EXPECT_EQ(changes[0].orders[0].payment, PaymentState::declined);
  EXPECT_EQ(changes[0].carts, std::vector<CartId>{ada.cart()});
}

TEST_F(Payments, WithoutTheirTokenAreGivenUp) {
  const auto lose_token = [&] {
    static_cast<void>(shop.run<int>([&](Work& work) -> Outcome<int> {
                            work.storage.delete_token(request.order);
                            return 0;
                          })
                          .value());
  };
  place();
  lose_token();
  EXPECT_FALSE(claim());
  EXPECT_EQ(ada.read(request.order)->payment, PaymentState::declined);
  EXPECT_EQ(shop.available("CUP-RED"), 5);

  request = ada.request(ada.good_quote());
  static_cast<void>(ada.order(request).value());
  EXPECT_TRUE(claim());
  lose_token();
  shop.pass(kLeaseMs);
  EXPECT_FALSE(claim());
  EXPECT_EQ(ada.read(request.order)->payment, PaymentState::review);
}

TEST_F(Payments, TokensNobodyNeedsAreSweptAtTheStart) {
  place();
  static_cast<void>(shop.run<int>([](Work& work) -> Outcome<int> {
                          work.storage.put_token(random_id<OrderId>(), "orphan");
                          return 0;
                        })
                        .value());
  EXPECT_EQ(tokens(), 2U);
  shop.restart();
  EXPECT_EQ(tokens(), 1U);
  EXPECT_EQ(claim()->token, request.token);
}

}  // namespace
}  // namespace sealcart::server
