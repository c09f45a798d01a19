#include "services/orders.h"

#include <gtest/gtest.h>

#include "services/quotes.h"
#include "support/shopper.h"

namespace sealcart::server {
namespace {

using testing::Shopper;
using testing::TestShop;

ErrorCode code_of(const Outcome<Order>& outcome) {
  return outcome ? ErrorCode::internal : outcome.error().error.code;
}

TEST(Orders, TakeTheStockAndEmptyTheCart) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-RED", 2);
  const auto order = ada.order(ada.request(ada.good_quote()));
  ASSERT_TRUE(order);
  EXPECT_EQ(order->number, "SC-100001");
  EXPECT_EQ(order->payment, PaymentState::created);
  EXPECT_EQ(order->grand_total, 2890);
  ASSERT_EQ(order->lines.size(), 1U);
  EXPECT_EQ(order->lines[0].sku, "CUP-RED");
  EXPECT_EQ(order->lines[0].quantity, 2);
  EXPECT_EQ(order->lines[0].subtotal, 2 * order->lines[0].unit_price);
  EXPECT_EQ(order->lines[0].subtotal, order->item_subtotal);
  EXPECT_EQ(order->shipping_method, "Post");
  EXPECT_EQ(shop.available("CUP-RED"), 3);
  EXPECT_TRUE(ada.snapshot().lines.empty());
}

TEST(Orders, AnAddTheOrderDidNotSeeStaysInTheCart) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-RED", 2);
  const Quote quote = ada.good_quote();
  const Op late = ada.add("CUP-RED", 1);
  static_cast<void>(ada.order(ada.request(quote)).value());
  static_cast<void>(ada.send({late}).value());
  EXPECT_EQ(ada.snapshot().unit_count, 1);
}

TEST(Orders, TheSameRequestGetsTheSameAnswer) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-RED", 2);
  const OrderRequest request = ada.request(ada.good_quote());
  const auto first = ada.order(request);
  shop.pass(48LL * 3600 * 1000);
  const auto again = ada.order(request);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->number, first->number);
  EXPECT_EQ(shop.available("CUP-RED"), 3);
}

TEST(Orders, TheKeyIsGoodForOneRequestOnly) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-RED", 2);
  OrderRequest request = ada.request(ada.good_quote());
  static_cast<void>(ada.order(request).value());
  request.form.note = "leave it at the door";
  EXPECT_EQ(code_of(ada.order(request)), ErrorCode::idempotency_mismatch);
}

TEST(Orders, ACartThatChangedAfterTheQuoteIsNotCharged) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-RED", 1);
  const OrderRequest request = ada.request(ada.good_quote());
  ada.add("POT", 1);
  static_cast<void>(ada.send().value());
  EXPECT_EQ(code_of(ada.order(request)), ErrorCode::cart_changed);
  EXPECT_EQ(shop.available("CUP-RED"), 5);
}

TEST(Orders, AnotherAddressThanQuotedIsAChange) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("POT", 1, "DE");
  const OrderRequest request = ada.request(ada.good_quote(), Shopper::form("IT"));
  EXPECT_EQ(code_of(ada.order(request)), ErrorCode::cart_changed);
}

TEST(Orders, StockThatMovedAfterTheQuoteIsNoChangeOfTheCart) {
  TestShop shop;
  Shopper ada(shop);
  Shopper bob(shop);
  ada.fill("CUP-RED", 2);
  bob.fill("CUP-RED", 1);
  const OrderRequest request = ada.request(ada.good_quote());
  static_cast<void>(bob.order(bob.request(bob.good_quote())).value());
  EXPECT_TRUE(ada.order(request));
  EXPECT_EQ(shop.available("CUP-RED"), 2);
}

TEST(Orders, NeedTheTotalOfTheQuoteAndTheQuoteInTime) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("POT", 1);
  OrderRequest request = ada.request(ada.good_quote());
  request.expected_total = 1;
  EXPECT_EQ(code_of(ada.order(request)), ErrorCode::total_changed);
  request.expected_total = 4490;
  shop.pass(kQuoteLifeMs);
  EXPECT_EQ(code_of(ada.order(request)), ErrorCode::quote_expired);
  request.quote = random_id<QuoteId>();
  EXPECT_EQ(code_of(ada.order(request)), ErrorCode::quote_unknown);
}

TEST(Orders, NeedATokenSealedForThisQuote) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("POT", 1);
  const Quote quote = ada.good_quote();
  OrderRequest request = ada.request(quote);
  request.token = ada.seal(ada.good_quote());
  EXPECT_EQ(code_of(ada.order(request)), ErrorCode::token_mismatch);
  Quote cheaper = quote;
  cheaper.amount = 1;
  request.token = ada.seal(cheaper);
  EXPECT_EQ(code_of(ada.order(request)), ErrorCode::token_mismatch);
  request.token = "AAAA";
  EXPECT_EQ(code_of(ada.order(request)), ErrorCode::token_invalid);
  EXPECT_EQ(ada.snapshot().unit_count, 1);
}

TEST(Orders, WithoutStockNothingHappens) {
  TestShop shop;
  Shopper ada(shop);
  ada.add("POT", 1);
  ada.fill("CUP-BLUE", 1);
  const OrderRequest request = ada.request(ada.good_quote());
  Shopper bob(shop);
  bob.fill("CUP-BLUE", 1);
  static_cast<void>(bob.order(bob.request(bob.good_quote())).value());
  const auto refused = ada.order(request);
  EXPECT_EQ(refused.error().error, Error(ErrorCode::sold_out, "lines[1].quantity"));
  EXPECT_EQ(ada.snapshot().unit_count, 2);
  EXPECT_EQ(ada.read(request.order).error().error.code, ErrorCode::order_unknown);
}

TEST(Orders, BackorderedVariantsAreSoldBeyondTheStock) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("SPOON", 5);
  EXPECT_TRUE(ada.order(ada.request(ada.good_quote())));
  EXPECT_EQ(shop.available("SPOON"), -3);
}

TEST(Orders, TheCatalogueTellsWhatIsLeft) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-RED", 2);
  static_cast<void>(ada.order(ada.request(ada.good_quote())).value());
  const auto stock = shop.run<std::int32_t>([](Work& work) -> Outcome<std::int32_t> {
    return work.shops.find("tea")->catalog().find("CUP-RED")->variant->stock.value();
  });
  EXPECT_EQ(stock.value(), 3);
}

TEST(Orders, SurviveARestart) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-RED", 2);
  const OrderRequest request = ada.request(ada.good_quote());
  const auto order = ada.order(request);
  shop.restart();
  EXPECT_EQ(ada.read(request.order)->number, order->number);
  EXPECT_EQ(shop.available("CUP-RED"), 3);
  EXPECT_TRUE(ada.snapshot().lines.empty());
}

}  // namespace
}  // namespace sealcart::server
