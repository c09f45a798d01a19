// The harness itself: what it does not understand it must not price, and a wrong figure is seen.
#include <gtest/gtest.h>

#include "support/peers/case_reader.h"
#include "support/peers/peer_case.h"
#include "support/peers/sylius_steps.h"

namespace sealcart::peers {
namespace {

PeerCase simple_case() {
  PeerCase one;
  one.source = "sylius";
  one.kind = "promotion";
  one.use = "target";
  one.inputs = Json::parse(R"({
    "lines": [{"id": "P1", "unit_price": 1000, "qty": 3, "tax_category": "goods"}],
    "taxes": [{"category": "goods", "rate_percent": "20", "included_in_price": false,
               "rounding_scope": "line"}],
    "promotions": [{"id": "A", "priority": null, "exclusive": false,
                    "actions": [{"scope": "order", "type": "percent", "value": "10"}]}]})");
  one.expected = Json::parse(R"({"total": 3240, "tax_added": 540, "line_discounts": {"P1": 300}})");
  return one;
}

std::string why(const PeerCase& one) {
  const Replayed replayed = replay(one);
  const char* verdict = replayed.verdict == Verdict::reproduced ? "reproduced"
                        : replayed.verdict == Verdict::differs  ? "differs: "
                                                                : "not expressible: ";
  return verdict + replayed.why;
}

TEST(Replay, ReproducesWhatIsRight) { EXPECT_EQ(why(simple_case()), "reproduced"); }

TEST(Replay, SeesEveryFigureThatIsWrong) {
  PeerCase one = simple_case();
  one.expected["total"] = 3241;
  EXPECT_EQ(why(one), "differs: total is 3240, not 3241; ");
  one = simple_case();
  one.expected["line_discounts"]["P1"] = 299;
  EXPECT_EQ(why(one), "differs: line_discounts of P1 is 300, not 299; ");
}

TEST(Replay, PricesNothingItDoesNotUnderstand) {
  PeerCase one = simple_case();
  one.inputs["loyalty_points"] = 5;
  EXPECT_EQ(why(one), "not expressible: field loyalty_points");
  one = simple_case();
  one.inputs["lines"][0]["engraving"] = "x";
  EXPECT_EQ(why(one), "not expressible: field lines[].engraving");
  one = simple_case();
  one.inputs["promotions"][0]["actions"][0]["full_moon"] = true;
  EXPECT_EQ(why(one), "not expressible: field promotions[].actions[].full_moon");
  one = simple_case();
  one.inputs["promotions"][0]["actions"][0]["scope"] = "world";
  EXPECT_EQ(why(one), "not expressible: promotion of world by percent");
  one = simple_case();
  one.expected["karma"] = 1;
  EXPECT_EQ(why(one), "not expressible: figure karma");
}

TEST(Replay, RefusesWhatTheCoreCannotCount) {
  PeerCase one = simple_case();
  one.inputs["lines"][0]["qty"] = "0.5";
  EXPECT_EQ(why(one), "not expressible: number 0.5 is finer than the core counts");
  one = simple_case();
  one.inputs["lines"][0]["unit_price"] = 10.5;
  EXPECT_EQ(why(one), "not expressible: amount 10.5 is finer than the core counts");
  one = simple_case();
  one.inputs["taxes"][0]["rate_percent"] = "7.12345";
  EXPECT_EQ(why(one), "not expressible: percentage 7.12345 is finer than the core counts");
}

TEST(Replay, ToldApartByWhatACaseHoldsNotByItsName) {
  PeerCase one = simple_case();
  one.id = "SYL-999";
  one.kind = "of a kind nobody has heard of";
  EXPECT_EQ(why(one), "reproduced");
}

TEST(CaseReader, AnAmountFinerThanTheCurrencyHasTwoNeighbours) {
  CaseReader read(*find_currency("CLF"), 0);
  EXPECT_TRUE(read.is(909'091, "90.9090909090909"));
  EXPECT_TRUE(read.is(909'090, "90.9090909090909"));
  EXPECT_FALSE(read.is(909'092, "90.9090909090909"));
  EXPECT_FALSE(read.is(909'089, "90.9090909090909"));
  EXPECT_TRUE(read.is(341'164, "34.1164"));
  EXPECT_FALSE(read.is(341'165, "34.1164")) << "what is exact has no neighbours";
}

TEST(CaseReader, AmountsAreOfTheUnitTheCaseIsIn) {
  CaseReader minor(*find_currency("USD"), 2);
  EXPECT_EQ(minor.amount_of(1250), 1250);
  EXPECT_EQ(minor.amount_of("12.5", true), 1250);
  CaseReader finer(*find_currency("CLF"), 2);
  EXPECT_EQ(finer.amount_of(1250), 125'000);
  CaseReader major(*find_currency("CLF"), 0);
  EXPECT_EQ(major.amount_of("24.99"), 249'900);
  EXPECT_EQ(minor.trouble() + finer.trouble() + major.trouble(), "");
}

TEST(SyliusSteps, AmountsAreReadAsPrinted) {
  EXPECT_EQ(cents_of("$1,234.56"), 123'456);
  EXPECT_EQ(cents_of("-$5.00"), -500);
  EXPECT_EQ(cents_of("$0.99"), 99);
  for (const char* other : {"£10.00", "€10.00", "$10", "10.00", "$1.2.3x", "$"}) {
    EXPECT_EQ(cents_of(other), std::nullopt) << other;
  }
}

TEST(SyliusSteps, ASentenceThatIsNotUnderstoodIsToldSo) {
  ScenarioShop shop;
  EXPECT_TRUE(shop.take("the store has a product {} priced at {}", {"Mug", "$20.00"}));
  EXPECT_TRUE(shop.take("I add product {} to the cart", {"Mug"}));
  EXPECT_FALSE(shop.take("the moon is full", {}));
  EXPECT_TRUE(shop.figure("my karma should be {}", {"$1.00"}).is_null());
  const Json figure = shop.figure("my cart total should be {}", {"$20.00"});
  EXPECT_EQ(replay(shop.with(figure)).verdict, Verdict::reproduced);
  EXPECT_TRUE(shop.take("I add product {} to the cart", {"Cup"}));
  EXPECT_EQ(shop.trouble(), "product Cup");
}

}  // namespace
}  // namespace sealcart::peers
