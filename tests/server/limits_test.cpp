// Limits of a product, over lines, orders and devices.
#include <gtest/gtest.h>

#include <thread>

#include "services/customer_limits.h"
#include "services/payments.h"
#include "services/redemptions.h"
#include "support/shopper.h"

namespace sealcart::server {
namespace {

using testing::Shopper;
using testing::TestShop;

class Limits : public ::testing::Test {
 protected:
  TestShop shop;

  // A cart of its own with so many small lamps.
  Shopper with_lamps(std::int32_t units) {
    Shopper shopper(shop);
    shopper.fill("LAMP-S", units);
    return shopper;
  }
  static Outcome<Order> order(Shopper& shopper, std::string_view email) {
    const CheckoutForm form = Shopper::form_of(email);
    return shopper.order(shopper.request(shopper.good_quote(form), form));
  }
  static std::string problem(Shopper& shopper, std::string_view email = "ada@example.com") {
    const Snapshot snapshot = shopper.snapshot(Shopper::form_of(email));
    if (snapshot.problems.empty()) return "";
    return snapshot.problems[0].code + " at " + snapshot.problems[0].path;
  }
  static Error refusal_of_quote(Shopper& shopper, std::string_view email) {
    const CheckoutForm form = Shopper::form_of(email);
    return shopper.quote(shopper.snapshot(form).grand_total, form).error().error;
  }
  std::int64_t bought(std::string_view email) {
    const auto ask = [&](Work& work) -> Outcome<std::int64_t> {
      const Shop& tea = *work.shops.find("tea");
      const auto found = bought_by(work, tea, shopper_key(work.identity, email));
      return found.empty() ? 0 : found[0].units;
    };
    return shop.run<std::int64_t>(ask).value();
  }
  void settle(PaymentState state) {
    const auto work = [&](Work& at) -> Outcome<Order> {
      const auto claim = claim_payment(at).value().value();
      return settle_payment(at, {claim.order, claim.fence, state, {}, 0, {}, {}});
    };
    static_cast<void>(shop.run<Order>(work).value());
  }
};

// What two devices added is kept; the order is what is refused.
TEST_F(Limits, AnOperationIsTakenAndTheOrderRefused) {
  Shopper one(shop, 7);
  Shopper other(shop, one.cart(), 8);
  one.fill("LAMP-S", 3);
  other.add("LAMP-L", 3);
  ASSERT_TRUE(other.send());
  EXPECT_EQ(one.snapshot().unit_count, 6);
  EXPECT_EQ(problem(one), "order_limit at lines[1].quantity");
  EXPECT_EQ(refusal_of_quote(one, "ada@example.com"),
            Error(ErrorCode::order_limit, "lines[1].quantity").with("max", std::int64_t{4}));
}

TEST_F(Limits, OrdersBeforeCountForTheCustomer) {
  Shopper first = with_lamps(4);
  ASSERT_TRUE(order(first, "ada@example.com"));
  Shopper second = with_lamps(2);
  EXPECT_EQ(problem(second, "bob@example.com"), "");
  EXPECT_EQ(problem(second, " Ada@Example.com"), "customer_limit at lines[0].quantity");
  EXPECT_EQ(refusal_of_quote(second, "ada@example.com"),
            Error(ErrorCode::customer_limit, "lines[0].quantity")
                .with("max", std::int64_t{5})
                .with("had", std::int64_t{4}));
  Shopper third = with_lamps(1);
  EXPECT_TRUE(order(third, "ada@example.com"));
  EXPECT_EQ(bought("ada@example.com"), 5);
}

// The quote was for a name that may still order; the order is for another.
TEST_F(Limits, AQuoteForSomeoneElseDoesNotHelp) {
  Shopper first = with_lamps(4);
  ASSERT_TRUE(order(first, "ada@example.com"));
  Shopper second = with_lamps(2);
  const Quote quote = second.good_quote(Shopper::form_of("bob@example.com"));
  const auto refused = second.order(second.request(quote, Shopper::form_of("ada@example.com")));
  EXPECT_EQ(refused.error().error.code, ErrorCode::customer_limit);
  EXPECT_EQ(second.snapshot().unit_count, 2);
}

TEST_F(Limits, OfManyOrdersAtOnceOnlyWhatIsAllowedPasses) {
  constexpr int kThreads = 6;
  const CheckoutForm form = Shopper::form_of("ada@example.com");
  std::vector<std::unique_ptr<Shopper>> shoppers;
  std::vector<OrderRequest> requests;
  for (int i = 0; i < kThreads; ++i) {
    shoppers.push_back(std::make_unique<Shopper>(with_lamps(2)));
    requests.push_back(shoppers.back()->request(shoppers.back()->good_quote(form), form));
  }
  std::atomic<int> placed = 0;
  std::atomic<int> refused = 0;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      const auto outcome = shoppers[i]->order(requests[i]);
      if (outcome) {
        ++placed;
      } else if (outcome.error().error.code == ErrorCode::customer_limit) {
        ++refused;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(placed, 2);
  EXPECT_EQ(refused, kThreads - 2);
  EXPECT_EQ(bought("ada@example.com"), 4);
}

// The count itself, without the check before it that a quote's problems are.
TEST_F(Limits, TheCountIsOneConditionalStatement) {
  const auto take = [&](std::int64_t units) {
    const auto work = [&](Work& at) -> Outcome<bool> {
      return at.storage.take_units({"tea", "lamp", blake2b("ada"), units, 5});
    };
    return shop.run<bool>(work).value();
  };
  EXPECT_FALSE(take(6));
  EXPECT_TRUE(take(3));
  EXPECT_FALSE(take(3));
  EXPECT_TRUE(take(2));
  EXPECT_FALSE(take(1));
}

TEST_F(Limits, ADeclinedPaymentGivesTheUnitsBack) {
  Shopper first = with_lamps(4);
  ASSERT_TRUE(order(first, "ada@example.com"));
  settle(PaymentState::declined);
  EXPECT_EQ(bought("ada@example.com"), 0);
  EXPECT_EQ(problem(first), "") << "the cart was refilled and can be ordered again";
  EXPECT_TRUE(order(first, "ada@example.com"));
  EXPECT_EQ(bought("ada@example.com"), 4);
}

TEST_F(Limits, OutliveARestart) {
  Shopper first = with_lamps(4);
  ASSERT_TRUE(order(first, "ada@example.com"));
  shop.restart();
  EXPECT_EQ(bought("ada@example.com"), 4);
}

TEST_F(Limits, WhatIsNotLimitedIsNotTold) {
  Shopper shopper(shop);
  shopper.fill("POT", 50);
  ASSERT_TRUE(order(shopper, "ada@example.com"));
  EXPECT_EQ(bought("ada@example.com"), 0);
}

}  // namespace
}  // namespace sealcart::server
