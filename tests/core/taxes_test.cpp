// Several, compound and dated taxes, their scopes, borders and reliefs, by hand.
#include <gtest/gtest.h>

#include "support/shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

TaxRate rate_of(std::string id, std::string zone, std::int32_t ppm, bool included) {
  TaxRate rate = tax_rate(std::move(zone), "standard", ppm, included);
  rate.id = std::move(id);
  return rate;
}

PricingCase taxed(std::int64_t price, std::int32_t quantity, std::vector<TaxRate> rates) {
  PricingCase test;
  test.line("A", price, quantity);
  test.document.tax_rates = std::move(rates);
  return test;
}

using Taxes = std::vector<std::int64_t>;

// Of each rate, in the order of the document.
Taxes taxes(const Totals& totals) {
  Taxes all;
  for (std::size_t r = 1; r < totals.taxes.size(); ++r) all.push_back(totals.taxes[r].tax);
  return all;
}

Totals at(const PricingCase& test, const PriceContext& context) {
  return price_cart(test.cart, test.store(), test.catalog(), context).totals;
}

TEST(SeveralTaxes, ShareWhatIsRoundedOnce) {
  for (const bool included : {false, true}) {
    PricingCase test =
        taxed(10'000, 1,
              {rate_of("a", "home", 50'000, included), rate_of("b", "home", 70'000, included)});
    EXPECT_EQ(taxes(test.totals()), included ? (Taxes{446, 625}) : (Taxes{500, 700}));
    test.document.tax_rates[1].rate_ppm = 99'750;
    test.document.tax_rates[1].compound = true;
    EXPECT_EQ(taxes(test.totals()), included ? (Taxes{433, 907}) : (Taxes{500, 1047}));
  }
}

// 2.90 with 5 and 7.5 %: 14.5 and 21.75; together 36.25.
TEST(SeveralTaxes, ApartRoundEachByItself) {
  PricingCase test =
      taxed(290, 1, {rate_of("a", "home", 50'000, false), rate_of("b", "home", 75'000, false)});
  EXPECT_EQ(taxes(test.totals()), (Taxes{14, 22}));
  test.document.rounding.several_taxes = TaxRounding::apart;
  EXPECT_EQ(taxes(test.totals()), (Taxes{15, 22}));
}

// 1.08 x 3 with 19 %: commercetools' own example of its two levels.
TEST(TaxScope, UnitAndLineDiffer) {
  PricingCase test = taxed(108, 3, {rate_of("vat", "home", 190'000, false)});
  EXPECT_EQ(test.totals().grand_total, 386);
  test.document.rounding.tax_scope = RoundingScope::unit;
  EXPECT_EQ(test.totals().grand_total, 387);
}

// Two lines of 0.05 with 10 %: 0.005 each rounds up to 0.01; 0.10 together is taxed 0.01.
TEST(TaxScope, OrderRoundsOnceAndSharesTheResult) {
  PricingCase test = taxed(5, 1, {rate_of("vat", "home", 100'000, false)});
  test.line("B", 5, 1);
  EXPECT_EQ(test.totals().additional_tax_total, 2);
  test.document.rounding.preset = RoundingPreset::en16931;
  const Totals totals = test.totals();
  EXPECT_EQ(totals.additional_tax_total, 1);
  EXPECT_EQ(totals.lines[0].tax + totals.lines[1].tax, 1);
}

TEST(DatedTaxes, ChangeAtTheirMoment) {
  PricingCase test = taxed(
      10'000, 1, {rate_of("old", "home", 190'000, false), rate_of("new", "home", 160'000, false)});
  test.document.tax_rates[0].ends_at = Timestamp{500};
  test.document.tax_rates[1].starts_at = Timestamp{500};
  EXPECT_EQ(at(test, Timestamp{499}).grand_total, 11'900);
  EXPECT_EQ(at(test, Timestamp{500}).grand_total, 11'600);
}

// 20.00 with 7 % inside: without tax 18.69, with 24 % 23.18; kept, 20.00 has 3.87 of 24 % in it.
TEST(CrossBorder, KeepsOrComputesTheGrossPriceAnew) {
  PricingCase test = taxed(
      2000, 1, {rate_of("home", "home", 70'000, true), rate_of("away", "away", 240'000, true)});
  test.ship_to("CA");
  EXPECT_EQ(test.totals().grand_total, 2000);
  EXPECT_EQ(test.totals().included_tax_total, 387);
  test.document.tax_policy.gross_prices = GrossPrices::reprice;
  EXPECT_EQ(test.totals().grand_total, 2318);
  test.document.tax_rates.pop_back();
  EXPECT_EQ(test.totals().grand_total, 1869);
  test.ship_to("US");
  EXPECT_EQ(test.totals().grand_total, 2000);
}

TEST(TaxRelief, TakesTheTaxOutOfThePrice) {
  PricingCase test = taxed(11'900, 1, {rate_of("vat", "home", 190'000, true)});
  PriceContext context;
  context.shopper.vat_id = "DE136695976";
  EXPECT_EQ(at(test, context).grand_total, 11'900);
  test.document.tax_policy.reverse_charge_zones = {"home"};
  EXPECT_EQ(at(test, context).grand_total, 10'000);
  context.shopper = {"", "", true, false};
  EXPECT_EQ(at(test, context).grand_total, 10'000);
}

// --- prices --------------------------------------------------------------------------------------
TEST(ListPrices, TheLowestThatCountsIsCharged) {
  PricingCase test;
  Variant& tee = test.line("TEE", 2000, 9);
  tee.prices = {{"Ten and more", "", 10, 1500, {}, {}},
                {"Trade", "trade", 1, 1800, {}, {}},
                {"Sale", "", 1, 1700, Timestamp{100}, Timestamp{200}}};
  EXPECT_EQ(at(test, Timestamp{50}).grand_total, 9 * 2000);
  EXPECT_EQ(at(test, Timestamp{100}).grand_total, 9 * 1700);
  EXPECT_EQ(at(test, Timestamp{200}).grand_total, 9 * 2000);
  PriceContext trade;
  trade.shopper.group = "trade";
  EXPECT_EQ(at(test, trade).grand_total, 9 * 1800);
  test.cart.lines[0].lots[0].remaining = 10;
  EXPECT_EQ(at(test, trade).grand_total, 10 * 1500);
}

TEST(ListPrices, SayWhenTheNextOneBegins) {
  PricingCase test;
  test.line("TEE", 2000, 1).prices = {{"Sale", "", 1, 1700, Timestamp{100}, Timestamp{200}}};
  const auto next = [&](std::int64_t ms) {
    return price_cart(test.cart, test.store(), test.catalog(), Timestamp{ms}).input.next_change_ms;
  };
  EXPECT_EQ(next(99), 100);
  EXPECT_EQ(next(100), 200);
  EXPECT_EQ(next(200), 0);
}

}  // namespace
}  // namespace sealcart
