#include "services/quotes.h"

#include <gtest/gtest.h>

#include "support/shopper.h"

namespace sealcart::server {
namespace {

using testing::Shopper;
using testing::TestShop;

TEST(Quotes, AreGivenForTheTotalTheServerComputes) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-RED", 2);
  const auto quote = ada.quote(2 * 1200 + 490);
  ASSERT_TRUE(quote);
  EXPECT_EQ(quote->amount, 2890);
  EXPECT_EQ(quote->currency, "EUR");
  EXPECT_EQ(quote->exponent, 2);
  EXPECT_EQ(quote->store_version, 3);
  EXPECT_EQ(quote->merchant, hex(TestShop::merchant()));
  EXPECT_EQ(quote->expires_at_ms - quote->issued_at_ms, kQuoteLifeMs);
}

TEST(Quotes, AnotherTotalIsToldWithBothFigures) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-RED", 2);
  const auto quote = ada.quote(2889);
  EXPECT_EQ(quote.error().error, Error(ErrorCode::total_changed, "expectedTotal")
                                     .with("expected", std::int64_t{2889})
                                     .with("actual", std::int64_t{2890}));
}

TEST(Quotes, ArePricedForTheAddressOfTheForm) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("POT", 1, "DE");
  const auto hash = [](const Quote& quote) { return quote.cart_hash; };
  const Quote germany = ada.good_quote(Shopper::form("DE"));
  const Quote italy = ada.good_quote(Shopper::form("IT"));
  EXPECT_NE(hash(germany), hash(italy));  // other tax, the same total: it is included
}

TEST(Quotes, AllProblemsComeAtOnce) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-BLUE", 2);  // one in stock
  CheckoutForm form = Shopper::form();
  form.email = "nobody";
  form.shipping_address.city = "";
  const auto refused = ada.quote(2890, form);
  ASSERT_FALSE(refused);
  std::vector<std::string> found;
  for (const Error& error : refused.error().problems) {
    found.push_back(std::string(error_name(error.code)) + " " + error.path);
  }
  EXPECT_EQ(found,
            (std::vector<std::string>{"email_invalid email", "field_required shippingAddress.city",
                                      "stock_insufficient lines[0].quantity"}));
}

TEST(Quotes, NeedAMethodOfShipping) {
  TestShop shop;
  Shopper ada(shop);
  ada.add("POT", 1);
  static_cast<void>(ada.send().value());
  const auto refused = ada.quote(4490);
  EXPECT_EQ(refused.error().error, Error(ErrorCode::field_required, "shippingMethod"));
}

TEST(Quotes, AFetchedOrderNeedsThePlaceAndTellsIt) {
  TestShop shop;
  Shopper ada(shop);
  ada.add("POT", 1);
  ada.choose("DE", "fetch");
  static_cast<void>(ada.send().value());
  EXPECT_EQ(ada.quote(4000).error().error, Error(ErrorCode::field_required, "pickupLocation"));
  CheckoutForm form = Shopper::form();
  form.pickup_location = "moon";
  EXPECT_EQ(ada.quote(4000, form).error().error.code, ErrorCode::store_reference_unknown);
  form.pickup_location = "station";
  OrderRequest request = ada.request(ada.good_quote(form), form);
  request.form.pickup_location.clear();  // another form than the quote's
  EXPECT_EQ(ada.order(request).error().error, Error(ErrorCode::field_required, "pickupLocation"));
  request.form = form;
  request.form.email = "nobody";
  EXPECT_EQ(ada.order(request).error().error, Error(ErrorCode::email_invalid, "email"));
  request.form = form;
  const auto order = ada.order(request);
  ASSERT_TRUE(order);
  ASSERT_TRUE(order->pickup);
  EXPECT_EQ(order->pickup->name, "Station");
}

TEST(Quotes, AreNotGivenForAnAddressNobodyServes) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("POT", 1);
  const auto refused = ada.quote(4490, Shopper::form("FR"));
  EXPECT_EQ(refused.error().error.code, ErrorCode::destination_not_served);
}

TEST(Quotes, AreRefusedForAnEmptyCartAnotherCurrencyAndALogThatIsNotThere) {
  TestShop shop;
  Shopper ada(shop);
  EXPECT_EQ(ada.quote(0).error().error.code, ErrorCode::cart_empty);
  ada.fill("POT", 1);
  const auto ask = [&](QuoteRequest request) {
    return shop
        .on_cart<Quote>(
            ada.cart(),
            [&](Work& work, const CartState& state) { return make_quote(work, state, request); })
        .error()
        .error;
  };
  EXPECT_EQ(ask({4490, "USD", 0, Shopper::form()}).code, ErrorCode::currency_mismatch);
  EXPECT_EQ(ask({4490, "EUR", 99, Shopper::form()}).code, ErrorCode::op_base_ahead);
}

TEST(Quotes, AreFoundUntilTheyExpire) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("POT", 1);
  const Quote quote = ada.good_quote();
  const auto find = [&](const CartId& cart) {
    return shop.run<Quote>(
        [&](Work& work) -> Outcome<Quote> { return find_quote(work, cart, quote.id); });
  };
  EXPECT_TRUE(find(ada.cart()));
  EXPECT_EQ(find(random_id<CartId>()).error().error.code, ErrorCode::quote_unknown);
  shop.pass(kQuoteLifeMs - 1);
  EXPECT_TRUE(find(ada.cart()));
  shop.pass(1);
  EXPECT_EQ(find(ada.cart()).error().error.code, ErrorCode::quote_expired);
}

TEST(Quotes, OfAnotherKeyAreRefused) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("POT", 1);
  Quote quote = ada.good_quote();
  quote.id = random_id<QuoteId>();
  quote.amount = 1;  // the MAC no longer fits
  const auto found = shop.run<Quote>([&](Work& work) -> Outcome<Quote> {
    work.storage.insert_quote(quote);
    return find_quote(work, ada.cart(), quote.id);
  });
  EXPECT_EQ(found.error().error.code, ErrorCode::quote_invalid);
}

}  // namespace
}  // namespace sealcart::server
