// The worker's side: what it opens, what it refuses, and that it charges once.
#include "payd/cashier.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <optional>

#include "psp/simulator/simulator.h"
#include "sealcart/seal/base64url.h"
#include "services/payments.h"
#include "support/shopper.h"

namespace sealcart::server::payd {
namespace {

using server::testing::Shopper;
using server::testing::TestShop;

std::string card(std::string_view number) {
  return R"({"type":"card","number":")" + std::string(number) +
         R"(","expiryMonth":12,"expiryYear":2099,"securityCode":"123","name":"Ada"})";
}

class CashierTest : public ::testing::Test {
 protected:
  TestShop shop;
  Shopper ada{shop};
  boost::asio::io_context io;
  Clock clock{[this] { return shop.now(); }};
  std::optional<Journal> journal{std::in_place, shop.folder() / "payd.db"};
  psp::Simulator provider{io, shop.folder() / "simulator.db", clock};
  Cashier cashier{shop.keys(), *journal, provider, TestShop::merchant(), clock};

  template <class T>
  T wait(Awaitable<T> coroutine) {
    std::optional<T> value;
    io.restart();
    boost::asio::co_spawn(io, std::move(coroutine), [&](std::exception_ptr error, T result) {
      if (error) std::rethrow_exception(error);
      value = std::move(result);
    });
    io.run();
    return *std::move(value);
  }

  // A claim as the endpoint hands it out, for a token with this payload.
  PaymentClaim claim_of(std::string_view payload) {
    if (ada.snapshot().lines.empty()) ada.fill("POT", 1);
    const Quote quote = ada.good_quote();
    return {random_id<OrderId>(),
            quote.cart,
            quote.id,
            quote.merchant,
            quote.cart_hash,
            quote.amount,
            quote.currency,
            quote.exponent,
            1,
            0,
            ada.seal(quote, payload)};
  }
  psp::Answer pay(const PaymentClaim& claim) { return wait(cashier.pay(claim)).answer; }
};

TEST_F(CashierTest, ChargesWhatWasSealed) {
  const psp::Answer answer = pay(claim_of(card("4242 4242 4242 4242")));
  EXPECT_EQ(answer.state, PaymentState::captured);
  EXPECT_EQ(answer.amount_minor, 4490);
  EXPECT_EQ(answer.currency, "EUR");
  EXPECT_EQ(pay(claim_of(R"({"type":"provider","token":"sim_approved"})")).state,
            PaymentState::captured);
}

TEST_F(CashierTest, TellsADecline) {
  const psp::Answer answer = pay(claim_of(card("4000000000000002")));
  EXPECT_EQ(answer.state, PaymentState::declined);
  EXPECT_EQ(answer.reason, "card declined");
  EXPECT_EQ(pay(claim_of(card("4111111111111111"))).state, PaymentState::declined);
}

TEST_F(CashierTest, RefusesATokenOfAnotherOrder) {
  const PaymentClaim good = claim_of(card("4242424242424242"));
  const auto refuses = [&](auto change) {
    PaymentClaim claim = good;
    claim.order = random_id<OrderId>();
    claim.token = claim_of(card("4242424242424242")).token;
    change(claim);
    return pay(claim).state == PaymentState::declined;
  };
  EXPECT_TRUE(refuses([](PaymentClaim&) {}));  // another quote
  EXPECT_TRUE(refuses([&](PaymentClaim& claim) {
    claim.token = good.token;
    claim.amount += 1;
  }));
  EXPECT_EQ(pay(good).state, PaymentState::declined);  // its jti went with the attempt above
}

TEST_F(CashierTest, RefusesEachFieldThatDiffers) {
  const auto refused = [&](auto change) {
    PaymentClaim claim = claim_of(card("4242424242424242"));
    change(claim);
    return pay(claim).state;
  };
  EXPECT_EQ(refused([](PaymentClaim&) {}), PaymentState::captured);
  EXPECT_EQ(refused([](PaymentClaim& c) { c.amount -= 1; }), PaymentState::declined);
  EXPECT_EQ(refused([](PaymentClaim& c) { c.currency = "USD"; }), PaymentState::declined);
  EXPECT_EQ(refused([](PaymentClaim& c) { c.exponent = 3; }), PaymentState::declined);
  EXPECT_EQ(refused([](PaymentClaim& c) { c.cart = random_id<CartId>(); }), PaymentState::declined);
  EXPECT_EQ(refused([](PaymentClaim& c) { c.quote = random_id<QuoteId>(); }),
            PaymentState::declined);
  EXPECT_EQ(refused([](PaymentClaim& c) { c.cart_hash[0] = c.cart_hash[0] == '0' ? '1' : '0'; }),
            PaymentState::declined);
  EXPECT_EQ(refused([](PaymentClaim& c) { c.token[500] = c.token[500] == 'A' ? 'B' : 'A'; }),
            PaymentState::declined);
}

TEST_F(CashierTest, RefusesATokenThatExpired) {
  const PaymentClaim claim = claim_of(card("4242424242424242"));
  shop.pass(15 * 60 * 1000);
  EXPECT_EQ(pay(claim).state, PaymentState::declined);
}

TEST_F(CashierTest, RefusesATokenTheSecondTime) {
  PaymentClaim claim = claim_of(card("4242424242424242"));
  EXPECT_EQ(pay(claim).state, PaymentState::captured);
  claim.order = random_id<OrderId>();
  EXPECT_EQ(pay(claim).state, PaymentState::declined);
}

TEST_F(CashierTest, ClaimedAgainItDoesNotChargeAgain) {
  PaymentClaim claim = claim_of(card("4242424242424242"));
  const psp::Answer first = pay(claim);
  claim.fence = 2;
  const psp::Answer second = pay(claim);
  EXPECT_EQ(second.state, PaymentState::captured);
  EXPECT_EQ(second.reference, first.reference);
}

TEST_F(CashierTest, RefusesAPayloadItDoesNotKnow) {
  EXPECT_EQ(pay(claim_of("{}")).state, PaymentState::declined);
  EXPECT_EQ(pay(claim_of("no json")).state, PaymentState::declined);
  EXPECT_EQ(pay(claim_of(R"({"type":"cash"})")).state, PaymentState::declined);
}

TEST_F(CashierTest, AsksAgainWhenTheAnswerWasLost) {
  const PaymentClaim claim = claim_of(card("4000000000000119"));
  const Attempt attempt = wait(cashier.pay(claim));
  EXPECT_EQ(attempt.answer.state, PaymentState::unknown);
  EXPECT_EQ(wait(cashier.ask_again(attempt)).answer.state, PaymentState::unknown);
  shop.pass(4'000);
  const Attempt resolved = wait(cashier.ask_again(attempt));
  EXPECT_EQ(resolved.answer.state, PaymentState::captured);
  EXPECT_EQ(resolved.answer.amount_minor, 4490);
}

TEST_F(CashierTest, RemembersAcrossARestartWhatIsStillToBeTold) {
  const Attempt attempt = wait(cashier.pay(claim_of(card("4242424242424242"))));
  journal.reset();
  journal.emplace(shop.folder() / "payd.db");
  ASSERT_EQ(journal->unreported().size(), 1U);
  EXPECT_EQ(journal->unreported()[0].answer.reference, attempt.answer.reference);
  journal->mark_reported(attempt);
  EXPECT_TRUE(journal->unreported().empty());
}

TEST_F(CashierTest, NoCardNumberIsOnDisk) {
  static_cast<void>(pay(claim_of(card("4242424242424242"))));
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(shop.folder() / ".")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string content(std::istreambuf_iterator<char>(file), {});
    EXPECT_EQ(content.find("4242424242424242"), std::string::npos) << entry.path();
    ++files;
  }
  EXPECT_GE(files, 4);
}

}  // namespace
}  // namespace sealcart::server::payd
