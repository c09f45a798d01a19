// Gift cards and store credit: what they pay, in turn, and what is left to pay.
#include "sealcart/tender.h"

#include <gtest/gtest.h>

#include "sealcart/limits.h"
#include "support/random.h"
#include "support/told.h"

namespace sealcart {
namespace {

constexpr Timestamp kNow{1'000'000};

Tender card(std::string id, std::int64_t balance) {
  return {std::move(id), TenderKind::gift_card, "EUR", balance, {}, {}};
}

Tender credit(std::string id, std::int64_t balance) {
  return {std::move(id), TenderKind::store_credit, "EUR", balance, {}, {}};
}

PayableTotal payable(std::int64_t total, std::vector<TaxShare> taxes = {}) {
  return {"EUR", total, std::move(taxes)};
}

Settlement settled(const PayableTotal& total, const std::vector<Tender>& tenders) {
  const auto settlement = settle(total, tenders, kNow);
  must(settlement);
  return *settlement;
}

TEST(Tenders, PayInTheOrderGivenEachAsFarAsItGoes) {
  const Settlement s = settled(payable(5000), {card("a", 1500), credit("b", 9000), card("c", 100)});
  EXPECT_EQ(json(s.tenders[0]),
            R"({"id":"a","kind":"giftCard","state":"applied","amount":1500,"balance":0})");
  EXPECT_EQ(json(s.tenders[1]),
            R"({"id":"b","kind":"storeCredit","state":"applied","amount":3500,"balance":5500})");
  EXPECT_EQ(json(s.tenders[2]),
            R"({"id":"c","kind":"giftCard","state":"notNeeded","amount":0,"balance":100})");
  EXPECT_EQ(s.tender_total, 5000);
  EXPECT_EQ(s.amount_due, 0);
}

TEST(Tenders, LeaveTheRestDue) {
  const Settlement s = settled(payable(5000), {card("a", 1500)});
  EXPECT_EQ(s.tender_total, 1500);
  EXPECT_EQ(s.amount_due, 3500);
}

TEST(Tenders, AnEmptyOneIsTold) {
  EXPECT_EQ(settled(payable(5000), {card("a", 0)}).tenders[0].state, TenderState::empty);
}

TEST(Tenders, OneIsUsableUntilJustBeforeItExpires) {
  Tender expiring = card("a", 500);
  expiring.expires_at = Timestamp{kNow.ms + 1};
  EXPECT_EQ(settled(payable(5000), {expiring}).amount_due, 4500);
  expiring.expires_at = kNow;
  const Settlement s = settled(payable(5000), {expiring});
  EXPECT_EQ(s.tenders[0].state, TenderState::expired);
  EXPECT_EQ(s.tenders[0].balance, 500);
  EXPECT_EQ(s.amount_due, 5000);
}

TEST(Tenders, MayBeUsedInPart) {
  Tender tender = credit("a", 500);
  tender.at_most = 200;
  EXPECT_EQ(settled(payable(5000), {tender}).amount_due, 4800);
  tender.at_most = 0;
  EXPECT_EQ(settled(payable(5000), {tender}).tenders[0].state, TenderState::not_needed);
}

// What remains keeps the proportion of net and tax (Saleor, BSD-3: cases SAL-003 and SAL-007).
TEST(Tenders, SplitTheAmountDueLikeTheTotal) {
  const Settlement untaxed = settled(payable(1000), {card("a", 500)});
  EXPECT_EQ(untaxed.due_net, 500);
  EXPECT_EQ(untaxed.amount_due, 500);
  const Settlement taxed = settled(payable(3600, {{"vat", 600}}), {card("a", 1200)});
  EXPECT_EQ(taxed.due_net, 2000);
  EXPECT_EQ(taxed.amount_due, 2400);
  EXPECT_EQ(taxed.due_taxes[0].amount, 400);
}

TEST(Tenders, AnOddHalfOfTheSplitGoesToTheNet) {
  const Settlement s = settled(payable(4, {{"vat", 3}}), {card("a", 2)});
  EXPECT_EQ(s.due_net, 1);  // 0.5 and 1.5
  EXPECT_EQ(s.due_taxes[0].amount, 1);
}

std::string refusal(const PayableTotal& total, const std::vector<Tender>& tenders) {
  return told(settle(total, tenders, kNow));
}

TEST(Tenders, AnotherCurrencyIsRefused) {
  Tender dollars = card("b", 100);
  dollars.currency = "USD";
  EXPECT_EQ(refusal(payable(5000), {card("a", 1), dollars}),
            "currency_mismatch at tenders[1].currency given=USD expected=EUR");
}

TEST(Tenders, TheSameOneTwiceIsRefused) {
  EXPECT_EQ(refusal(payable(5000), {card("a", 1), card("a", 1)}),
            "store_duplicate_id at tenders[1].id id=a");
  EXPECT_EQ(refusal(payable(5000), {card("a", 1), credit("a", 1)}), "ok");
}

TEST(Tenders, AmountsOutOfRangeAreRefused) {
  const std::string range = " min=0 max=9007199254740991";
  EXPECT_EQ(refusal(payable(-1), {}), "number_out_of_range at total" + range);
  EXPECT_EQ(refusal(payable(limits::kAmount + 1), {}), "number_out_of_range at total" + range);
  EXPECT_EQ(refusal(payable(1), {card("a", -1)}),
            "number_out_of_range at tenders[0].balance" + range);
  Tender tender = card("a", 1);
  tender.at_most = -1;
  EXPECT_EQ(refusal(payable(1), {tender}), "number_out_of_range at tenders[0].atMost" + range);
  EXPECT_EQ(refusal(payable(5, {{"a", 3}, {"b", 3}}), {}),
            "number_out_of_range at taxes[1].amount min=0 max=2");
  EXPECT_EQ(refusal(payable(1, std::vector<TaxShare>(limits::kTaxShares + 1)), {}),
            "list_too_long at taxes max=64");
  EXPECT_EQ(refusal(payable(1), std::vector<Tender>(limits::kTenders + 1)),
            "list_too_long at tenders max=16");
}

TEST(DrawnTenders, PayTheTotalExactly) {
  Random random(30321);
  for (int i = 0; i < rounds(100'000); ++i) {
    PayableTotal total = payable(random.of_bits(random.one_in(2) ? 8 : 53));
    std::int64_t left = total.total;
    for (std::size_t k = random.below(4); k > 0; --k) {
      total.taxes.push_back({"t" + std::to_string(k), random.between(0, left)});
      left -= total.taxes.back().amount;
    }
    std::vector<Tender> tenders;
    for (std::size_t k = random.below(4); k > 0; --k) {
      tenders.push_back(card(std::to_string(k), random.of_bits(random.one_in(2) ? 8 : 53)));
      if (random.one_in(3)) tenders.back().expires_at = Timestamp{kNow.ms + random.between(-1, 1)};
    }
    const Settlement s = settled(total, tenders);
    std::int64_t paid = 0, due = s.due_net;
    for (std::size_t k = 0; k < tenders.size(); ++k) {
      paid += s.tenders[k].amount;
      ASSERT_EQ(s.tenders[k].amount + s.tenders[k].balance, tenders[k].balance) << i;
    }
    for (std::size_t k = 0; k < total.taxes.size(); ++k) {
      due += s.due_taxes[k].amount;
      ASSERT_LE(s.due_taxes[k].amount, total.taxes[k].amount) << i;
    }
    ASSERT_EQ(paid, s.tender_total) << i;
    ASSERT_EQ(paid + s.amount_due, total.total) << i;
    ASSERT_EQ(due, s.amount_due) << i;
    ASSERT_GE(s.amount_due, 0) << i;
    ASSERT_LE(s.due_net, left) << i;
  }
}

TEST(Tenders, CrossTheWire) {
  const auto tender = read_json<Tender>(
      R"({"id":"a","kind":"giftCard","currency":"EUR","balance":500,"expiresAt":7})");
  must(tender);
  EXPECT_EQ(tender->expires_at, Timestamp{7});
  EXPECT_FALSE(tender->at_most);
  const Settlement s = settled(payable(120, {{"vat", 20}}), {card("a", 60)});
  EXPECT_EQ(
      json(s),
      R"({"tenders":[{"id":"a","kind":"giftCard","state":"applied","amount":60,"balance":0}],)"
      R"("tenderTotal":60,"amountDue":60,"dueNet":50,"dueTaxes":[{"rate":"vat","amount":10}]})");
}

}  // namespace
}  // namespace sealcart
