#include "services/retention.h"

#include <gtest/gtest.h>

#include "services/accesses.h"
#include "services/quotes.h"
#include "support/shopper.h"

namespace sealcart::server {
namespace {

using testing::Shopper;
using testing::TestShop;

// Slices until nothing is left to remove; how many there were.
int sweep_all(TestShop& shop) {
  for (int slices = 1;; ++slices) {
    const auto more =
        shop.run<bool>([](Work& work) -> Outcome<bool> { return sweep(work, Retention()); });
    if (!more.value()) return slices;
  }
}

bool is_there(TestShop& shop, const CartId& cart) {
  const auto state =
      shop.run<CartPtr>([&](Work& work) -> Outcome<CartPtr> { return load_cart(work, cart); });
  return state.has_value();
}

void open(TestShop& shop, const CartId& cart) {
  const auto state = shop.run<Visit>([&](Work& work) -> Outcome<Visit> {
    return open_cart(work, cart, blake2b("capability"), AccessScope::view);
  });
  static_cast<void>(state.value());
}

void pass_days(TestShop& shop, int days) {
  for (int day = 0; day < days; ++day) shop.pass(kDayMs);
  static_cast<void>(sweep_all(shop));
}

TEST(Retention, AnEmptyCartIsKeptSevenDaysAndOneWithLinesSixty) {
  TestShop shop;
  Shopper empty(shop);
  Shopper filled(shop);
  filled.add("POT", 1);
  static_cast<void>(filled.send().value());
  Shopper emptied(shop);
  emptied.add("POT", 1);
  static_cast<void>(emptied.send().value());
  emptied.remove(emptied.sees().lines.front());
  static_cast<void>(emptied.send().value());
  pass_days(shop, 7);
  EXPECT_TRUE(is_there(shop, empty.cart()));
  EXPECT_TRUE(is_there(shop, emptied.cart()));
  pass_days(shop, 1);
  EXPECT_FALSE(is_there(shop, empty.cart()));
  EXPECT_FALSE(is_there(shop, emptied.cart()));
  shop.restart();
  pass_days(shop, 52);
  EXPECT_TRUE(is_there(shop, filled.cart()));
  pass_days(shop, 1);
  EXPECT_FALSE(is_there(shop, filled.cart()));
}

TEST(Retention, ACartThatIsLookedAtIsUsed) {
  TestShop shop;
  Shopper looked_at(shop);
  Shopper forgotten(shop);
  for (int week = 0; week < 3; ++week) {
    pass_days(shop, 5);
    shop.restart();
    open(shop, looked_at.cart());
  }
  EXPECT_TRUE(is_there(shop, looked_at.cart()));
  EXPECT_FALSE(is_there(shop, forgotten.cart()));
}

TEST(Retention, ACartOfACustomerIsKeptAYear) {
  TestShop shop;
  Shopper ada(shop);
  const auto mark = [&](Work& work, const CartState& state) -> Outcome<bool> {
    CartRecord record = state.record;
    touch(work, record, CartLife::customer);
    return true;
  };
  ASSERT_TRUE(shop.on_cart<bool>(ada.cart(), mark));
  shop.restart();
  pass_days(shop, 365);
  EXPECT_TRUE(is_there(shop, ada.cart()));
  pass_days(shop, 1);
  EXPECT_FALSE(is_there(shop, ada.cart()));
}

TEST(Retention, AnOrderAndItsCartAreKept) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-RED", 1);
  const auto order = ada.order(ada.request(ada.good_quote()));
  pass_days(shop, 400);
  EXPECT_TRUE(ada.read(order->id));
  EXPECT_TRUE(is_there(shop, ada.cart()));
}

TEST(Retention, ACartThatIsGoneIsMadeAgainFromItsDevice) {
  TestShop shop;
  Shopper ada(shop);
  ada.add("POT", 2);
  ada.add("CUP-RED", 1);
  const std::vector<Op> ops = ada.pending();
  const std::int64_t epoch = ada.send().value().epoch;
  EXPECT_EQ(ada.send().value().epoch, epoch);
  const Cart before = ada.sees();
  pass_days(shop, 61);
  EXPECT_EQ(ada.send().error().error.code, ErrorCode::cart_unknown);
  const auto made = shop.run<MadeCart>([&](Work& work) -> Outcome<MadeCart> {
    return make_cart(work, {"tea", ada.cart(), "EUR"}, blake2b("capability"));
  });
  EXPECT_TRUE(made->fresh);
  Shopper again(shop, ada.cart(), ada.replica());
  const LogBatch answer = again.receive(again.send(ops)).value();
  EXPECT_EQ(again.sees(), before);
  EXPECT_NE(answer.epoch, epoch);  // another log, as long as the first one
  shop.restart();
  EXPECT_EQ(again.send().value().epoch, answer.epoch);
}

TEST(Retention, QuotesNobodyAcceptedGoADayAfterTheirEnd) {
  TestShop shop;
  Shopper ada(shop);
  ada.fill("CUP-RED", 1);
  const Quote quote = ada.good_quote();
  const auto refusal = [&] {
    return shop
        .run<Quote>(
            [&](Work& work) -> Outcome<Quote> { return find_quote(work, ada.cart(), quote.id); })
        .error()
        .error.code;
  };
  shop.pass(kQuoteLifeMs);
  static_cast<void>(sweep_all(shop));
  EXPECT_EQ(refusal(), ErrorCode::quote_expired);
  shop.pass(kDayMs + 1);
  static_cast<void>(sweep_all(shop));
  EXPECT_EQ(refusal(), ErrorCode::quote_unknown);
}

TEST(Retention, RemovesALittleAtATime) {
  TestShop shop;
  std::vector<Shopper> many;
  for (int i = 0; i < 40; ++i) many.emplace_back(shop);
  for (int day = 0; day < 8; ++day) shop.pass(kDayMs);
  const int slices = sweep_all(shop);
  EXPECT_GE(slices, 3);
  for (const Shopper& one : many) EXPECT_FALSE(is_there(shop, one.cart()));
}

}  // namespace
}  // namespace sealcart::server
